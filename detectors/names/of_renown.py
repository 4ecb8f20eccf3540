"""People of history and of books: spoken of in leaflets, catalogues and names of rooms.

They are nobody's personal data: Robert Peel's statue, Mrs Dalloway in a reading list, the Grace
Darling room, the author of a book in a library's catalogue. The list holds whom hardly anybody
else is called like; the rest is told by the words around a name.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from detectors.names.lexicon import folded, listed_names

_FEW_BYTES = 8_000  # a leaflet or a list of books; a longer text is about more than that
_AROUND = 48
_OF_BOOKS = re.compile(
    rb"\b(?:reading (?:group|list|circle)|book (?:group|club|list)|class ?mark|shelf ?mark|dewey"
    rb"|ISBN|paperback|hardback|novels?|novelist|publisher|bestseller)\b",
    re.IGNORECASE,
)
_OF_READERS = re.compile(
    rb"@|\b(?:0\d{3,4}[ \-)]?\d{3}|07\d{3}|\+44)|\b(?:members?|present|apologies|attend\w*"
    rb"|borrow\w*|reserved|overdue|fines?|card|renew\w*|dear|regards|thanks|hosted|host|led"
    rb"|chair\w*|secretary|treasurer|minutes|lives|address|born|d\.?o\.?b\.?|tel|phone|rang|email|ward|council|librarian)\b",
    re.IGNORECASE,
)
"""Of whom a text on books may tell besides: those who read them."""
_SHOWN = re.compile(
    rb"\b(?:statue|bust|portrait|plaque|memorial|monument|effigy|works|poems|plays|novels|paintings"
    rb"|music|symphon(?:y|ies)|sonnets) (?:of|to|by|for) "
    rb"(?:the (?:poet|painter|composer|author) )?\Z",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    rb"(?:\b(?:in|circa|c\.|since|of|year) |[(,] ?)1[0-8]\d\d(?! ?(?:hrs?\b|hours|h\b|\d|[:.]\d))"
    rb"|\b1[0-8]\d\d ?(?:-|to|\xe2\x80\x93) ?1[0-9]\d\d\b"
)
"""A year before anybody alive was born, but no time of the day: "at 1830"."""
_AUTHORED = re.compile(
    rb"\b(?:author|written by|illustrator|translator|editor)s?[\x22']?[ \t]{0,3}[:=>\t]"
    rb"[ \x22']{0,4}\Z",
    re.IGNORECASE,
)
_CATALOGUED = re.compile(rb"\b(?:ISBN|class ?mark|shelf ?mark|dewey|publisher)\b", re.IGNORECASE)
_RECORD_BYTES = 400


@cache
def renowned() -> frozenset[str]:
    """Return folded names of people of history and of books."""
    return listed_names("people_of_renown.csv")


def is_renowned(name: str) -> bool:
    """Return whether a written name is one of them.

    >>> is_renowned("Charlotte Brontë"), is_renowned("Jane Hill")
    (True, False)
    """
    return folded(name) in renowned()


def tells_of_books(data: bytes) -> bool:
    """Return whether a text is about books and names nobody who reads them.

    >>> tells_of_books(b"Reading group choices: Mrs Dalloway buys flowers. Class mark 823.9.")
    True
    >>> tells_of_books(b"Book club: members Jane Hill and Mr Omar Thrale")
    False
    """
    return len(data) <= _FEW_BYTES and _of_books_alone(data)


@lru_cache(8)  # asked about each name in a text
def _of_books_alone(data: bytes) -> bool:
    return _OF_BOOKS.search(data) is not None and _OF_READERS.search(data) is None


def is_of_history(data: bytes, start: int, end: int) -> bool:
    """Return whether the words around a name tell of a statue, a book or a year long ago."""
    if _SHOWN.search(data, max(0, start - _AROUND), start) or wrote_a_book(data, start):
        return True
    line = data[end : end + _AROUND].partition(b"\n")[0]
    return _LONG_AGO.search(line) is not None


def wrote_a_book(data: bytes, start: int) -> bool:
    """Return whether the name at ``start`` is after an author's label in a record of a book."""
    if _AUTHORED.search(data, max(0, start - _AROUND), start) is None:
        return False
    around = (max(0, start - _RECORD_BYTES), start + _RECORD_BYTES)
    return _CATALOGUED.search(data, *around) is not None
