"""Steps of grants in words."""

from __future__ import annotations

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.directory import directory
from scanner.access.posix import Clause, NoAcl, Posix, Who
from scanner.access.wording import group, words_for

_FINANCE = Principal("fileserver", "gid:2001", PrincipalKind.GROUP, "finance")
_KNOWN = directory(Accounts("fileserver", (_FINANCE,), ()))


def test_a_group_without_a_name_is_called_by_number() -> None:
    assert group("gid:2001", _KNOWN) == "group finance"
    assert group("gid:2999", _KNOWN) == "group number 2999"


def test_a_folder_is_listed_and_a_file_is_read() -> None:
    step = Clause(Who.GROUP, 2001, granted=True)
    for is_folder, verb in ((True, "may list"), (False, "may read")):
        posix = Posix(0, 0, 0o755, NoAcl(), is_folder)
        assert (
            words_for(posix, "read").step(step, _KNOWN) == f"member of group finance, which {verb}"
        )
