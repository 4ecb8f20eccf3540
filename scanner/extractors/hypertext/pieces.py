"""Passages out of running text whose paragraphs are known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scanner.extractors.base import Kind, Locator, Passage, TablePassage
from scanner.extractors.tables.dialect import heading_of

PASSAGE_CHARS = 262_144
BREAK = "\x1e"  # stands for the end of a paragraph; HTML's own line ends are only spaces
_SPACES = re.compile(r"[ \t\r\n\f]+")


def paragraphs(text: str, first: int, kind: Kind = Kind.BODY, step: str = "paragraph") -> Passage:
    """Return ``text``, whose paragraphs end with BREAK, as a passage numbered from ``first``."""
    lines = [line for part in _SPACES.sub(" ", text).split(BREAK) if (line := part.strip())]
    marks: list[tuple[int, Locator]] = []
    at = 0
    for number, line in enumerate(lines, first):
        marks.append((at, ((step, number),)))
        at += len(line) + 1
    return Passage("\n".join(lines), tuple(marks) or ((0, ()),), kind)


def long_paragraphs(text: str, first: int) -> Iterator[Passage]:
    """Yield ``text`` as one passage, or as several where it is long."""
    start = 0
    while len(text) - start > PASSAGE_CHARS:
        cut = text.rfind(BREAK, start, start + PASSAGE_CHARS)
        cut = cut if cut >= 0 else text.rfind(" ", start, start + PASSAGE_CHARS)
        cut = cut + 1 if cut >= 0 else start + PASSAGE_CHARS
        passage = paragraphs(text[start:cut], first)
        yield passage
        first += len(passage.marks)
        start = cut
    passage = paragraphs(text[start:], first)
    if passage.text:
        yield passage


def table(
    rows: Sequence[Sequence[str]], number: int, heading: Sequence[str] | None, above: int = 0
) -> TablePassage:
    """Return the rows of a table that follow ``above`` others.

    Its heading is looked for where the page names none.
    """
    skipped = 0
    if heading is None:
        found = heading_of(rows)
        if found.names is not None and found.records_above == 1:
            heading, skipped = found.names, 1 - found.text_records  # in doubt it stays a row, too
        elif found.names is not None:
            heading = found.names  # below titles, or of two rows: all of them stay
    text = "\n".join("\t".join(row) for row in rows[skipped:])
    first = above + skipped + 1
    return TablePassage(text, number, first, tuple(heading or ()) or None, (("table", number),))


def cell_text(text: str) -> str:
    """Return the text of a cell: one line, no tabs."""
    return _SPACES.sub(" ", text.replace(BREAK, " ")).strip()
