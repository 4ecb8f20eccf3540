"""What extractors take and yield: sources, passages, members, gaps and limits.

An extractor is a generator over one source. It yields passages in document order, members
(parts that go back through the router) and part gaps; it never raises for what it could
partly read, and never keeps a whole document in memory where the format can be streamed.
"""

from __future__ import annotations

import errno
import io
import json
import logging
import os
import sys
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from typing import BinaryIO, Protocol

from connectors.base import Cause

logger = logging.getLogger(__name__)

LITTLE_TEXT = 30
"""Characters: with fewer, and an image, a document is a scan. Source: docs/decisions/0002."""

_KEPT_PLACES = 1 << 12  # names of columns and places around, spelt once
LOST_BYTES = frozenset({errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT})
"""Numbers of errors of a disk or server that failed, not of a broken document."""


class Kind(StrEnum):
    """Which part of a document a passage is; decides whether what it holds is concealed."""

    BODY = "body"
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"
    NOTE = "note"
    DELETED = "deleted"
    HIDDEN = "hidden"
    PROPERTY = "property"
    LINK = "link"
    CACHED = "cached"
    MAIL_HEADER = "mail header"
    OCR = "ocr"
    NAME = "name"
    STRINGS = "strings"


CONCEALED = frozenset({Kind.DELETED, Kind.HIDDEN, Kind.PROPERTY, Kind.CACHED, Kind.COMMENT})
"""Kinds that who opens the document does not see at once."""

Step = tuple[str, int | str]
Locator = tuple[Step, ...]
"""Where a passage sits: steps such as ("page", 3), ("sheet", 2), ("cell", "B17"),
("header", "From"). The word and the value come from our own lists or are indexes from 1:
never text of the document, so a locator carries no personal data. Text and tables count on
from their mark: ("line", n) and ("row", n) are advanced by ``locate``."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of extracted text, at most about 1 MB, with where its parts sit.

    ``marks`` is sorted by character offset; the locator holds for what begins there. Where a
    locator ends in ("line", n), lines are counted on from its mark.
    """

    text: str = field(repr=False)
    marks: tuple[tuple[int, Locator], ...] = ((0, ()),)
    kind: Kind = Kind.BODY
    member: str | None = field(default=None, repr=False)
    seq: int = 0


@dataclass(frozen=True, slots=True)
class TablePassage:
    """Rows of one table: cells parted by tabs, rows by newlines, no header row among them.

    Tabs, newlines and carriage returns inside a cell are spaces, so cell borders can be had from
    the text alone. ``header`` holds the column names, or None where the extractor saw none (the
    engine then types columns by content). ``first_row`` is the number, from 1, of the first row
    here as the document counts; ``locator`` is where the table sits ("sheet", 2); ``table`` tells
    tables of one document apart. A table's passages come in order.
    """

    text: str = field(repr=False)
    table: int
    first_row: int
    header: tuple[str, ...] | None = field(default=None, repr=False)
    locator: Locator = ()
    kind: Kind = Kind.BODY
    member: str | None = field(default=None, repr=False)
    seq: int = 0


@dataclass(frozen=True, slots=True)
class PartGap:
    """A part of the document, or (member None) of the entry itself, that could not be read."""

    cause: Cause
    member: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Member:
    """A part that is a document of its own and goes back through the router.

    ``path`` is its name inside its parent, "/"-separated; the router joins the parents' paths.
    """

    path: str = field(repr=False)
    source: Source


Part = Passage | TablePassage | Member | PartGap


