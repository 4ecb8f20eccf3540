"""Word documents of before 2007: main text, notes, headers, comments, text boxes, and all beside.

Read by ourselves: all sub-documents lie in one table of pieces, which other readers follow in part.
What a document shows on no page (tracked deletions, hidden text, who saved it where) comes out
under its own kind. Source: [MS-DOC], read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import (
    LITTLE_TEXT,
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Locator,
    Part,
    PartGap,
    Passage,
    Source,
    TablePassage,
)
from scanner.extractors.compound.art import art_texts
from scanner.extractors.compound.embedded import macro_gaps, object_parts
from scanner.extractors.compound.file import CompoundFile
from scanner.extractors.compound.property_sets import property_passages
from scanner.extractors.markup.flow import Flows
from scanner.extractors.word_binary import fib as fields
from scanner.extractors.word_binary.fib import Fib, read_fib
from scanner.extractors.word_binary.looks import read_looks
from scanner.extractors.word_binary.pieces import read_text
from scanner.extractors.word_binary.story import Story
from scanner.extractors.word_binary.strings import counted_strings, positions, string_table

_SEPARATORS = 6  # stories that part notes from text lie before the headers (2.3.3)
_MARGINS = (Kind.HEADER, Kind.HEADER, Kind.FOOTER, Kind.FOOTER, Kind.HEADER, Kind.FOOTER)
_BOX_BYTES = 22  # of each item that follows the positions of text boxes (2.8.32)


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the document's properties, text by sub-document, members. Raises ExtractionError."""
    compound = CompoundFile(source, budget)
    yield from budget.counted(property_passages(compound, compound.root))
    main = compound.stream(compound.root, "worddocument")
    if main is None:
        raise ExtractionError(Cause.CORRUPT)
    fib = read_fib(main)
    table = main if not fib.wide else compound.stream(compound.root, fib.table)
    if table is None:
        compound.damaged, table = True, b""
    document = _Document(compound, fib, main, table)
    yield from budget.counted(document.parts())
    pool = compound.root.storages.get("objectpool")
    for storage in pool.storages.values() if pool else ():
        yield from object_parts(compound, storage, f"ObjectPool/{storage.name}", budget)
    yield from macro_gaps(compound.root)
    if document.damaged or compound.damaged:
        yield PartGap(Cause.PARTIAL)
    elif document.is_picture:
        yield PartGap(Cause.NEEDS_OCR)


class _Document:
    """One document being read: its text, and what its tables say of it."""

    def __init__(self, compound: CompoundFile, fib: Fib, main: bytes, table: bytes) -> None:
        self._fib, self._table = fib, table
        text = read_text(fib, main, table)
        data = compound.stream(compound.root, "data") or b""
        self._story = Story(text, read_looks(fib, text, main, table, data))
        self._length = len(text.text)
        self.damaged = text.damaged
        self.is_picture = False
        following = fib.next_block
        self._blocks: _Document | None = None
        if (
            following
            and len(main) > following + 1_024
            and main[following : following + 1] == b"\xec"
        ):
            self._blocks = _Document(compound, read_fib(main, following), main, table)

    def parts(self) -> Iterator[Passage | TablePassage]:
        """Yield the text of all sub-documents, then what lies beside it."""
        fib, story = self._fib, self._story
        ends: list[int] = [0]
        for length in fib.lengths:
            ends.append(min(ends[-1] + length, self._length))
        if ends[1] == 0:
            ends[1:] = [self._length] * len(fib.lengths)
        yield from story.parts(0, ends[1])
        yield from self._each(ends[1], ends[2], fields.NOTES, "note", Kind.NOTE)
        yield from self._margins(ends[2], ends[3])
        yield from story.parts(ends[3], ends[4], Kind.HIDDEN)
        yield from self._each(ends[4], ends[5], fields.COMMENTS, "comment", Kind.COMMENT)
        yield from self._each(ends[5], ends[6], fields.ENDNOTES, "endnote", Kind.NOTE)
        yield from self._each(ends[6], ends[7], fields.BOXES, "text box", Kind.BODY, _BOX_BYTES)
        place = (("header", 1),)
        yield from story.parts(ends[7], ends[8], Kind.HEADER, place)
        if ends[8] < self._length - 1:
            yield from story.parts(ends[8], self._length, Kind.HIDDEN)
        self.is_picture = story.chars < LITTLE_TEXT and "\x01" in story.text.text
        yield from self._beside()
        if self._blocks is not None:
            yield from self._blocks.parts()

    def _each(
        self, start: int, end: int, number: int, word: str, kind: Kind, item_bytes: int = 0
    ) -> Iterator[Passage | TablePassage]:
        """Yield the notes, comments or boxes between two positions, each at its own place."""
        for count, (begin, stop) in enumerate(self._cuts(start, end, number, item_bytes), 1):
            yield from self._story.parts(begin, stop, kind, ((word, count),))

    def _margins(self, start: int, end: int) -> Iterator[Passage | TablePassage]:
        for number, (begin, stop) in enumerate(self._cuts(start, end, fields.HEADERS, 0)):
            if stop <= begin or number < _SEPARATORS:
                continue
            section, which = divmod(number - _SEPARATORS, len(_MARGINS))
            kind = _MARGINS[which]
            place: Locator = ((kind.value, section + 1),)
            yield from self._story.parts(begin, stop, kind, place)

    def _cuts(
        self, start: int, end: int, number: int, item_bytes: int
    ) -> Iterator[tuple[int, int]]:
        """Yield where each story between two positions lies; together they are all of it."""
        if end <= start:
            return
        cuts = positions(self._fib.part(self._table, number), item_bytes)
        at = start
        for cut in cuts[1:]:
            stop = min(max(start + cut, at), end)
            yield at, stop
            at = stop
        if at < end:
            yield at, end

    def _beside(self) -> Iterator[Passage]:
        """Yield names of people in the tables, and text that drawings hold as a property."""
        fib, table, flows = self._fib, self._table, Flows()
        for author in string_table(fib.part(table, fields.REVISERS), fib.encoding):
            if author != "Unknown":
                flows.add(Kind.PROPERTY, f"Author: {author}", ())
        saved = list(string_table(fib.part(table, fields.SAVED_BY), fib.encoding))
        for author, path in zip(saved[::2], saved[1::2], strict=False):
            flows.add(Kind.PROPERTY, f"Saved by: {author}", ())
            flows.add(Kind.PROPERTY, f"Saved as: {path}", ())
        if fib.wide:
            for author in counted_strings(fib.part(table, fields.OWNERS)):
                flows.add(Kind.PROPERTY, f"Author: {author}", ())
            for kind, text in art_texts(fib.part(table, fields.DRAWINGS)):
                flows.add(kind, text, ())
            for text in string_table(fib.part(table, fields.VARIABLES), fib.encoding):
                flows.add(Kind.PROPERTY, text, ())
        yield from flows.rest()


EXTRACTOR = Extractor(media_types=frozenset({"application/msword"}), extract=extract)
