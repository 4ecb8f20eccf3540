"""What is not known is said, and what is known needs no sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.base import Accounts
from scanner.access.directory import directory
from scanner.access.nt.descriptor import decode
from scanner.access.nt.statement import statement
from tests.scanner.access.nt.small_office import SIDS, nt, office, office_accounts, raw
from tests.servers.descriptors import with_label

_SHARE = "D:(A;;FA;;;WD)"


def _said(sddl: str, share: str = _SHARE) -> str:
    return " ".join(statement(nt(sddl), nt(share) if share else None, office()))


@pytest.mark.parametrize(
    "sddl",
    [
        "D:",
        "D:NO_ACCESS_CONTROL",
        "D:(D;;FR;;;{bob})(A;;FR;;;{finance})(A;;FA;;;SY)(A;;FA;;;BA)(A;;FR;;;BU)",
        "D:(A;;FA;;;CO)(A;;FR;;;IU)(A;;FR;;;AN)(A;;FR;;;OW)(A;;FR;;;S-1-5-80-1-2-3)",
        "D:(A;OICIIO;FR;;;S-1-5-21-1-2-3-9999)",
        "D:(A;;RC;;;S-1-5-21-1-2-3-9999)",  # neither reading nor changing
        "D:(XA;;RC;;;WD;(Member_of))",
        "D:(AU;;FR;;;S-1-5-21-1-2-3-9999)",
    ],
)
def test_nothing_is_said_where_all_is_known(sddl: str) -> None:
    assert _said(sddl) == ""


@pytest.mark.parametrize(
    ("sddl", "share", "words"),
    [
        (_SHARE, "", "share itself are not known"),
        ("D:(A;;FR;;;S-1-5-21-1-2-3-9999)", _SHARE, "S-1-5-21-1-2-3-9999 is granted"),
        ("D:(A;;FR;;;S-1-5-21-1-2-3-515)", _SHARE, "Domain Computers is granted"),
        ("D:(D;;FR;;;S-1-5-21-1-2-3-9999)", _SHARE, "S-1-5-21-1-2-3-9999 is refused"),
        (_SHARE, "D:(A;;FR;;;S-1-5-21-1-2-3-9999)", "S-1-5-21-1-2-3-9999 is granted"),
        ("D:(XA;;FR;;;{finance};(Member_of))", _SHARE, "entry for finance has a condition"),
        ("D:(OD;;FR;;;{finance})", _SHARE, "entry for finance speaks of an object"),
        ("D:(XA;;FR;;;{ann};(1))", _SHARE, "entry for ann has a condition"),
        ("D:(A;;FR;;;S-1-5-113)", _SHARE, "local accounts depends on how one logs on"),
        ("D:(A;;FR;;;S-1-22-2-100)", _SHARE, "an estimate"),
    ],
)
def test_what_is_not_known_is_said(sddl: str, share: str, words: str) -> None:
    assert words in _said(sddl, share)


@pytest.mark.parametrize(
    ("mask", "level", "said"),
    [
        (0x1, 0x3000, True),  # high: nobody of a lower level writes
        (0x2, 0x4000, True),
        (0x4, 0x3000, False),  # refuses to run it alone
        (0x1, 0x2000, False),  # medium: everybody has it
        (0x1, 0x1000, False),
    ],
)
def test_a_label_that_may_refuse_people_is_said(mask: int, level: int, *, said: bool) -> None:
    labelled = decode(with_label(raw("D:(A;;FA;;;WD)"), mask, level))
    words = " ".join(statement(labelled, nt(_SHARE), office()))
    assert ("mandatory label" in words) is said


def test_groups_of_the_server_that_are_not_known_are_said() -> None:
    nobody = directory(Accounts("OFFICE", (), ()))
    said = " ".join(statement(nt("D:(A;;FR;;;BU)"), nt(_SHARE), nobody))
    assert "group Users is not known" in said
    assert "administrators are is not known" in said


@pytest.mark.parametrize(
    ("sddl", "words"),
    [
        ("D:(A;;FR;;;{finance})", "Not all members of finance are known: people may be let in"),
        ("D:(A;;FR;;;{payroll})", "Not all members of payroll are known: people may be let in"),
        ("D:(D;;FR;;;{payroll})(A;;FR;;;{ann})", "payroll are known: people may be refused"),
        ("D:(A;;FR;;;WD)", "Not all members of Everyone are known"),
        ("D:NO_ACCESS_CONTROL", "Not all members of Everyone are known"),
        ("D:(A;;FR;;;{ann})", "Not all of the file server's administrators are known"),
    ],
)
def test_groups_whose_members_are_not_all_told_are_said(sddl: str, words: str) -> None:
    told = replace(
        office_accounts(),
        untold=(SIDS["payroll"], "S-1-5-32-544"),
        complete=False,
    )
    said = " ".join(statement(nt(sddl), nt("D:(A;;FA;;;{ann})"), directory(told)))
    assert words in said
    assert ("Not all members" in said) is ("{ann}" not in sddl or "payroll" in sddl)


def test_the_same_thing_is_said_once() -> None:
    one = "D:(A;;FR;;;S-1-5-21-1-2-3-9999)(A;;FW;;;S-1-5-21-1-2-3-9999)"
    assert len(tuple(statement(nt(one), nt(one), office()))) == 1
