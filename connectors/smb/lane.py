"""Questions and answers over one session, many under way at once.

smbprotocol negotiates, logs on and keeps the session; its objects cost a millisecond a question,
and a night asks millions. A lane stands between the library and the socket: frames that answer a
lane's own questions end here, all others are the library's.
"""

from __future__ import annotations

import struct
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from smbprotocol.connection import SMB2TransformHeader
from smbprotocol.tree import TreeConnect

from connectors.smb.frames import Answer, Sender, answers, first_id
from connectors.smb.messages import CREDIT_BYTES, Message, opening
from connectors.smb.sealing import BadSeal, Encryption, Signing, is_encrypted
from connectors.smb.status import SESSION_ENDED, SUCCESS
from connectors.smb.wire import Wire

ANSWER_SECONDS = 60.0


class Lost(Exception):
    """The session is gone, or the server did not answer in time."""


class Reply(NamedTuple):
    """What the server answered to one message; ``body`` is empty unless it did what was asked."""

    status: int
    body: bytes


@dataclass(slots=True)
class Asked:
    """Messages under way: their ids and the replies that are here."""

    ids: tuple[int, ...]
    replies: dict[int, Reply] = field(default_factory=dict)


class Lane:
    """A share in a session, as a place to ask; to smbprotocol the transport of ``connection``.

    ``options`` of CREATE are added to each opening of a file or folder.
    """

    def __init__(self, tree: TreeConnect, options: int = 0) -> None:
        self.tree, session = tree, tree.session
        self._options = options
        self.connection = session.connection
        self._wire = Wire(self.connection.transport)
        encrypts = session.encrypt_data or tree.encrypt_data
        self._encryption = Encryption(session) if encrypts else None
        self._signing = Signing(session)
        self._sender = Sender(
            session.session_id,
            tree.tree_connect_id,
            self._signing if self._signing.required and not encrypts else None,
            self.connection.supports_multi_credit,
        )
        self._arrived = threading.Condition()
        self._waited_for: dict[int, Asked] = {}
        self._failed = ""
        self.connection.transport = self

    def opening(self, path: Sequence[str], access: int, options: int) -> Message:
        """Return what opens a file or folder as this session does."""
        return opening(path, access, options | self._options)

    def exchange(self, messages: Sequence[Message]) -> list[Reply]:
        """Return the replies to messages that are sent as one, each about what the first opens.

        Raises Lost where the session has ended or no answer comes in time.
        """
        return self.finish(self.begin(messages))

    def begin(self, messages: Sequence[Message]) -> Asked:
        """Send messages as one, as soon as the server takes them. Raises Lost."""
        with self._arrived:
            self._wait(lambda: self._takes(messages))
            asked = Asked(self._ids(messages))
            self._waited_for.update(dict.fromkeys(asked.ids, asked))
        frame = self._sender.frame(messages, asked.ids)
        try:
            self.send(frame if self._encryption is None else self._encryption.encrypted(frame))
        except (OSError, ValueError, AttributeError) as error:  # None where the socket is gone
            raise Lost("the connection was closed") from error
        return asked

    def begin_now(self, messages: Sequence[Message]) -> Asked | None:
        """Send messages as one if the server takes so much now, else nothing. Raises Lost."""
        return self.begin(messages) if self._takes(messages) else None

    def _takes(self, messages: Sequence[Message]) -> bool:
        window = self.connection.sequence_window
        left = int(window["high"] - window["low"])
        return sum(message.credits for message in messages) <= left

    def finish(self, asked: Asked) -> list[Reply]:
        """Return the replies to what was begun. Raises Lost."""
        with self._arrived:
            self._wait(lambda: len(asked.replies) == len(asked.ids))
        replies = [asked.replies[number] for number in asked.ids]
        for reply in replies:
            if reply.status in SESSION_ENDED:
                raise Lost(f"status 0x{reply.status:08x}")
        return replies

    def room(self, wanted_bytes: int) -> int:
        """Return how much of ``wanted_bytes`` one reply may hold."""
        connection = self.connection
        if not connection.supports_multi_credit:
            return min(wanted_bytes, CREDIT_BYTES)
        return int(min(wanted_bytes, connection.max_read_size, connection.max_transact_size))

    @property
    def connected(self) -> bool:
        """Whether the socket is open: smbprotocol asks."""
        return self._wire.connected

    def send(self, frame: bytes | SMB2TransformHeader) -> None:
        """Send a frame, ours or smbprotocol's, which hands on encrypted ones unpacked."""
        self._wire.send(frame if isinstance(frame, bytes) else frame.pack())

    def recv(self, timeout_seconds: float) -> bytes:
        """Return the next frame that is smbprotocol's; its thread waits here."""
        try:
            while True:
                frame = self._wire.recv(timeout_seconds)
                if not frame or not self._delivered(frame):
                    break
        except TimeoutError:  # nothing was asked for long: smbprotocol keeps the session
            raise
        except (BadSeal, struct.error, OSError) as error:
            self._fail(str(error))
            return b""
        if not frame:
            self._fail("the connection was closed")
        return frame

    def close(self) -> None:
        """Close the socket."""
        self._fail("the connection was closed")
        self._wire.close()

    def _wait(self, done: Callable[[], bool]) -> None:
        """Wait until ``done``; the lock is held. Raises Lost."""
        deadline = time.monotonic() + ANSWER_SECONDS
        while not done():
            left = deadline - time.monotonic()
            if self._failed or left <= 0:
                raise Lost(self._failed or "no answer in time")
            self._arrived.wait(left)

    def _fail(self, why: str) -> None:
        with self._arrived:
            self._failed = self._failed or why
            self._arrived.notify_all()

    def _ids(self, messages: Sequence[Message]) -> tuple[int, ...]:
        """Return an id for each message: as many numbers are spent as it costs credits."""
        ids = []
        with self.connection.sequence_lock:
            window = self.connection.sequence_window
            for message in messages:
                ids.append(int(window["low"]))
                window["low"] += message.credits if self._sender.is_charged else 1
        return tuple(ids)

    def _delivered(self, frame: bytes) -> bool:
        """Take a frame that answers a question of ours. Raises BadSeal and struct.error."""
        was_encrypted = is_encrypted(frame)
        if was_encrypted:
            if self._encryption is None:
                return False
            frame = self._encryption.decrypted(frame)
        with self._arrived:
            if first_id(frame) not in self._waited_for:
                return False
            if self._encryption is not None and not was_encrypted:
                raise BadSeal("an answer that is not encrypted")
            for answer in answers(frame):
                self._take(answer)
            self._arrived.notify_all()
        return True

    def _take(self, answer: Answer) -> None:
        with self.connection.sequence_lock:
            self.connection.sequence_window["high"] += answer.granted
        if answer.is_interim:
            return
        if self._encryption is None and (self._signing.required or answer.is_signed):
            self._signing.check(answer.whole)
        asked = self._waited_for.pop(answer.number, None)
        if asked is not None:
            body = answer.body if answer.status == SUCCESS else b""
            asked.replies[answer.number] = Reply(answer.status, body)
