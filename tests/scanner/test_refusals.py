"""Which servers are asked on in a run in which one refused who asks."""

from __future__ import annotations

import pytest

from connectors.base import LogonRefused, PasswordRefused, ShareUnreachable
from connectors.smb.address import SmbAddress, SmbServer
from scanner.refusals import Refusals

_ONE, _TWO, _THREE = (SmbServer(f"files0{number}", 445) for number in (1, 2, 3))
_SHARE = SmbAddress("files01", 445, "docs", ())


def _refused(refusals: Refusals, *servers: SmbServer) -> list[SmbServer]:
    found = []
    for each in servers:
        try:
            refusals.refuse(each)
        except LogonRefused:
            found.append(each)
    return found


def test_a_refused_password_is_tried_on_no_server_but_those_that_took_it() -> None:
    refusals = Refusals()
    refusals.let_in(_TWO)
    refusals.note(_SHARE, PasswordRefused("the password is wrong"))
    assert _refused(refusals, _ONE, _TWO, _THREE) == [_ONE, _THREE]
    with pytest.raises(LogonRefused, match=r"^not asked, .*: smb://files01 says that the password"):
        refusals.refuse(_THREE)


def test_what_is_no_matter_of_the_password_closes_that_server_alone() -> None:
    refusals = Refusals()
    refusals.note(_ONE, LogonRefused("the account may not log on from here"))
    refusals.note(_TWO, ShareUnreachable("the server is not found"))
    assert _refused(refusals, _ONE, _TWO, _THREE) == [_ONE]
