"""Answers written here byte by byte, read as they stand and damaged at each place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from connectors.smb.rpc import lsarpc, samr, srvsvc
from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.lsarpc import Domain, Named, Use
from connectors.smb.rpc.ndr import Packer
from connectors.smb.rpc.samr import Group

_MORE_SHARES = 234
_DONE, _MORE, _SOME_NOT_MAPPED = 0, 0x105, 0x107
_SIDS = ("S-1-5-21-1-2-3-1101", "S-1-5-21-9-9-9-1101")


def _header(packed: Packer, text: str) -> Packer:
    size = 2 * len(text)
    return packed.short(size).short(size + 2).pointer()


def _users() -> bytes:
    told = Packer().number(2).number(2).short(1).number(2).pointer().number(2)
    for rid, control, name in ((1101, 0x10, "ann"), (1102, 0x11, "bob")):
        told.number(1).number(rid).number(control)
        for text in (name, "", ""):
            _header(told, text)
    for text in ("ann", "", "", "bob", "", ""):
        told.text(text)
    return told.number(_DONE).packed


def _groups() -> bytes:
    told = Packer().number(7).pointer().number(1).pointer().number(1).number(544)
    return _header(told, "Heads").text("Heads").number(1).number(_MORE).packed


def _numbers() -> bytes:
    told = Packer().pointer().number(2).pointer().pointer()
    told.number(2).number(1101).number(1102).number(2).number(7).number(7)
    return told.number(_DONE).packed


def _members() -> bytes:
    told = Packer().number(2).pointer().number(2).pointer().pointer()
    return told.sid(_SIDS[0]).sid(_SIDS[1]).number(_DONE).packed


def _domain() -> bytes:
    told = _header(Packer().pointer().short(5), "LAB").pointer()
    return told.text("LAB").sid("S-1-5-21-1-2-3").number(_DONE).packed


def _names() -> bytes:
    told = Packer().pointer().number(1).pointer().number(32).number(1)
    _header(told, "LAB").pointer().text("LAB").sid("S-1-5-21-1-2-3")
    told.number(2).pointer().number(2)
    _header(told.short(1).short(0), "ann").number(0)
    _header(told.short(8).short(0), "").number(0xFFFFFFFF)
    return told.text("ann").text("").number(1).number(_SOME_NOT_MAPPED).packed


def _share() -> bytes:
    told = Packer().number(502).pointer().pointer().number(0).pointer()
    told.number(0).number(9).number(0).number(0).number(0).number(4).pointer()
    return told.text("docs").text("").number(4).raw(b"\1\2\3\4").number(_DONE).packed


def _shares() -> bytes:
    told = Packer().number(1).number(1).pointer().number(2).pointer().number(2)
    for kind in (0, 0x80000000):
        told.pointer().number(kind).pointer()
    for text in ("docs", "Papers", "C$", ""):
        told.text(text)
    return told.number(3).pointer().number(2).number(_MORE_SHARES).packed


_ANSWERS: tuple[tuple[bytes, Callable[[bytes], object], object], ...] = (
    (_users(), samr.users_in, ([(1101, "ann", 0x10), (1102, "bob", 0x11)], False)),
    (_groups(), samr.groups_in, ([Group(544, "Heads")], 7, True)),
    (_numbers(), samr.numbers_in, (1101, 1102)),
    (_members(), samr.sids_in, _SIDS),
    (_domain(), lsarpc.domain_in, Domain("LAB", "S-1-5-21-1-2-3")),
    (
        _names(),
        lambda results: lsarpc.names_in(results, _SIDS),
        (Named(_SIDS[0], Use.USER, "LAB", "ann"), Named(_SIDS[1], Use.UNKNOWN, "", "")),
    ),
    (
        _shares(),
        srvsvc.shares_in,
        ([srvsvc.Listed("docs", 0), srvsvc.Listed("C$", 0x80000000)], 2, True),
    ),
    (_share(), srvsvc.descriptor_in, b"\1\2\3\4"),
)


@pytest.mark.parametrize(("results", "read", "expected"), _ANSWERS)
def test_an_answer_is_read_as_it_stands(
    results: bytes, read: Callable[[bytes], object], expected: object
) -> None:
    assert read(results) == expected


@pytest.mark.parametrize(("results", "read", "expected"), _ANSWERS)
def test_an_answer_that_is_cut_short_is_not_told(
    results: bytes, read: Callable[[bytes], object], expected: object
) -> None:
    for length in range(len(results)):
        with pytest.raises(NotTold):
            read(results[:length])


@pytest.mark.parametrize(("results", "read", "expected"), _ANSWERS)
def test_an_answer_that_is_damaged_anywhere_is_read_or_not_told(
    results: bytes, read: Callable[[bytes], object], expected: object
) -> None:
    refused = 0
    for place in range(len(results)):
        for byte in (0x00, 0x01, 0x7F, 0xFF):
            try:
                read(results[:place] + bytes([byte]) + results[place + 1 :])
            except NotTold:
                refused += 1
    assert refused


@pytest.mark.parametrize(("results", "read", "expected"), _ANSWERS)
def test_a_server_that_refuses_has_told_nothing(
    results: bytes, read: Callable[[bytes], object], expected: object
) -> None:
    with pytest.raises(NotTold, match=r"may not ask|error|status"):
        read(results[:-4] + (0xC0000022).to_bytes(4, "little"))


def test_a_share_without_permissions_told_is_not_one_without_restriction() -> None:
    told = Packer().number(502).pointer()
    for _ in range(10):
        told.number(0)
    with pytest.raises(NotTold, match="does not tell the permissions"):
        srvsvc.descriptor_in(told.number(_DONE).packed)
    denied = Packer().number(502).number(0).number(5)
    with pytest.raises(NotTold, match="may not ask"):
        srvsvc.descriptor_in(denied.packed)
