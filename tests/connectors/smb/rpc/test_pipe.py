"""Fragments of answers, by their bytes; the pipes themselves are held by test_rpc."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.pipe import part_of, transceived

_RESPONSE, _FAULT, _BIND_ACK = 2, 3, 12


def _fragment(kind: int, flags: int, body: bytes) -> bytes:
    head = struct.pack("<BBBB4sHHI", 5, 0, kind, flags, b"\x10\0\0\0", 16 + len(body), 0, 1)
    return head + body


def test_the_last_fragment_is_told_from_the_others() -> None:
    body = bytes(8) + b"results"
    assert part_of(_fragment(_RESPONSE, 1, body), _RESPONSE) == (False, b"results")
    assert part_of(_fragment(_RESPONSE, 3, body), _RESPONSE) == (True, b"results")


def test_a_fault_and_a_refused_interface_are_said() -> None:
    fault = _fragment(_FAULT, 3, bytes(8) + struct.pack("<I", 0x1C010003))
    with pytest.raises(NotTold, match="0x1c010003"):
        part_of(fault, _RESPONSE)
    refused = struct.pack("<HHIH6sI", 4280, 4280, 1, 6, b"\\pipe\0", 1) + struct.pack("<H", 2)
    with pytest.raises(NotTold, match="interface"):
        part_of(_fragment(_BIND_ACK, 3, refused), _BIND_ACK)


@given(st.binary(max_size=80), st.sampled_from([_RESPONSE, _FAULT, _BIND_ACK]))
def test_whatever_comes_is_an_answer_or_not_told(body: bytes, kind: int) -> None:
    for fragment in (body, _fragment(kind, 3, body)):
        try:
            part_of(fragment, kind)
        except NotTold:
            continue
    try:
        assert transceived(body) in body
    except NotTold:
        return
