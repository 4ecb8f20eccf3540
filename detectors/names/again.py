"""Names that were named before: once "Margaret Adeyemi" is found, a lone "Margaret" is a name too.

Shape     a given name or surname by itself, with a capital, after its full or titled name.
Check     no word of places, bodies or months; no capital beside it; nowhere in the passage written
          in small letters, as "will" and "brown" are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from detectors.base import Detection
from detectors.names.lexicon import (
    AFTER_A_PLACE,
    MONTHS,
    NEVER_NAMES,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
    first_names,
    folded,
)
from detectors.names.written import canonical

CONFIDENCE = 0.75
SAYS = "name of a person, named before in this document; no word that stands in names of places"
_SURE_ENOUGH = 0.6  # of a full name, for a part of it to be one
_MOST_WORDS = 500  # of one document: a longer list of people is no text about them
_LEAST_LETTERS = 3
_LOOKED_THROUGH = 50_000  # characters, for a word in small letters: a megabyte costs a second
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_WORD_BEFORE = re.compile(r"(^|[.!?:]\s+|\n\s*|)\b([^\W_]+[.,]?) $")
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_CAPITAL_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ɏ][^\W\d_]+(?:['’\-](?!s\b)[^\W\d_]+)*(?![\w\-@])")
_LISTED = re.compile(r"(?: [A-Z]\.?)?(?=[ \t]*(?:[;<(\r\n]|$))")
_FIRST = re.compile(rf"[^\W\d_a-z][\w'’\-]+{_LISTED.pattern}")
_LAST = re.compile(r"(?:^|[;:\n]|\bOf)[ \t]*([^\W\d_a-z][\w'’\-]+)$")
_INNER_MARKS = frozenset("-'’@/_.&")
_BEFORE_A_THING = frozenset(("the", "a", "an", "in", "at", "near"))
_NO_PART = TITLES | PARTICLES | MONTHS | NEVER_NAMES | PLACE_WORDS | AFTER_A_PLACE
_LONGEST_WORD = 30


class NamedBefore:
    """The names of one document's people, word by word, as they become known."""

    def __init__(self) -> None:
        self._known: set[str] = set()

    def __call__(
        self, text: str, own: Sequence[Detection], others: Sequence[int]
    ) -> Sequence[Detection]:
        """Return the lone given names and surnames in ``text`` of people named before."""
        del others
        first_named = self._learn(text, own)
        if not self._known:
            return []
        spans = [
            _turned(text, *found.span())
            for found in self._candidates(text)
            if found.start() > first_named.get(found[0], -1) and stands_alone(text, *found.span())
        ]
        return list(_named(text, spans))

    def _learn(self, text: str, own: Sequence[Detection]) -> dict[str, int]:
        """Take in the names of ``own``; return where each word that is new was named first."""
        named: dict[str, int] = {}
        for one in own:
            if one.confidence < _SURE_ENOUGH or len(self._known) + len(named) >= _MOST_WORDS:
                continue
            for word in parts(text[one.start : one.end]):
                if word not in self._known:
                    named.setdefault(word, one.start)
        if named:
            self._known |= named.keys()
        return named

    def _candidates(self, text: str) -> list[re.Match[str]]:
        """Return where known words stand, less those that the text has in small letters too."""
        # Word by word: a pattern of the known words takes longer to compile than letters to read.
        found = [each for each in _CAPITAL_WORD.finditer(text) if each[0] in self._known]
        small = {word for word in {each[0] for each in found} if _is_small(word, text)}
        return [each for each in found if each[0] not in small]


def _named(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Detection]:
    """Yield a detection for each span that holds a name, once where two are one name's words."""
    until = 0
    for start, end in spans:
        if start >= until and (value := canonical(text[start:end])):
            yield Detection("PERSON", start, end, value, CONFIDENCE, SAYS)
            until = end


def parts(name: str) -> list[str]:
    """Return the words of a written name that may stand for it alone, with one capital each.

    >>> parts("Dr ADEYEMI, Margaret K. May")
    ['Adeyemi', 'Margaret']
    """
    words = [word if not word.isupper() else word.title() for word in _WORD.findall(name)]
    return [
        word.removesuffix("'s").removesuffix("’s")
        for word in words
        if len(word) >= _LEAST_LETTERS and word[0].isupper() and folded(word) not in _NO_PART
    ]


def _is_small(word: str, text: str) -> bool:
    """Return whether ``text`` begins with much that has ``word`` in small letters, by itself."""
    small = word.lower()
    at = text.find(small, 0, _LOOKED_THROUGH)
    while at >= 0:
        end = at + len(small)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(small, end, _LOOKED_THROUGH)
    return False


def _turned(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the whole of a listed "Last, First" of which start..end is one word."""
    if text[end : end + 2] == ", " and (first := _FIRST.match(text, end + 2)):
        return start, first.end()
    if text[start - 2 : start] == ", " and _LISTED.match(text, end):
        last = _LAST.search(text[max(0, start - _LONGEST_WORD) : start - 2])
        return (start - 2 - len(last[1]), end) if last else (start, end)
    return start, end


def stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether the word at start..end is no part of a longer name, a place or a token."""
    if start and (text[start - 1].isalnum() or text[start - 1] in _INNER_MARKS):
        return False
    before = _WORD_BEFORE.search(text[max(0, start - _LONGEST_WORD) : start])
    if before and before[2][-1] not in ".,":
        word = folded(before[2])
        opens = before[1] and word not in first_names()  # "Later Adeyemi rang"
        capital = before[2][0].isupper() and word not in NEVER_NAMES and not opens
        if word in _BEFORE_A_THING or capital:
            return False
    after = _WORD_AFTER.match(text, end, end + _LONGEST_WORD)
    return after is None or not (after[1][0].isupper() or folded(after[1]) in AFTER_A_PLACE)
