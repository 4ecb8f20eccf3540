"""Mail messages: headers, bodies, attachments; web pages saved as one file, which are mail too.

The bodies are passages of the message itself, attachments and attached messages are members.
Parsed under the ``compat32`` policy: the newer ones parse every header at once, and hostile ones
cost them gigabytes. What the parser gives up on (thousands of messages within messages) is read
as the text that it is.
Source: RFC 5322, RFC 2045-2047, RFC 2183, read 2026-11-25.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from typing import TYPE_CHECKING

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Locator,
    Member,
    Part,
    PartGap,
    Passage,
    Source,
    foreign_parser,
)
from scanner.extractors.encoding import TextReader, decoded
from scanner.extractors.html import declared_charset, html_parts
from scanner.extractors.mail_parts.header_lines import decoded_words, header_passages
from scanner.extractors.text import numbered, text_blocks, text_passages

_MESSAGE_BYTES = 64_000_000  # parsed in memory at about three times its size
_MIME_NOTICE = "This is a multi-part message in MIME format"

if TYPE_CHECKING:
    MimePart = Message[str, str]


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield headers, bodies and attachments of one message."""
    yield from message_parts(source, budget, ())


def message_parts(source: Source, budget: Budget, above: Locator) -> Iterator[Part]:
    """Yield the parts of one message that sits in ``above``."""
    if source.size_bytes > _MESSAGE_BYTES:
        yield PartGap(Cause.LIMIT)
        yield from numbered(text_blocks(TextReader(source.stream()), budget), above=above)
        return
    try:
        with foreign_parser():
            message: MimePart = BytesParser(policy=compat32).parse(source.stream())
            headers = list(message.raw_items())
    except ExtractionError:
        yield from numbered(text_blocks(TextReader(source.stream()), budget), above=above)
        yield PartGap(Cause.PARTIAL)
        return
    yield from _headers(headers, budget, above)
    yield from _Walk(budget, above).parts(message)


def _headers(
    headers: list[tuple[str, str]], budget: Budget, above: Locator
) -> Iterator[Passage | PartGap]:
    most = budget.limits.mail_header_bytes
    yield from header_passages(headers, most, above)
    encoded = sum(len(value) for _, value in headers) > most
    if encoded and any("=?" in value for _, value in headers):
        yield PartGap(Cause.LIMIT)  # encoded words beyond the limit were not decoded


class _Walk:
    """One walk over a message's parts; counts them, so that a part without a name has one."""

    def __init__(self, budget: Budget, above: Locator) -> None:
        self._budget = budget
        self._above = above
        self._number = 0

    def parts(self, part: MimePart) -> Iterator[Part]:
        """Yield what is in ``part``, those inside it included, in order."""
        todo = [part]
        while todo:
            part = todo.pop()
            self._number += 1
            self._budget.check_time()
            kind = part.get_content_type()
            if kind == "multipart/encrypted" or _is_enveloped(part):
                yield PartGap(Cause.ENCRYPTED, self._path(part))
            elif kind == "message/rfc822" and part.is_multipart():
                yield from self._attached_messages(part)
            elif kind.startswith("message/") and part.is_multipart():
                for report in _inside(part):  # delivery reports: groups of header lines
                    most = self._budget.limits.mail_header_bytes
                    yield from header_passages(report.raw_items(), most, self._place())
            elif part.is_multipart():
                yield from self._notices(part)
                todo += reversed(_inside(part))
            else:
                yield from self._leaf(part, kind)

    def _leaf(self, part: MimePart, kind: str) -> Iterator[Part]:
        with foreign_parser():
            data = part.get_payload(decode=True)
        content = data if isinstance(data, bytes) else b""
        self._budget.unpack(len(content))
        shown = part.get_content_disposition() != "attachment" and not _file_name(part)
        charset = _charset(part)
        if shown and kind == "text/html":
            text, _ = decoded(content, charset or declared_charset(content[:4_096]))
            yield from html_parts(text)
        elif shown and kind.startswith("text/"):
            yield from text_passages(decoded(content, charset)[0], self._place())
        elif content or not shown:
            yield Member(self._path(part), Source.of_bytes(content))

    def _attached_messages(self, part: MimePart) -> Iterator[Part]:
        path = self._path(part)
        for message in _inside(part):
            try:
                with foreign_parser():
                    data = message.as_bytes()
            except ExtractionError:
                yield PartGap(Cause.CORRUPT, path)
                continue
            self._budget.unpack(len(data))
            yield Member(path, Source.of_bytes(data))

    def _notices(self, part: MimePart) -> Iterator[Passage]:
        """Yield what stands before and after the parts, which mail programs do not show."""
        for text in (part.preamble, part.epilogue):
            if text and text.strip() and not text.strip().startswith(_MIME_NOTICE):
                yield Passage(text, ((0, self._place()),), Kind.HIDDEN)

    def _path(self, part: MimePart) -> str:
        return _file_name(part) or f"part {self._number}"

    def _place(self) -> Locator:
        return (*self._above, ("part", self._number))


def _inside(part: MimePart) -> list[MimePart]:
    payload = part.get_payload()
    return (
        [inner for inner in payload if isinstance(inner, Message)]
        if isinstance(payload, list)
        else []
    )


def _is_enveloped(part: MimePart) -> bool:
    """Return whether a part is S/MIME that only its receiver can read (RFC 8551, 3.2.2)."""
    if part.get_content_type() not in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return False
    return part.get_param("smime-type") not in ("signed-data", "certs-only")


def _file_name(part: MimePart) -> str:
    try:
        with foreign_parser():
            name = part.get_filename()
    except ExtractionError:
        return ""
    return " ".join(decoded_words(name).split()) if name else ""


def _charset(part: MimePart) -> str | None:
    try:
        with foreign_parser():
            return part.get_content_charset()
    except ExtractionError:
        return None


EXTRACTOR = Extractor(
    media_types=frozenset({"message/rfc822"}), extract=extract, uses=("text/html", "text/plain")
)
