"""Word documents: every part of the package, paragraph by paragraph.

Source: ECMA-376 (Office Open XML), part 1, section 17; Strict and Transitional alike, because
elements are told by their local names. What a document shows on no page (tracked deletions,
hidden text, properties) comes out under its own kind.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import count

import docx

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Locator,
    Part,
    Source,
    foreign_parser,
)
from scanner.extractors.markup.flow import Flows
from scanner.extractors.ooxml.package import open_package
from scanner.extractors.ooxml.reader import Reading, is_member, is_xml, word_parts

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the document's text, tables, links and members. Raises ExtractionError.

    Where the own reader finds the document itself broken before its first word, python-docx,
    which rests on another XML parser, is asked.
    """
    package = open_package(source, budget)
    reading = Reading(package, budget)
    tables = count(1)
    places = _places(reading)
    for name, place in places.items():
        yield from word_parts(reading, name, place, tables)
    if Cause.CORRUPT in reading.damaged and not reading.chars and not package.damaged:
        yield from reading.counted(paragraphs_by_python_docx(source))
    yield from reading.links(places)
    for name in filter(is_member, package.names()):
        yield from reading.member(name)
    yield from reading.close()


def paragraphs_by_python_docx(source: Source) -> list[Part]:
    """Return the body's paragraphs and table cells as python-docx reads them; none if it fails."""
    flows = Flows()
    try:
        with foreign_parser():
            document = docx.Document(source.stream())
            for number, paragraph in enumerate(document.paragraphs, 1):
                flows.add(Kind.BODY, paragraph.text, (("paragraph", number),))
            for number, table in enumerate(document.tables, 1):
                for row in table.rows:
                    line = "\t".join(cell.text.replace("\n", " ") for cell in row.cells)
                    flows.add(Kind.BODY, line, (("table", number),))
    except ExtractionError:
        return []
    return [*flows.rest()]


def _places(reading: Reading) -> dict[str, Locator]:
    """Return the XML parts in reading order, the document first, with what leads their locators."""
    main = reading.relationships.main_part()
    names = sorted(filter(is_xml, reading.package.names()), key=lambda name: name != main)
    numbers: dict[str, int] = {}
    places: dict[str, Locator] = {}
    for name in names:
        word = posixpath.basename(name).removesuffix(".xml").rstrip("0123456789")
        for kind in ("header", "footer", "chart"):
            if word == kind:
                numbers[kind] = numbers.get(kind, 0) + 1
                places[name] = ((kind, numbers[kind]),)
        places.setdefault(name, ())
    return places


EXTRACTOR = Extractor(
    media_types=frozenset(
        {
            f"{_WORD}document",
            f"{_WORD}template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabled.12",
        }
    ),
    extract=extract,
    version=4,
)