class ExtractionError(Exception):
    """The bytes came, but no (more) text could be had from them; ``cause`` says why."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause.value)
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Limits:
    """What one entry may cost. Each limit that is hit is a gap. Source: docs/decisions/0002."""

    seconds: float = 60.0  # wall time without progress; text that streams on earns more
    memory_bytes: int = 650_000_000  # RLIMIT_DATA of a worker
    emitted_chars: int = 20_000_000  # text of formats other than text and CSV
    depth: int = 8  # members within members
    members: int = 50_000
    unpacked_bytes: int = 4_000_000_000
    ratio: int = 200  # unpacked to packed, once past ratio_from_bytes
    ratio_from_bytes: int = 64_000_000
    html_bytes: int = 20_000_000
    json_tree_bytes: int = 25_000_000
    pdf_pages: int = 5_000
    mail_header_bytes: int = 256_000
    csv_field_chars: int = 1_000_000


class Source:
    """The bytes of an entry or member: a seekable stream, its size, and a path to open it by.

    ``path`` (``/proc/self/fd/N``) exists only for what lies in a descriptor: an entry, or a
    member spooled to a memfd; libraries that want a file name take that, so no real name ever
    reaches a parser or its messages.
    """

    def __init__(self, stream: BinaryIO, size_bytes: int, path: str | None = None) -> None:
        self._stream = stream
        self.size_bytes = size_bytes
        self.path = path

    @classmethod
    def of_descriptor(cls, descriptor: int) -> Source:
        """Return the source over an open descriptor; the stream closes it."""
        stream = os.fdopen(descriptor, "rb", buffering=1 << 16)
        return cls(stream, os.fstat(descriptor).st_size, f"/proc/self/fd/{descriptor}")

    @classmethod
    def of_bytes(cls, data: bytes) -> Source:
        """Return the source over bytes in memory."""
        return cls(io.BytesIO(data), len(data))

    def stream(self) -> BinaryIO:
        """Return the stream, rewound."""
        self._stream.seek(0)
        return self._stream

    def head(self, size: int = 65_536) -> bytes:
        """Return the first ``size`` bytes."""
        return self.stream().read(size)

    def close(self) -> None:
        """Give back the descriptor or memory."""
        self._stream.close()


@dataclass(slots=True)
class Budget:
    """What is left of an entry's limits, shared by all its members.

    ``attempt`` is 0 at first; after a crash the entry is tried once more with attempt 1, and
    an extractor with a second library starts with that.
    """

    limits: Limits = field(default_factory=Limits)
    attempt: int = 0
    emitted_chars: int = 0
    members: int = 0
    unpacked_bytes: int = 0
    deadline: float = field(default_factory=lambda: float("inf"))  # time.monotonic() seconds
    progress: Callable[[], None] = lambda: None  # re-arms the worker's watchdog

    def emit(self, chars: int) -> None:
        """Count emitted text. Raises ExtractionError(LIMIT) when the entry's share is spent."""
        self.emitted_chars += chars
        if self.emitted_chars > self.limits.emitted_chars:
            raise ExtractionError(Cause.LIMIT)
        self.check_time()

    def counted(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield ``parts``, their text counted. Raises ExtractionError(LIMIT)."""
        for part in parts:
            if isinstance(part, Passage | TablePassage):
                self.emit(len(part.text))
            yield part

    def unpack(self, size_bytes: int) -> None:
        """Count bytes unpacked from a container. Raises ExtractionError(LIMIT) at the limit."""
        self.unpacked_bytes += size_bytes
        if self.unpacked_bytes > self.limits.unpacked_bytes:
            raise ExtractionError(Cause.LIMIT)
        self.check_time()

    def check_time(self) -> None:
        """Raise ExtractionError(TIMED_OUT) once the deadline has passed."""
        if time.monotonic() > self.deadline:
            raise ExtractionError(Cause.TIMED_OUT)


class ExtractFunction(Protocol):
    """Yield the parts of one source in document order."""

    def __call__(self, source: Source, budget: Budget) -> Iterator[Part]:
        """Return the parts; raise ExtractionError where no more can be had."""
        ...


@dataclass(frozen=True, slots=True)
class Extractor:
    """Declares one format: the media types it reads, and the function that does.

    ``version`` goes into what a night compares: raise it when the text that comes out changes, and
    entries of these types, or with members of them, are read again. Only these: raise it of each
    extractor whose code changed. ``uses`` names a media type of each other extractor whose module
    it takes code from: their versions count as its own.
    """

    media_types: frozenset[str]
    extract: ExtractFunction
    uses: tuple[str, ...] = ()
    version: int = 1


@contextmanager
def foreign_parser() -> Iterator[None]:
    """Turn whatever a foreign library raises into ExtractionError.

    The only ``except BaseException`` of the house: Rust panics are not Exceptions.
    """
    try:
        yield
    except (ExtractionError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except MemoryError as error:
        raise ExtractionError(Cause.MEMORY) from error
    except OSError as error:
        # Parsers raise it for broken documents too; only a disk or server that failed passes.
        lost = error.errno in LOST_BYTES
        raise ExtractionError(Cause.UNREACHABLE if lost else Cause.CORRUPT) from error
    except BaseException as error:
        logger.debug("parser failed", extra={"error": type(error).__name__})
        raise ExtractionError(Cause.CORRUPT) from error


def within(part: Passage | TablePassage, member: str | None, seq: int) -> Passage | TablePassage:
    """Return ``part`` with its member path and running number filled in."""
    return replace(part, member=member, seq=seq)


def locate(passage: Passage | TablePassage, offset: int) -> Locator:
    r"""Return where the character at ``offset`` sits in the document.

    >>> locate(Passage("a\nb", ((0, (("line", 7),)),)), 2)
    (('line', 8),)
    >>> locate(TablePassage("a\tb\nc\td", table=1, first_row=2), 6)
    (('cell', 'B3'),)
    """
    return Places(passage).at(offset)


class Places:
    """Tells where characters of one passage sit; asked in order, its lines are counted once."""

    def __init__(self, passage: Passage | TablePassage) -> None:
        self._passage = passage
        self._start = self._end = self._lines = 0  # line ends counted in [start, end)
        self._from, self._until = 0, -1  # the stretch of the mark that was asked for last
        self._around: Locator = ()
        self._first_line = 0

    def at(self, offset: int) -> Locator:
        """Return where the character at ``offset`` sits in the document."""
        around, counted = self._parted(offset)
        return around if counted is None else (*around, counted)

    def json_at(self, offset: int) -> str:
        """Return the same as JSON; what lies around a place is written once."""
        around, counted = self._parted(offset)
        if counted is None:
            return _written(around)
        kind, place = counted
        written = place if kind == "line" else f'"{place}"'
        return f'{_opened(around)}["{kind}", {written}]]'

    def _parted(self, offset: int) -> tuple[Locator, Step | None]:
        """Return what lies around the place, and the line or cell in it if these are counted."""
        passage = self._passage
        if isinstance(passage, TablePassage):
            row = passage.first_row + self._line_ends(0, offset)
            row_start = passage.text.rfind("\n", 0, offset) + 1
            column = passage.text.count("\t", row_start, offset)
            return passage.locator, ("cell", f"{column_name(column)}{row}")
        if not self._from <= offset < self._until:
            self._seek(passage.marks, offset)
        start, locator = self._from, self._around
        if self._first_line:
            return locator, ("line", self._first_line + self._line_ends(start, offset))
        return locator, None

    def _seek(self, marks: Sequence[tuple[int, Locator]], offset: int) -> None:
        """Find the mark that ``offset`` lies behind."""
        at = max(bisect_right(marks, offset, key=itemgetter(0)) - 1, 0)
        self._from, locator = marks[at]
        self._until = marks[at + 1][0] if at + 1 < len(marks) else sys.maxsize
        counted = bool(locator) and locator[-1][0] == "line"
        self._around = locator[:-1] if counted else locator
        self._first_line = int(locator[-1][1]) if counted else 0

    def _line_ends(self, start: int, end: int) -> int:
        if start != self._start or end < self._end:
            self._start, self._end, self._lines = start, start, 0
        self._lines += self._passage.text.count("\n", self._end, end)
        self._end = max(end, start)
        return self._lines


@lru_cache(_KEPT_PLACES)
def _written(locator: Locator) -> str:
    return json.dumps(locator)


@lru_cache(_KEPT_PLACES)
def _opened(locator: Locator) -> str:
    """Return the JSON up to where one more step belongs."""
    return f"{json.dumps(locator)[:-1]}, " if locator else "["


@lru_cache(_KEPT_PLACES)
def column_name(index: int) -> str:
    """Return the letters of the column with ``index`` from 0, as spreadsheets show it.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    letters = ""
    index += 1
    while index:
        index, digit = divmod(index - 1, 26)
        letters = chr(65 + digit) + letters
    return letters
