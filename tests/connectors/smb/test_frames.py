from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st
from smbprotocol.header import SMB2HeaderRequest

from connectors.smb import messages
from connectors.smb.frames import Sender, answers, first_id

_SENDER = Sender(session_id=9, tree_id=4, signing=None, is_charged=True)
_RELATED = 0x4
_ASKED = [
    messages.opening(("case", "note.txt"), messages.READ, messages.FILE),
    messages.reading(0, 256 * 1024),
    messages.closing(),
]


def _headers(frame: bytes) -> list[SMB2HeaderRequest]:
    """Return the messages of a frame as smbprotocol reads them."""
    read = []
    while frame:
        header = SMB2HeaderRequest()
        (following,) = struct.unpack_from("<I", frame, 20)
        header.unpack(frame[: following or len(frame)])
        read.append(header)
        frame = frame[following:] if following else b""
    return read


def test_messages_travel_as_the_library_reads_them() -> None:
    frame = _SENDER.frame(_ASKED, (10, 11, 15))
    headers = _headers(frame)
    assert [header["message_id"].get_value() for header in headers] == [10, 11, 15]
    assert [header["credit_charge"].get_value() for header in headers] == [1, 4, 1]
    assert [header["flags"].get_value() & _RELATED for header in headers] == [0, 4, 4]
    for header, message in zip(headers, _ASKED, strict=True):
        assert header["command"].get_value() == message.command
        assert header["data"].get_value().startswith(message.body)
        assert (header["tree_id"].get_value(), header["session_id"].get_value()) == (4, 9)


def test_the_oldest_dialect_is_charged_nothing() -> None:
    frame = Sender(9, 4, None, is_charged=False).frame(_ASKED, (1, 2, 3))
    assert [each["credit_charge"].get_value() for each in _headers(frame)] == [0, 0, 0]


def test_answers_are_parted_where_they_end() -> None:
    frame = _SENDER.frame(_ASKED, (10, 11, 15))
    read = list(answers(frame))
    assert [answer.number for answer in read] == [10, 11, 15]
    assert b"".join(answer.whole for answer in read) == frame
    assert first_id(frame) == 10


@pytest.mark.parametrize("following", [1, 63, 100_000])
def test_lengths_that_lie_are_noticed(following: int) -> None:
    frame = bytearray(_SENDER.frame(_ASKED, (10, 11, 15)))
    struct.pack_into("<I", frame, 20, following)
    with pytest.raises(struct.error):
        list(answers(bytes(frame)))


@given(st.binary(max_size=400))
def test_garbage_is_no_answer(garbage: bytes) -> None:
    with pytest.raises(struct.error):
        list(answers(garbage))
    with pytest.raises(struct.error):
        list(answers(b"\xfeSMB" + garbage[:59]))
