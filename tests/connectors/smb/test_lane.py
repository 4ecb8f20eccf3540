from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.base import Ref, ShareUnreachable
from connectors.smb import messages
from connectors.smb.lane import Lane, Reply
from connectors.smb.link import Credentials, Link
from connectors.smb.replies import created, read_data
from connectors.smb.status import SUCCESS
from tests.connectors.smb.ground import USER, WHO, SmbGround
from tests.servers.relay import Change, relay
from tests.servers.samba import PASSWORD

_SIGNED_AT, _SIGNED = 16, 0x8  # in a header: the flags
_SIGNATURE = slice(48, 64)
_QUERY_DIRECTORY, _COMMAND_AT = 14, 12


def _content(lane: Lane, name: str) -> list[messages.Message]:
    opening = messages.opening((name,), messages.READ, messages.FILE)
    return [opening, messages.reading(0, lane.room(4096)), messages.closing()]


@pytest.mark.parametrize("encrypt", [False, True])
def test_many_questions_are_under_way_at_once(share: SmbGround, *, encrypt: bool) -> None:
    names = [f"note {number}.txt" for number in range(20)]
    for name in names:
        share.write(Ref((), name), name.encode())

    def asked(lane: Lane) -> list[list[Reply]]:
        begun = [lane.begin(_content(lane, name)) for name in names]
        last_first = [lane.finish(each) for each in reversed(begun)]
        return last_first[::-1]

    link = Link(share.address, Credentials(USER, PASSWORD, encrypt=encrypt))
    try:
        for name, (opened, data, closed) in zip(names, link.ask(asked), strict=True):
            assert opened.status == closed.status == SUCCESS
            assert created(opened.body).size_bytes == len(name)
            assert bytes(read_data(data.body)) == name.encode()
    finally:
        link.drop()


def _flipped(frame: bytes) -> bytes:
    """Change the last byte of an answer to a question of a lane's."""
    if frame[_COMMAND_AT] != _QUERY_DIRECTORY:
        return frame
    return frame[:-1] + bytes([frame[-1] ^ 1])


def _stripped(frame: bytes) -> bytes:
    """Take the signature off such an answer, and say that there is none."""
    if frame[_COMMAND_AT] != _QUERY_DIRECTORY:
        return frame
    bare = bytearray(frame)
    bare[_SIGNED_AT] &= ~_SIGNED & 0xFF
    bare[_SIGNATURE] = bytes(16)
    return bytes(bare)


@pytest.mark.parametrize("change", [_flipped, _stripped])
def test_an_answer_that_was_changed_on_its_way_is_not_believed(
    share: SmbGround, change: Change
) -> None:
    share.write(Ref((), "note.txt"), b"note")

    def asked(lane: Lane) -> Reply:
        opening = messages.opening((), messages.LIST, messages.FOLDER)
        (opened,) = lane.exchange([opening])
        file_id = created(opened.body).file_id
        return lane.exchange([messages.listing(lane.room(65_536), file_id)])[0]

    link = Link(share.address, WHO)
    assert link.ask(asked).status == SUCCESS
    link.drop()
    with relay(share.samba.port, change) as way:
        link = Link(replace(share.address, port=way), WHO, patience_seconds=0.0)
        with pytest.raises(ShareUnreachable, match="signature"):
            link.ask(asked)


def test_an_answer_that_is_cut_short_ends_the_session(share: SmbGround) -> None:
    def cut(frame: bytes) -> bytes:
        return frame[:70] if frame[_COMMAND_AT] == _QUERY_DIRECTORY else frame

    def asked(lane: Lane) -> list[Reply]:
        opening = messages.opening((), messages.LIST, messages.FOLDER)
        (opened,) = lane.exchange([opening])
        return lane.exchange([messages.listing(65_536, created(opened.body).file_id)])

    with relay(share.samba.port, cut) as way:
        link = Link(replace(share.address, port=way), WHO, patience_seconds=0.0)
        with pytest.raises(ShareUnreachable):
            link.ask(asked)
