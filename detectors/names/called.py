"""Names after a title or a label, less those of authors, streets, firms and other things."""

from __future__ import annotations

import re

from detectors.names.headings import OPPOSING_HEADERS
from detectors.names.lexicon import FIRMS, folded
from detectors.names.of_renown import tells_of_books, wrote_a_book
from detectors.names.written import after_title, full_after_cue

_LABEL_BEFORE = re.compile(rb"([A-Za-z]{2,20})[ _\-]?\Z")
_LABEL_BYTES = 24
_THINGS = frozenset(
    each.removesuffix(" name") for each in OPPOSING_HEADERS if each.endswith(" name")
)


def titled(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name after a title, unless the text tells of the people in books."""
    name = after_title(data, start, end)
    if name is None or tells_of_books(data):
        return None
    whole = data[start : name[1]].decode("utf-8", "ignore")
    return None if folded(whole) in FIRMS else name  # Lady Grey


def labelled(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name after a label, unless that is an author's or a thing's: "Street name:"."""
    if names_a_thing(data, start) or wrote_a_book(data, end - 1):
        return None
    return full_after_cue(data, start, end)


def names_a_thing(data: bytes, start: int) -> bool:
    """Return whether the label "name" at ``start`` is that of a street, a firm or a product.

    >>> names_a_thing(b"Street name: Quaker Bottom", len("Street "))
    True
    """
    if data[start : start + 4].lower() != b"name":
        return False
    before = _LABEL_BEFORE.search(data, max(0, start - _LABEL_BYTES), start)
    return before is not None and before[1].decode("ascii").lower() in _THINGS
