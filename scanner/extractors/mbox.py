"""Mailboxes in one file (mbox): each message is read as mail, one at a time.

Source: RFC 4155, appendix A, read 2026-11-25: a message begins with "From " after a blank line.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.extractors.base import Budget, Extractor, Member, Part, PartGap, Source
from scanner.extractors.mail import message_parts

_LINE_BYTES = 1 << 20  # read at once of a line without end
_MESSAGE_BYTES = 70_000_000  # held; beyond that the message goes on as another


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the parts of every message, in order."""
    for number, message in enumerate(_messages(source), 1):
        budget.progress()
        inside = Source.of_bytes(message)
        for part in message_parts(inside, budget, (("message", number),)):
            if isinstance(part, Member):
                yield Member(f"message {number}/{part.path}", part.source)
            elif isinstance(part, PartGap) and part.member is not None:
                yield PartGap(part.cause, f"message {number}/{part.member}")
            else:
                yield part


def _messages(source: Source) -> Iterator[bytes]:
    stream = source.stream()
    held: list[bytes] = []
    size = 0
    after_blank = True
    while line := stream.readline(_LINE_BYTES):
        begins = after_blank and line.startswith(b"From ")
        if held and (begins or size > _MESSAGE_BYTES):
            yield b"".join(held)
            held, size = [], 0
        held.append(line)
        size += len(line)
        after_blank = line in (b"\n", b"\r\n")
    if held:
        yield b"".join(held)


EXTRACTOR = Extractor(
    media_types=frozenset({"application/mbox"}), extract=extract, uses=("message/rfc822",)
)
