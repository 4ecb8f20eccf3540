"""Security descriptors as bytes: good ones, odd ones and damaged ones."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.access.nt.descriptor import Ace, Effect, NoDacl, decode
from tests.servers.descriptors import AceBytes, encode, sid_bytes, with_label

_OWNER, _GROUP, _EVERYONE = "S-1-5-21-10-20-30-1101", "S-1-5-21-10-20-30-513", "S-1-1-0"
_GOOD = encode(_OWNER, _GROUP, [AceBytes(0, 0x10, 0x1F01FF, _EVERYONE), AceBytes(1, 0, 2, _OWNER)])


def test_decode_gives_owner_group_and_aces_in_their_order() -> None:
    found = decode(_GOOD)
    assert (found.owner, found.group) == (_OWNER, _GROUP)
    assert found.dacl == (Ace(0, 0x10, 0x1F01FF, _EVERYONE), Ace(1, 0, 2, _OWNER))


def test_null_absent_and_empty_dacl_are_three_things() -> None:
    null = decode(encode(_OWNER, _GROUP, None)).dacl
    absent = decode(struct.pack("<BBHIIII", 1, 0, 0x8000, 0, 0, 0, 0)).dacl
    empty = decode(encode(_OWNER, _GROUP, [])).dacl
    assert null == NoDacl(stored=True)
    assert absent == NoDacl(stored=False)
    assert empty == ()


@pytest.mark.parametrize(
    "sid", ["S-1-0-0", "S-1-5-32-544", "S-1-0x0100000000AB-1", f"S-1-5{'-7' * 15}"]
)
def test_sids_are_read_as_they_are_written(sid: str) -> None:
    assert decode(encode(sid, "", [])).owner == sid


def test_a_mandatory_label_is_told_apart_from_the_dacl() -> None:
    labelled = with_label(_GOOD, mask=1, level=12288)
    assert decode(labelled).label == Ace(0x11, 0, 1, "S-1-16-12288")
    assert decode(labelled).dacl == decode(_GOOD).dacl
    assert decode(_GOOD).label is None


@pytest.mark.parametrize(("guids", "present"), [(0, 0), (1, 1), (1, 2), (2, 3)])
def test_guids_of_object_aces_are_passed_over(guids: int, present: int) -> None:
    before = struct.pack("<I", present) + bytes(16 * guids)
    (ace,) = _aces(encode(_OWNER, "", [AceBytes(0x05, 0, 1, _EVERYONE, before)]))
    assert (ace.sid, ace.effect) == (_EVERYONE, Effect.UNDECIDED)


def test_a_callback_ace_is_not_decided_without_its_condition() -> None:
    (ace,) = _aces(
        encode(_OWNER, "", [AceBytes(0x09, 0, 1, _EVERYONE, extra=b"artx\x01\x02\x03\x04")])
    )
    assert (ace.sid, ace.effect) == (_EVERYONE, Effect.UNDECIDED)


@pytest.mark.parametrize(
    ("kind", "effect"),
    [
        (0, Effect.ALLOW),
        (1, Effect.DENY),
        (2, Effect.NONE),
        (0x11, Effect.NONE),
        (0x77, Effect.UNDECIDED),
    ],
)
def test_types_of_ace_allow_deny_neither_or_are_not_decided(kind: int, effect: Effect) -> None:
    (ace,) = _aces(encode(_OWNER, "", [AceBytes(kind, 0, 1, _EVERYONE)]))
    assert ace.effect is effect


def _aces(raw: bytes) -> tuple[Ace, ...]:
    dacl = decode(raw).dacl
    assert not isinstance(dacl, NoDacl)
    return dacl


def _changed(place: int, *values: int) -> bytes:
    return _GOOD[:place] + bytes(values) + _GOOD[place + len(values) :]


_DACL = 20 + len(sid_bytes(_OWNER)) + len(sid_bytes(_GROUP))


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "cut short"),
        (_GOOD[:19], "cut short"),
        (_GOOD[:-1], "runs over"),
        (_changed(0, 2), "revision 2"),
        (_changed(3, 0), "pointers"),
        (_changed(4, 0xFF, 0xFF, 0xFF, 0x7F), "cut short"),  # owner beyond the end
        (_changed(20, 9), "not a SID"),
        (_changed(21, 200), "not a SID"),
        (_changed(_DACL + 2, 4, 0), "ACL"),  # smaller than its own header
        (_changed(_DACL + 2, 0xFF, 0xFF), "ACL"),
        (_changed(_DACL + 4, 0xFF, 0xFF), "ACE|cut short"),  # 65,535 entries said, two there
        (_changed(_DACL + 8 + 2, 0, 0), "ACE"),  # of length 0: must not be read for ever
        (_changed(_DACL + 8 + 2, 0xFF, 0), "ACE"),
        (_changed(_DACL + 8 + 9, 15), "SID"),
    ],
)
def test_damaged_bytes_raise_and_say_why(raw: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        decode(raw)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_descriptor_or_a_value_error(raw: bytes) -> None:
    _try(raw)


@given(st.lists(st.tuples(st.integers(0, len(_GOOD) - 1), st.integers(0, 255)), max_size=6))
def test_good_bytes_with_some_changed_give_a_descriptor_or_a_value_error(
    changes: list[tuple[int, int]],
) -> None:
    raw = bytearray(_GOOD)
    for place, value in changes:
        raw[place] = value
    _try(bytes(raw))


def _try(raw: bytes) -> None:
    try:
        found = decode(raw)
    except ValueError:
        return
    assert isinstance(found.dacl, NoDacl) or len(found.dacl) <= len(raw)
