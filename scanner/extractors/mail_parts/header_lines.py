"""Mail headers as a passage, decoded, each line with the name of its header.

Source: RFC 5322, 2.2.3 (folding) and RFC 2047 (encoded words), read 2026-11-25.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from email.header import decode_header

from scanner.extractors.base import (
    ExtractionError,
    Kind,
    Locator,
    Passage,
    foreign_parser,
)
from scanner.extractors.encoding import decoded, known_encoding

_NAMES = (
    "From", "To", "Cc", "Bcc", "Subject", "Date", "Sender", "Reply-To", "Return-Path", "Received",
    "Message-ID", "In-Reply-To", "References", "Delivered-To", "Resent-From", "Resent-To",
    "Resent-Cc", "Comments", "Keywords", "Organization", "Disposition-Notification-To",
    "X-Originating-IP", "X-Original-To", "X-Forwarded-To", "X-Sender", "X-Mailer", "Thread-Topic",
)  # fmt: skip
_NAME = {name.lower(): name for name in _NAMES}
_FOLD = re.compile(r"\r?\n[ \t]*")
_PASSAGE_CHARS = 500_000


def header_passages(
    headers: Iterable[tuple[str, str]], most_decoded_chars: int, above: Locator = ()
) -> Iterator[Passage]:
    """Yield the headers, one a line.

    Encoded words are decoded in the first ``most_decoded_chars`` only, since their decoding takes
    time that grows with the square of their length; the rest comes out as it stands.
    """
    lines: list[str] = []
    marks: list[tuple[int, Locator]] = []
    at = 0
    for name, raw in headers:
        if at > _PASSAGE_CHARS:
            yield Passage("\n".join(lines), tuple(marks), Kind.MAIL_HEADER)
            lines, marks, at = [], [], 0
        most_decoded_chars -= len(raw)
        value = decoded_words(raw) if most_decoded_chars >= 0 else as_text(raw)
        line = f"{name}: {_FOLD.sub(' ', value)}"
        marks.append((at, (*above, ("header", _NAME.get(name.lower(), "other")))))
        lines.append(line)
        at += len(line) + 1
    if lines:
        yield Passage("\n".join(lines), tuple(marks), Kind.MAIL_HEADER)


def decoded_words(raw: str) -> str:
    """Return a header's value with its encoded words decoded, or as it stands."""
    value = as_text(raw)
    if "=?" not in value:
        return value
    try:
        with foreign_parser():
            parts = decode_header(_FOLD.sub(" ", value))
    except ExtractionError:
        return value
    return "".join(_part(part, charset) for part, charset in parts)


def as_text(raw: str) -> str:
    """Return text that the mail parser made of bytes above ASCII, in its own encoding."""
    if raw.isascii():
        return raw
    try:
        data = raw.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, as RFC 2231 lets a sender write
        return raw.encode("utf-8", "replace").decode()
    return decoded(data)[0]


def _part(part: str | bytes, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    if charset is None:
        return part.decode("ascii", "replace")
    return part.decode(known_encoding(charset) or "utf-8", "replace")
