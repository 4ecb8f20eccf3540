"""The gate: equal rules share bytes, and no folder that matters is forgotten."""

from __future__ import annotations

import struct

import pytest

from connectors.base import DescriptorKind, SecurityDescriptor
from scanner.access.gate import OPEN, Gate, below, decode_gate, digest, encode
from scanner.access.posix import Clause, Who


def _folder(
    mode: int, owner: int = 1001, group: int = 2001, acl: tuple[tuple[int, int, int], ...] = ()
) -> SecurityDescriptor:
    raw = struct.pack("<BBHII", 1, 3 if acl else 1, mode, owner, group)
    raw += b"".join(struct.pack("<HHI", *entry) for entry in acl)
    return SecurityDescriptor(DescriptorKind.POSIX, raw)


_UNSUPPORTED = SecurityDescriptor(DescriptorKind.POSIX, struct.pack("<BBHII", 1, 5, 0, 0, 0))
_NAMED = ((1, 7, 0), (2, 0, 1002), (4, 5, 0), (8, 1, 2002), (8, 0, 2003), (16, 5, 0), (32, 0, 0))


@pytest.mark.parametrize("mode", [0o755, 0o711, 0o777, 0o111])
def test_below_a_folder_anyone_may_pass_is_the_same_gate(mode: int) -> None:
    assert below(OPEN, _folder(mode)) is OPEN


def test_below_folders_with_one_rule_is_one_gate_whatever_their_read_bits() -> None:
    once = below(OPEN, _folder(0o750))
    assert below(once, _folder(0o710)) is once
    assert below(OPEN, _folder(0o730)) == once


def test_below_is_the_same_in_any_order() -> None:
    one, two = _folder(0o750), _folder(0o700, owner=1005)
    assert encode(below(below(OPEN, one), two)) == encode(below(below(OPEN, two), one))


def test_below_keeps_a_group_that_is_refused_what_others_get() -> None:
    gate = below(OPEN, _folder(0o701))
    assert [rule.clauses for rule in gate.rules] == [
        (
            Clause(Who.USER, 1001, True),
            Clause(Who.GROUP, 2001, False),
            Clause(Who.OTHER, 0, True),
        )
    ]


def test_below_drops_who_is_answered_like_all_others() -> None:
    gate = below(OPEN, _folder(0o000))
    assert [rule.clauses for rule in gate.rules] == [(Clause(Who.OTHER, 0, False),)]


def test_below_a_folder_of_another_acl_model_is_unknown_for_good() -> None:
    gate = below(below(OPEN, _UNSUPPORTED), _folder(0o755))
    assert gate.unknown
    assert decode_gate(encode(gate)).unknown


def test_below_a_windows_folder_is_the_same_gate() -> None:
    assert below(OPEN, SecurityDescriptor(DescriptorKind.NT, b"\x01")) is OPEN


@pytest.mark.parametrize(
    "gate",
    [
        OPEN,
        below(OPEN, _folder(0o750, acl=_NAMED)),
        below(below(below(OPEN, _folder(0o701)), _folder(0o700)), _UNSUPPORTED),
    ],
)
def test_encode_then_decode_gives_the_gate_again(gate: Gate) -> None:
    assert decode_gate(encode(gate)) == gate
    assert len(digest(encode(gate))) == 16


@pytest.mark.parametrize("cut", [0, 3, 12])
def test_decode_of_a_gate_cut_short_raises(cut: int) -> None:
    with pytest.raises(ValueError, match="gate"):
        decode_gate(encode(below(OPEN, _folder(0o750)))[:cut])
