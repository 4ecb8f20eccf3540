"""Tables of codes and what they mean, as forms choose from: they tell of nobody."""

from __future__ import annotations

from detectors.engine.columns import heading_words

_MEANINGS = frozenset({"label", "description", "meaning", "text", "value", "option", "choice"})
_OF_CODES = _MEANINGS | {
    *("code", "id", "key", "lookup", "sort order", "order", "active", "sequence", "list", "group"),
    *("display order", "short code", "lookup id", "code id", "in use", "position", "domain"),
}
"""Headings of a list of codes and what they mean."""


def lists_codes(header: tuple[str, ...]) -> bool:
    """Return whether a table is of codes and what they mean, as forms choose from.

    >>> lists_codes(("code", "label")), lists_codes(("code", "surname"))
    (True, False)
    """
    words = {heading_words(each) for each in header}
    return words <= _OF_CODES and not words.isdisjoint(_MEANINGS)
