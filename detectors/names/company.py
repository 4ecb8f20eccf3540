"""Words of names that stand alone, and given names that do so in a text that names people.

Shape     a given name that many bear, and no town or everyday word, in a sentence.
Check     nothing beside it makes a longer name, a place or a thing of it.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from detectors.names.lexicon import (
    AFTER_A_PLACE,
    NEVER_NAMES,
    beside_names,
    common_first_names,
    first_names,
    folded,
)
from detectors.names.likeness import begins_like, letters_of
from detectors.names.words import Known, known

_LONGEST_WORD = 30
_WORD_BEFORE = re.compile(r" ([.,]?[^\W_]+)(?!\w)(\s+[.!?:]|\s*\n)?")  # read backwards
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_INNER_MARKS = frozenset("-'’@/_.&")
_BEFORE_A_THING = frozenset(("the", "a", "an", "in", "at", "near"))
_ALONE = re.compile(r"[^\W\d_][^\W\d_A-Z]{2,}(?:(?=['’]s [a-z])|(?= [a-z])|(?=[.?!](?:\s|$)))")
_OF_A_PLACE = beside_names("before a place") | beside_names("animal")
_NO_PERSON_AFTER = re.compile(
    r"['’]?\w? (?:di|de|du|la|in the|the|ad|is located|who are|and [A-Z])\b"
)


_NOBODY = beside_names("nobody alone")
_INITIAL = re.compile(r"[A-Z]\.")
_ENDS_A_SENTENCE = frozenset('.?!:”"')
_ANOTHER_WORD = Known.EVERYDAY | Known.PLACE | Known.THING | Known.NEVER
_BACK_CHARS = 24


def in_company(text: str) -> list[tuple[int, int]]:
    """Return where given names that many bear stand alone, in a text that names people."""
    found = (_ALONE.match(text, start) for start in begins_like(text, _first_letters()))
    return [each.span() for each in found if each and _is_alone(text, each)]


@cache
def _first_letters() -> NDArray[np.bool_]:
    return letters_of(common_first_names())


def _is_alone(text: str, match: re.Match[str]) -> bool:
    """Return whether a word is a given name, and nothing beside it says otherwise."""
    kind = known(match[0])
    return (
        bool(kind & Known.COMMON)
        and not kind & _ANOTHER_WORD
        and match[0].lower() not in _NOBODY
        and stands_alone(text, *match.span())
        and not _NO_PERSON_AFTER.match(text, match.end())
        and _small_before(text, match.start())
    )


def _small_before(text: str, start: int) -> bool:
    """Return whether a sentence begins at ``start``, or goes on with no word of a place before."""
    before = text[max(0, start - _BACK_CHARS) : start]
    words = before.split()
    if not words:
        return True
    last = words[-1]
    if last in ("and", "&") and len(words) > 1 and _is_a_firms(words[-2]):
        return False  # Marks and Spencer
    if last.lower() in _OF_A_PLACE or _INITIAL.fullmatch(last):
        return False
    return last[-1] in _ENDS_A_SENTENCE or last.islower() or before[-1] == "\n"


def _is_a_firms(word: str) -> bool:
    """Return whether a word with a capital before "and" is no given name."""
    return word[:1].isupper() and not known(word) & Known.GIVEN


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the word at start..end is no part of a longer name, a place or a token."""
    if start and (text[start - 1].isalnum() or text[start - 1] in _INNER_MARKS):
        return False
    before = _WORD_BEFORE.match(text[max(0, start - _LONGEST_WORD) : start][::-1])
    if before and before[1][0] not in ".,":
        word = folded(before[1][::-1])
        opens = before[2] and word not in first_names()  # "Later Adeyemi rang"
        capital = before[1][-1].isupper() and word not in NEVER_NAMES and not opens
        if word in _BEFORE_A_THING or capital:
            return False
    after = _WORD_AFTER.match(text, end, end + _LONGEST_WORD)
    return after is None or not (after[1][0].isupper() or folded(after[1]) in AFTER_A_PLACE)
