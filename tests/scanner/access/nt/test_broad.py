"""Broad groups: who is as good as everyone, by file and share."""

from __future__ import annotations

import pytest

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.answers import Right
from scanner.access.directory import Directory, directory
from scanner.access.nt.broad import broad
from scanner.access.nt.evaluate import FileRight
from tests.scanner.access.nt.small_office import SIDS, nt, office

_DOMAIN = "S-1-5-21-10-20-30"


def _names(sddl: str, share: str = "", known: Directory | None = None) -> list[str]:
    at_share = nt(share) if share else None
    found = broad(nt(sddl), at_share, Right.READ, FileRight.READ_DATA, known or office(), 0.5)
    return [each.name for each in found]


@pytest.mark.parametrize(
    ("sddl", "names"),
    [
        ("D:(A;;FR;;;WD)", ["everyone with an account"]),
        ("D:(A;;FR;;;AU)(A;;FR;;;WD)", ["everyone with an account"]),
        ("D:NO_ACCESS_CONTROL", ["everyone with an account"]),
        ("D:(D;;FR;;;{ann})(A;;FR;;;WD)", ["everyone with an account but ann"]),
        ("D:(D;;FR;;;WD)(A;;FR;;;AU)", []),
        ("D:(A;OICIIO;FR;;;WD)", []),
        ("D:(A;;FW;;;WD)", []),
        ("D:(A;;FR;;;AN)", ["people without an account (Anonymous)"]),
        ("D:(A;;FR;;;BG)", ["group Guests"]),
        (f"D:(A;;FR;;;{_DOMAIN}-513)", ["group Domain Users"]),
        ("D:(A;;FR;;;{finance})", []),  # one person is a small group
    ],
)
def test_broad_groups_are_named(sddl: str, names: list[str]) -> None:
    assert _names(sddl) == names


@pytest.mark.parametrize(
    ("share", "names"),
    [
        ("D:(A;;FR;;;AU)", ["everyone with an account"]),
        ("D:(A;;FR;;;{payroll})", []),
        ("D:(D;;FR;;;WD)(A;;FR;;;WD)", []),
        ("D:", []),
    ],
)
def test_everyone_is_broad_only_where_the_share_lets_everyone_in(
    share: str, names: list[str]
) -> None:
    assert _names("D:(A;;FR;;;WD)", share) == names


def test_everyone_is_broad_where_nobody_is_known() -> None:
    nobody = directory(Accounts("OFFICE", (), ()))
    assert _names("D:(A;;FR;;;WD)", known=nobody) == ["everyone with an account"]


def test_a_group_all_of_whose_members_are_known_is_broad_only_if_it_lets_anybody_in() -> None:
    guests, guest = f"{_DOMAIN}-514", f"{_DOMAIN}-501"
    group = Principal("OFFICE", guests, PrincipalKind.GROUP, "Domain Guests")
    for enabled, names in ((True, ["group Domain Guests"]), (False, [])):
        account = Principal("OFFICE", guest, PrincipalKind.GUEST, "Guest", enabled=enabled)
        known = office(group, account, memberships=((guests, guest),))
        assert _names(f"D:(A;;FR;;;{guests})", known=known) == names
    untold = Accounts("OFFICE", (group, account), (), untold=(guests,))
    assert _names(f"D:(A;;FR;;;{guests})", known=directory(untold)) == ["group Domain Guests"]


def test_a_group_of_many_is_broad_by_its_people() -> None:
    clerks = [f"{_DOMAIN}-{number}" for number in range(3001, 3021)]
    known = office(
        *(Principal("OFFICE", sid, PrincipalKind.STAFF, sid) for sid in clerks),
        memberships=tuple((SIDS["finance"], sid) for sid in clerks),
    )
    assert _names("D:(A;;FR;;;{finance})", known=known) == ["group finance"]
    assert _names("D:(A;;FR;;;{finance})", "D:(A;;FR;;;{payroll})", known) == []
