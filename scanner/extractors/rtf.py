"""Rich text (.rtf, and .doc that is none): text, tables, and all that stands beside it.

Read by ourselves: other readers leave out notes, comments, boxes and hidden text, or the code page
of a font. A web page that was written as rich text is read as a page. Source: Rich Text Format
Specification 1.9.1, read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import (
    LITTLE_TEXT,
    Budget,
    ExtractionError,
    Extractor,
    Part,
    PartGap,
    Source,
)
from scanner.extractors.encoding import marked_encoding
from scanner.extractors.html import html_parts
from scanner.extractors.rich_text.reader import Reader
from scanner.extractors.rich_text.words import DOCUMENT

_HEAD_BYTES = 16  # further on there may be pictures


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the document's text, tables, properties and members. Raises ExtractionError."""
    if marked_encoding(source.head(_HEAD_BYTES)) not in (None, "utf-8"):
        raise ExtractionError(Cause.CORRUPT)  # two bytes a character: no program opens it
    reader = Reader(DOCUMENT, budget)
    yield from budget.counted(reader.parts(source))
    page = "".join(reader.page)
    if page:
        yield from budget.counted(html_parts(page))
    if reader.document.damaged:
        yield PartGap(Cause.PARTIAL)
    elif reader.pictures and not page and reader.document.chars < LITTLE_TEXT:
        yield PartGap(Cause.NEEDS_OCR)


EXTRACTOR = Extractor(
    media_types=frozenset({"application/rtf"}), extract=extract, uses=("text/html",)
)
