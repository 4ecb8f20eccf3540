"""A way to a server that is long, or that somebody sits on and changes what passes.

with relay(port, change=flipped) as way:
    SmbAddress("127.0.0.1", way, "docs")
"""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from queue import Queue

_LENGTH = struct.Struct(">I")  # of the frame that follows: [MS-SMB2] 2.1
Change = Callable[[bytes], bytes]


@contextlib.contextmanager
def relay(
    port: int,
    change: Change = lambda frame: frame,
    delay_seconds: float = 0.0,
    host: str = "127.0.0.1",
) -> Iterator[int]:
    """Give the port of a way to ``port`` at the same address of this machine.

    ``change`` is handed each frame of the server's; each takes ``delay_seconds`` for its way back.
    """
    ends: list[socket.socket] = []
    workers: list[threading.Thread] = []

    def start(work: Callable[[], None]) -> None:
        workers.append(threading.Thread(target=work, daemon=True))
        workers[-1].start()

    def accept() -> None:
        with contextlib.suppress(OSError):  # it was shut: nobody comes any more
            while True:
                client, _ = held.accept()
                server = socket.create_connection((host, port))
                for end in (client, server):  # as servers have it: nothing waits to be sent
                    end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                ends.extend((client, server))
                queue: Queue[tuple[float, bytes]] = Queue()
                start(partial(_pass_on, client, server))
                start(partial(_take, server, change, delay_seconds, queue))
                start(partial(_give, client, queue))

    with socket.create_server((host, 0)) as held:
        start(accept)
        try:
            yield held.getsockname()[1]
        finally:
            for each in (held, *ends):
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)
            for worker in workers:
                worker.join()
            for each in ends:
                each.close()


def _pass_on(client: socket.socket, server: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while data := client.recv(1 << 16):
            server.sendall(data)
        server.shutdown(socket.SHUT_RDWR)


def _take(
    server: socket.socket, change: Change, delay_seconds: float, queue: Queue[tuple[float, bytes]]
) -> None:
    with contextlib.suppress(OSError):
        while head := _exactly(server, _LENGTH.size):
            frame = change(_exactly(server, *_LENGTH.unpack(head)))
            queue.put((time.monotonic() + delay_seconds, _LENGTH.pack(len(frame)) + frame))
    queue.put((0.0, b""))


def _give(client: socket.socket, queue: Queue[tuple[float, bytes]]) -> None:
    with contextlib.suppress(OSError):
        while True:
            due, frame = queue.get()
            time.sleep(max(0.0, due - time.monotonic()))
            if not frame:
                client.shutdown(socket.SHUT_RDWR)
                return
            client.sendall(frame)


def _exactly(server: socket.socket, length: int) -> bytes:
    """Return so many bytes, none where the server has closed."""
    data = bytearray()
    while len(data) < length:
        part = server.recv(length - len(data))
        if not part:
            return b""
        data += part
    return bytes(data)
