from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest
from smbprotocol.transport import Tcp

from connectors.smb.wire import Wire


@pytest.fixture
def server() -> Iterator[tuple[Wire, socket.socket]]:
    """Give a wire, and the end of it that is the server's."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        tcp = Tcp(*held.getsockname())
        tcp.connect()
        other, _ = held.accept()
    wire = Wire(tcp)
    with other:
        yield wire, other
    wire.close()


def test_frames_come_whole_however_they_are_cut(server: tuple[Wire, socket.socket]) -> None:
    wire, other = server
    frames = [b"a", b"b" * 300_000, b"c" * 7]
    sent = b"".join(len(frame).to_bytes(4, "big") + frame for frame in frames)

    def send() -> None:
        for at in range(20):
            other.sendall(sent[at : at + 1])
        other.sendall(sent[20:])

    sender = threading.Thread(target=send)
    sender.start()
    assert [wire.recv(10) for _ in frames] == frames
    sender.join()
    with pytest.raises(TimeoutError):
        wire.recv(0)


def test_a_frame_is_sent_with_its_length_at_once(server: tuple[Wire, socket.socket]) -> None:
    wire, other = server
    wire.send(b"question")
    assert other.recv(100) == b"\0\0\0\x08question"
    # Set on the socket: else the next waits for the arrival of the one before it.
    assert wire._socket.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_who_waits_is_told_when_it_closes_at_either_end(
    server: tuple[Wire, socket.socket],
) -> None:
    wire, other = server
    told: list[bytes] = []
    waiting = threading.Thread(target=lambda: told.append(wire.recv(60)))
    waiting.start()
    wire.close()
    waiting.join()
    assert told == [b""]
    assert not wire.connected
    assert wire.recv(0) == b""
    assert other.recv(1) == b""


def test_a_frame_that_is_cut_off_is_none(server: tuple[Wire, socket.socket]) -> None:
    wire, other = server
    other.sendall(b"\0\0\0\x08ques")
    other.shutdown(socket.SHUT_WR)
    assert wire.recv(10) == b""
