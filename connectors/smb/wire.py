"""Frames over the socket of a session, each led by its length: [MS-SMB2] 2.1; read 2026-11-27.

smbprotocol opens the socket and logs on over it. Its own reading and writing cost as much for a
frame as all else does, and leave the socket as it is made: a small question then waits until the
one before it has arrived (Nagle's algorithm), which over a long way is a way there and back more.
"""

from __future__ import annotations

import select
import socket
import struct
import threading
from contextlib import suppress

from smbprotocol.transport import Tcp

_LENGTH = struct.Struct(">I")
_CHUNK_BYTES = 1 << 18


class Wire:
    """Whole frames out and in. One thread takes them, any may send."""

    def __init__(self, tcp: Tcp) -> None:
        self._tcp = tcp
        self._socket: socket.socket = tcp._sock  # noqa: SLF001  # smbprotocol tells it nowhere else
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._something = select.poll()  # select takes no descriptor from 1,024 on
        self._something.register(self._socket, select.POLLIN)
        self._sending = threading.Lock()
        self._reading = threading.Lock()  # not closed meanwhile: its number may be another's then
        self._arrived = bytearray()

    @property
    def connected(self) -> bool:
        """Whether the socket is open."""
        return bool(self._tcp.connected)

    def send(self, frame: bytes) -> None:
        """Send a frame. Raises OSError."""
        with self._sending:
            self._socket.sendall(_LENGTH.pack(len(frame)) + frame)

    def recv(self, timeout_seconds: float) -> bytes:
        """Return the next frame, b"" where the socket was closed. Raises OSError and TimeoutError.

        TimeoutError: nothing came for so long.
        """
        while (frame := self._next()) is None:
            with self._reading:
                if not self.connected:
                    return b""
                if not self._something.poll(timeout_seconds * 1000):
                    raise TimeoutError
                more = self._socket.recv(_CHUNK_BYTES)
            if not more:
                return b""
            self._arrived += more
        return frame

    def close(self) -> None:
        """Close the socket; who waits for a frame is told."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        with self._reading:
            self._tcp.close()

    def _next(self) -> bytes | None:
        """Return a frame that has arrived whole, or None."""
        arrived = self._arrived
        if len(arrived) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack_from(arrived)
        end = _LENGTH.size + length
        if len(arrived) < end:
            return None
        frame = bytes(memoryview(arrived)[_LENGTH.size : end])
        del arrived[:end]
        return frame
