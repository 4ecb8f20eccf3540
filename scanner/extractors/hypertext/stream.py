"""A page read in pieces by the standard library's parser: any size, any depth, flat memory."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote

from scanner.extractors.base import Kind, Passage, TablePassage, foreign_parser
from scanner.extractors.hypertext.pieces import (
    BREAK,
    PASSAGE_CHARS,
    cell_text,
    long_paragraphs,
    paragraphs,
    table,
)

_PIECE_CHARS = 65_536
_UNPARSED_CHARS = 2_000_000  # a tag or comment that never ends; from here on it is plain text
_TABLE_ROWS = 5_000  # held of one table
_INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em",
        "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    }
)  # fmt: skip
_UNSEEN = frozenset({"script", "style"})
_WORDS = frozenset({"alt", "title", "placeholder", "aria-label", "value", "content"})


def streamed_parts(blocks: Iterator[str]) -> Iterator[Passage | TablePassage]:
    """Yield what is in a page whose text comes in ``blocks``."""
    page = _Page()
    for block in blocks:
        for start in range(0, len(block), _PIECE_CHARS):
            with foreign_parser():
                page.feed(block[start : start + _PIECE_CHARS])
            yield from page.ready(PASSAGE_CHARS)
            if len(page.rawdata) > _UNPARSED_CHARS:
                page.handle_data(page.rawdata)
                page.rawdata = ""
    with foreign_parser():
        page.close()
    yield from page.ready(0)


class _Page(HTMLParser):
    """Collects what the parser finds until it is fetched by ``ready``."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._text: dict[Kind, list[str]] = {}
        self._chars: dict[Kind, int] = {}
        self._numbers: dict[Kind, int] = {}
        self._kind = Kind.BODY
        self._tables = _Tables()

    def ready(self, at_least: int) -> Iterator[Passage | TablePassage]:
        """Yield every kind of text of which there is more than ``at_least``."""
        yield from self._tables.take_done()
        for kind in list(self._text):
            if self._chars[kind] <= at_least:
                continue
            text = "".join(self._text.pop(kind))
            self._chars[kind] = 0
            if at_least:  # what may go on stays for the next time
                cut = text.rfind(BREAK) + 1 or text.rfind(" ") + 1 or len(text)
                self._add(kind, text[cut:])
                text = text[:cut]
            first = self._numbers.get(kind, 1)
            for passage in (
                long_paragraphs(text, first) if kind is Kind.BODY else _pieces(text, kind, first)
            ):
                first += len(passage.marks)
                yield passage
            self._numbers[kind] = first
        if not at_least:
            yield from self._tables.take_open()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._kind = Kind.HIDDEN
        elif tag == "title":
            self._kind = Kind.PROPERTY
        elif tag not in _INLINE:
            self._tables.start(tag)
            self._add(Kind.BODY, BREAK)
        values = dict(attrs)
        for name, value in attrs:
            if value and name == "href":
                self._add(Kind.LINK, unquote(value.removeprefix("mailto:")) + BREAK)
            elif value and name in _WORDS:
                concealed = Kind.PROPERTY if tag == "meta" else Kind.HIDDEN
                shown = tag != "meta" and values.get("type") != "hidden"
                self._add(Kind.BODY if shown else concealed, BREAK + value + BREAK)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN or tag == "title":
            self._add(self._kind, BREAK)
            self._kind = Kind.BODY
        elif tag not in _INLINE:
            self._tables.end(tag)
            self._add(Kind.BODY, BREAK)

    def handle_data(self, data: str) -> None:
        if self._kind is not Kind.BODY or not self._tables.data(data):
            self._add(self._kind, data)

    def handle_comment(self, data: str) -> None:
        self._add(Kind.COMMENT, data + BREAK)

    def handle_decl(self, decl: str) -> None:
        """Leave out the document type."""

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data)

    def _add(self, kind: Kind, text: str) -> None:
        self._text.setdefault(kind, []).append(text)
        self._chars[kind] = self._chars.get(kind, 0) + len(text)


def _pieces(text: str, kind: Kind, first: int) -> Iterator[Passage]:
    passage = paragraphs(text, first, kind, kind.value)
    if passage.text:
        yield passage


class _Tables:
    """The table that is open, row by row; what is nested in it is text of its cells."""

    def __init__(self) -> None:
        self._depth = 0
        self._rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._number = 0
        self._done: list[TablePassage] = []
        self._heading: tuple[str, ...] | None = None
        self._first_row = 1

    def start(self, tag: str) -> None:
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            if len(self._rows) >= _TABLE_ROWS:
                self._flush()
            self._rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self._cell = []
        elif self._cell is not None:
            self._cell.append(" ")

    def end(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_table()
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif self._cell is not None:
            self._cell.append(" ")

    def data(self, text: str) -> bool:
        """Take text that belongs to a cell; return whether it did."""
        if self._cell is None:
            return False
        self._cell.append(text)
        return True

    def take_done(self) -> list[TablePassage]:
        """Return the batches that are complete."""
        done, self._done = self._done, []
        return done

    def take_open(self) -> list[TablePassage]:
        """Return the rest of a table that the page never ends."""
        self._end_table()
        return self.take_done()

    def _end_cell(self) -> None:
        if self._cell is not None:
            if not self._rows:
                self._rows.append([])
            self._rows[-1].append(cell_text("".join(self._cell)))
            self._cell = None

    def _end_table(self) -> None:
        self._end_cell()
        self._flush()
        self._heading, self._first_row = None, 1

    def _flush(self) -> None:
        if not self._rows:
            return
        if self._first_row == 1:
            self._number += 1
            batch = table(self._rows, self._number, None)
            self._heading = batch.header
        else:
            text = "\n".join("\t".join(row) for row in self._rows)
            place = (("table", self._number),)
            batch = TablePassage(text, self._number, self._first_row, self._heading, place)
        self._first_row += len(self._rows)
        self._rows = []
        self._done.append(batch)
