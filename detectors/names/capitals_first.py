"""Names whose surname is written first and in capitals: "WILLIAMS Sophie", "DE LUCA Anna Maria"."""

from __future__ import annotations

import re

from detectors.names.lexicon import TITLES, folded, surnames

_TWO_CAPITALS = re.compile(r"(?:^| )(?:Mc|Mac|[ODod]['\u2019])?[^\W\d_a-z]{2}")
_PREFIXES = ("Mac", "Mc", "O'", "D'", "O\u2019", "D\u2019")
_LEAST_LETTERS = 3  # of a surname: a shorter word may be initials
_SHORT = frozenset(
    {
        *("AN", "DO", "HA", "HE", "HO", "HU", "IM", "KO", "LE", "LI", "LO", "LU", "MA", "NG", "OH"),
        *("SO", "SU", "TA", "TU", "VO", "VU", "WU", "XU", "YE", "YI", "YU"),
    }
)
"""Surnames of two letters, of China, Korea and Vietnam."""


def given_name_first(name: str) -> str:
    """Return a name with its surname last, where that is in capitals and the given name is not.

    >>> given_name_first("WILLIAMS Sophie"), given_name_first("Mrs McKAY Iona J")
    ('Sophie WILLIAMS', 'Mrs Iona J McKAY')
    >>> given_name_first("Sophie WILLIAMS"), given_name_first("JD Williams")
    ('Sophie WILLIAMS', 'JD Williams')
    """
    if "," in name or name.isupper() or _TWO_CAPITALS.search(name) is None:
        return name
    words = name.split()
    first = 0
    while first < len(words) - 2 and folded(words[first]) in TITLES:
        first += 1
    last = first
    while last < len(words) and _is_in_capitals(words[last]):
        last += 1
    surname, given = words[first:last], words[last:]
    if not surname or not given or not _is_given(given) or _is_initials(surname):
        return name
    return " ".join((*words[:first], *given, *surname))


def _is_in_capitals(word: str) -> bool:
    bare = next((word[len(p) :] for p in _PREFIXES if word.startswith(p)), word)
    return bare.isupper() and (len(bare) > 1 or word != bare or bare == "\u00d3")


def _is_given(words: list[str]) -> bool:
    """Return whether words begin like a given name, and none but initials is in capitals."""
    begins = words[0][:1].isupper() and not words[0].isupper()
    return begins and not any(len(word.rstrip(".")) > 1 and word.isupper() for word in words)


def _is_initials(surname: list[str]) -> bool:
    """Return whether a short word in capitals is no surname: "HMP London", but "LI Wei"."""
    if len(surname) > 1 or len(surname[0]) > _LEAST_LETTERS:
        return False
    if len(surname[0]) == _LEAST_LETTERS:
        return folded(surname[0]) not in surnames()
    return surname[0] not in _SHORT
