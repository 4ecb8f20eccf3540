"""Descriptors that a server made up from Unix permissions, and those it did not."""

from __future__ import annotations

import pytest

from scanner.access.nt.posix_backed import looks_posix_backed
from tests.scanner.access.nt.small_office import nt

_OWNED = "O:{ann}G:{payroll}D:"


@pytest.mark.parametrize(
    ("sddl", "made_up"),
    [
        # as smbd 4.17 answers for a file of root's without stored NT permissions, mode 0666
        ("O:S-1-22-1-0G:S-1-22-2-0D:(A;;FA;;;S-1-22-1-0)(A;;0x12019f;;;S-1-22-2-0)"
         "(A;;0x12019f;;;WD)(A;;FA;;;SY)", True),
        (_OWNED + "(A;;FA;;;{ann})(A;;FR;;;{payroll})(A;;FR;;;WD)", True),
        (_OWNED + "(A;;FA;;;{ann})(A;;FR;;;{payroll})(A;;FR;;;WD)(A;;FA;;;SY)", True),
        (_OWNED + "(A;;FA;;;{ann})(A;;FR;;;{payroll})(A;;0x0;;;{bob})(A;;FR;;;WD)", True),
        (_OWNED + "(A;;FA;;;{ann})(A;;FR;;;{payroll})", False),
        ("O:{ann}G:S-1-22-2-0D:(A;;FA;;;{ann})(A;;FR;;;WD)", False),
        ("O:S-1-22-1-0G:S-1-22-2-0D:(A;OICI;FA;;;{payroll})", False),
        (_OWNED + "(A;ID;FA;;;{ann})(A;ID;FR;;;{payroll})(A;ID;FR;;;WD)", False),
        (_OWNED + "(A;;FA;;;BA)(A;;FA;;;SY)(A;;FR;;;WD)", False),
        (_OWNED + "(D;;FA;;;{ann})(A;;FR;;;{payroll})(A;;FR;;;WD)", False),
        (_OWNED, False),
        (_OWNED + "NO_ACCESS_CONTROL", False),
    ],
)  # fmt: skip
def test_marks_of_unix_permissions(sddl: str, made_up: bool) -> None:
    assert looks_posix_backed(nt(sddl)) is made_up
