"""What travels: messages with their headers, one or several in a frame, and answers likewise.

[MS-SMB2] 2.2.1.2 header, 3.2.4.1.4 compounded messages, 3.1.4.1 signatures; read 2026-11-27.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from connectors.smb.messages import Message
from connectors.smb.sealing import Signing
from connectors.smb.status import PENDING

_HEADER = struct.Struct("<4sHHIHHIIQIIQ16s")
_NAME = b"\xfeSMB"
_ASYNC, _RELATED, _SIGNED = 0x2, 0x4, 0x8
_ALIGNED = 8  # bytes: where the next message of a frame begins
_FIRST_ID = slice(24, 32)


@dataclass(frozen=True, slots=True)
class Sender:
    """Where messages of ours go, and who signs them; None: nobody does."""

    session_id: int
    tree_id: int
    signing: Signing | None
    is_charged: bool  # in credits: the oldest dialect is not

    def frame(self, messages: Sequence[Message], ids: Sequence[int]) -> bytes:
        """Return messages as one frame, each about what the first opens."""
        last = len(messages) - 1
        flags = _SIGNED if self.signing else 0
        parts = []
        for place, (message, number) in enumerate(zip(messages, ids, strict=True)):
            size = _HEADER.size + len(message.body)
            padding = -size % _ALIGNED if place < last else 0
            header = _HEADER.pack(
                *(_NAME, _HEADER.size, message.credits if self.is_charged else 0, 0),
                *(message.command, message.credits, flags, size + padding if place < last else 0),
                *(number, 0, self.tree_id, self.session_id, b""),
            )
            part = header + message.body + bytes(padding)
            parts.append(self.signing.signed(part) if self.signing else part)
            flags |= _RELATED
        return b"".join(parts)


class Answer(NamedTuple):
    """One answer as it came; ``granted`` counts the credits that come with it."""

    number: int
    status: int
    granted: int
    is_signed: bool
    is_interim: bool  # the answer itself comes later
    whole: bytes

    @property
    def body(self) -> bytes:
        """What follows the header."""
        return self.whole[_HEADER.size :]


def answers(frame: bytes) -> Iterator[Answer]:
    """Yield the answers in a frame. Raises struct.error where it is cut short or lengths lie."""
    at = 0
    while True:
        name, _, _, status, _, granted, flags, following, number, *_ = _HEADER.unpack_from(
            frame, at
        )
        end = at + following if following else len(frame)
        if name != _NAME or end > len(frame) or end - at < _HEADER.size:
            raise struct.error("an answer whose lengths lie")
        is_interim = status == PENDING and bool(flags & _ASYNC)
        yield Answer(number, status, granted, bool(flags & _SIGNED), is_interim, frame[at:end])
        if not following:
            return
        at = end


def first_id(frame: bytes) -> int:
    """Return the id of the message that a frame's first answer is to.

    >>> first_id(bytes(24) + (5).to_bytes(8, "little") + bytes(32))
    5
    """
    return int.from_bytes(frame[_FIRST_ID], "little")
