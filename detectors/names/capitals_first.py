"""Names whose surname is written first and in capitals: "WILLIAMS Sophie", "DE LUCA Anna Maria"."""

from __future__ import annotations

import re

from detectors.names.lexicon import TITLES, folded, surnames
from detectors.names.words import Known, known

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


_NO_SURNAME = Known.NEVER | Known.THING | Known.PLACE
_IN_COLUMNS = re.compile(
    rb" *(?:\d{1,2}[/.\- ]|[A-Z]{2} ?\d{2}|[Aa]ged? \d|DOB\b|D\.O\.B|PNC|born\b|M\b|F\b)"
)
"""What a list has in its next column about somebody: a birth, a number, an age."""


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


def capitals_then_given(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the trigger "WEBB Jane  " without its gap, where a list goes on in columns after it.

    >>> capitals_then_given(b"WEBB Jane   02/03/1940", 0, 11)
    (0, 9)
    """
    surname, given = data[start:end].decode("ascii").split()
    kind, last = known(given), known(surname)
    if not kind & Known.GIVEN or kind & Known.NEVER or last & _NO_SURNAME:
        return None
    if not last & Known.SURNAME and not kind & Known.COMMON:
        return None
    gap = _IN_COLUMNS.match(data, end)
    return None if gap is None else (start, end - len("  "))


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
