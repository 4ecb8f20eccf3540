"""Passages short enough for detection to hold: a cut between words, or between rows.

Extractors keep to about a megabyte by themselves, but one value of a document may be larger: a
string in JSON, a cell, a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from scanner.extractors.base import Passage, Places, TablePassage

_LONGEST_CHARS = 2_000_000  # a match at every character costs detection 24 bytes and more
_CUT_SEARCH_CHARS = 65_536


def bounded(part: Passage | TablePassage) -> Iterator[Passage | TablePassage]:
    """Yield ``part``, in pieces where it is too long; each piece keeps its places."""
    if len(part.text) <= _LONGEST_CHARS:
        yield part
    elif isinstance(part, TablePassage):
        yield from _rows(part)
    else:
        yield from _pieces(part)


def _rows(part: TablePassage) -> Iterator[Passage | TablePassage]:
    start, row = 0, part.first_row
    while start < len(part.text):
        end = part.text.rfind("\n", start, start + _LONGEST_CHARS)
        if len(part.text) - start <= _LONGEST_CHARS:
            end = len(part.text)
        if end > start:
            yield replace(part, text=part.text[start:end], first_row=row)
            row += part.text.count("\n", start, end) + 1
        else:  # a row that is too long by itself is no table any more
            end = part.text.find("\n", start)
            end = len(part.text) if end < 0 else end
            place = (*part.locator, ("row", row))
            yield from bounded(Passage(part.text[start:end], ((0, place),), part.kind))
            row += 1
        start = end + 1


def _pieces(part: Passage) -> Iterator[Passage]:
    places, start = Places(part), 0
    while start < len(part.text):
        end = start + _LONGEST_CHARS
        if end < len(part.text):
            end = part.text.rfind(" ", end - _CUT_SEARCH_CHARS, end) + 1 or end
        later = ((at - start, locator) for at, locator in part.marks if start < at < end)
        yield replace(part, text=part.text[start:end], marks=((0, places.at(start)), *later))
        start = end
