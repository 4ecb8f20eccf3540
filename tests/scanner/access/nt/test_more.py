"""When people may be let in who are not counted, by file and share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scanner.access.directory import Directory, directory
from scanner.access.nt.evaluate import FileRight, Guards, effective
from scanner.access.nt.more import may_be_more
from tests.scanner.access.nt.small_office import SIDS, nt, office_accounts

_EVERYONE = "D:(A;;FA;;;WD)"
_TOLD = directory(office_accounts())
_UNTOLD = directory(replace(office_accounts(), untold=(SIDS["payroll"],)))
_NOT_WHOLE = directory(replace(office_accounts(), complete=False))


@pytest.mark.parametrize(
    ("own", "share", "known", "more"),
    [
        ("D:(A;;FR;;;{payroll})", _EVERYONE, _TOLD, False),
        ("D:(A;;FR;;;{payroll})", _EVERYONE, _UNTOLD, True),
        ("D:(A;;FR;;;{finance})", _EVERYONE, _UNTOLD, True),  # payroll is in it
        ("D:(A;;FR;;;{finance})", "", _UNTOLD, True),
        ("D:(A;;FR;;;{bob})", _EVERYONE, _UNTOLD, False),
        ("D:(A;;FW;;;{payroll})", _EVERYONE, _UNTOLD, False),
        ("D:(A;OICIIO;FR;;;{payroll})", _EVERYONE, _UNTOLD, False),
        ("D:(D;;FR;;;WD)(A;;FR;;;{payroll})", _EVERYONE, _UNTOLD, False),
        ("D:(D;;FR;;;{payroll})(A;;FR;;;{bob})", _EVERYONE, _UNTOLD, False),
        ("D:(A;;FR;;;{payroll})", "D:", _UNTOLD, False),
        ("D:(A;;FR;;;{bob})", "D:(A;;FR;;;{payroll})", _UNTOLD, True),  # he may be in it
        ("D:(A;;FR;;;WD)", "D:(A;;FR;;;{payroll})", _UNTOLD, True),
        (_EVERYONE, _EVERYONE, _UNTOLD, False),
        (_EVERYONE, _EVERYONE, _NOT_WHOLE, True),
        (_EVERYONE, "D:NO_ACCESS_CONTROL", _NOT_WHOLE, True),
        (_EVERYONE, "D:(A;;FR;;;{bob})", _NOT_WHOLE, False),
        ("D:(XA;;FR;;;{ann};(1))", _EVERYONE, _TOLD, True),
        ("D:(XD;;FR;;;{ann};(1))(A;;FR;;;{bob})", _EVERYONE, _TOLD, False),
        ("D:(A;;FR;;;S-1-5-15)", _EVERYONE, _TOLD, True),  # This Organization
        ("D:(A;;FR;;;S-1-5-21-1-2-3-4444)", _EVERYONE, _TOLD, False),  # perhaps removed
    ],
)
def test_more_may_be_let_in_by_what_is_not_known(
    *, own: str, share: str, known: Directory, more: bool
) -> None:
    at_share = nt(share) if share else None
    counted = effective(Guards(nt(own), share=at_share), FileRight.READ_DATA, known)
    assert may_be_more(nt(own), at_share, FileRight.READ_DATA, known, counted) is more
