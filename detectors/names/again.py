"""Names that were named before: once "Margaret Adeyemi" is found, a lone "Margaret" is a name too.

Shape     a given name or surname by itself, with a capital, after its full or titled name.
Check     no word of places, bodies or months; no capital beside it; nowhere in the passage written
          in small letters, as "will" and "brown" are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detection
from detectors.names.company import in_company, stands_alone
from detectors.names.lexicon import (
    AFTER_A_PLACE,
    MONTHS,
    NEVER_NAMES,
    PARTICLES,
    PLACE_WORDS,
    TITLES,
    folded,
)
from detectors.names.likeness import begins_like, letters_of
from detectors.names.neighbours import beside_names
from detectors.names.nobody import is_heading, somebody
from detectors.names.written import canonical

CONFIDENCE = 0.75
SAYS = "name of a person, named before in this document; no word that stands in names of places"
SAYS_ALONE = "name of a person, given name alone in a document that names people; no town or word"
SAYS_JOINED = "name of a person, given name and surname in two fields of one record"
SAYS_LISTED = "name of a person, where others of its list stand; no everyday word, place or body"
_SURE_ENOUGH = 0.6  # of a full name, for a part of it to be one
_MOST_WORDS = 500  # of one document: a longer list of people is no text about them
_LEAST_LETTERS = 3
_GIVEN_FIELD, _SURNAME_FIELD = "first-name field", "surname field"  # see person.py
_RECORD_CHARS = 800  # between the two parts of a name
_LOOKED_THROUGH = 20_000  # characters, for a word in small letters: a megabyte costs a second
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ENDS = re.compile(r"(?![\w\-@])(?!['’](?!s\b)\w)")
_LISTED = re.compile(r"(?: [A-Z]\.?)?(?=[ \t]*(?:[;<(\r\n]|$))")
_FIRST = re.compile(rf"[^\W\d_a-z][\w'’\-]+{_LISTED.pattern}")
_LAST = re.compile(r"(?:^|[;:\n]|\bOf)[ \t]*([^\W\d_a-z][\w'’\-]+)$")
_NO_PART = TITLES | PARTICLES | MONTHS | NEVER_NAMES | PLACE_WORDS | AFTER_A_PLACE
_LONGEST_WORD = 30


class NamedBefore:
    """The names of one document's people, word by word, as they become known."""

    longest_chars = 200_000  # in longer texts a given name is soon another person's

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._read: set[str] = set()  # names whose words are known
        self._whole: dict[str, list[str]] = {}  # names of two words or more, by the first

    def __call__(
        self, text: str, own: Sequence[Detection], others: Sequence[NDArray[np.int64]]
    ) -> Sequence[Detection]:
        """Return names in ``text`` that stand in a list of names, and those named before."""
        del others
        listed = [
            Detection("PERSON", *span, value, CONFIDENCE, SAYS_LISTED)
            for span in beside_names(text, own)
            if (value := somebody(text[slice(*span)]))
        ]
        own = sorted([*_apart(own, listed), *listed], key=_start) if listed else own
        joined = list(_in_records(text, own))
        return sorted([*listed, *joined, *self._again(text, own)], key=_start)

    def _again(self, text: str, own: Sequence[Detection]) -> Sequence[Detection]:
        """Return names in ``own`` once more, their single words, and names in their company."""
        first_named = self._learn(text, own)
        if not self._known:
            return []
        alone = in_company(text)
        whole, words = self._candidates(text, own)
        lone = [
            _turned(text, start, end)
            for word, start, end in words
            if start > first_named.get(word, -1) and stands_alone(text, start, end)
        ]
        again = list(_named(text, sorted([*whole, *lone]), SAYS))
        free = set(_outside([start for start, _ in alone], sorted([*own, *again], key=_start)))
        lone = [span for span in alone if span[0] in free]
        return sorted([*again, *_named(text, lone, SAYS_ALONE)], key=_start)

    def _learn(self, text: str, own: Sequence[Detection]) -> dict[str, int]:
        """Take in the names of ``own``; return where each word that is new was named first."""
        named: dict[str, int] = {}
        sure = (one for one in reversed(own) if one.confidence >= _SURE_ENOUGH)
        first = {one.canonical: one for one in sure if one.canonical not in self._read}
        for name, one in reversed(first.items()):
            if len(self._known) + len(named) >= _MOST_WORDS:
                break
            self._read.add(name)
            written = text[one.start : one.end]
            if " " in written and "\n" not in written and (begins := _WORD.match(written)):
                self._whole.setdefault(begins[0], []).append(written)
            for word in parts(written):
                if word not in self._known:
                    named.setdefault(word, one.start)
        self._known |= named.keys()
        return named

    def _candidates(
        self, text: str, own: Sequence[Detection]
    ) -> tuple[list[tuple[int, int]], list[tuple[str, int, int]]]:
        """Return where whole names stand outside ``own``, and where known words do.

        Less the words that ``text`` has in small letters too.
        """
        whole, found = [], []
        for start in _outside(begins_like(text, letters_of(self._known)), own):
            match = _WORD.match(text, start)
            word = _owner(match[0]) if match else ""
            end = start + len(word)
            if (size := self._whole_at(text, word, start)) is not None:
                whole.append((start, start + size))
            elif word in self._known and _ENDS.match(text, end):
                found.append((word, start, end))
        small = {word for word in {each[0] for each in found} if _is_small(word, text)}
        return whole, [each for each in found if each[0] not in small]

    def _whole_at(self, text: str, word: str, start: int) -> int | None:
        """Return the length of the whole name that stands at ``start`` and begins with ``word``."""
        for name in self._whole.get(word, ()):
            end = start + len(name)
            if text.startswith(name, start) and _ENDS.match(text, end):
                return len(name) if stands_alone(text, start, end) else None
        return None


def _in_records(text: str, own: Sequence[Detection]) -> Iterator[Detection]:
    """Yield the names of which given name and surname stand in fields apart, at the surnames.

    In a record of a system other fields may lie between them, each on its line. Which of the two
    comes first is the same in all records of a document; one that lacks a part is passed over.
    """
    fields = [(field, one) for one in own if (field := _field_of(one))]
    order: tuple[str, str] | None = None
    at = 0
    while at + 1 < len(fields):
        (field, one), (next_field, other) = fields[at : at + 2]
        apart = other.start - one.end > _RECORD_CHARS or "\n\n" in text[one.end : other.start]
        if field == next_field or apart or (order or (field, next_field)) != (field, next_field):
            at += 1
            continue
        order = field, next_field
        given, last = (one, other) if field == _GIVEN_FIELD else (other, one)
        name = f"{given.canonical} {last.canonical}"
        yield Detection("PERSON", last.start, last.end, name, last.confidence, SAYS_JOINED)
        at += 2


def _field_of(one: Detection) -> str:
    """Return the field in which a part of a name stands, "" of a whole name and of any other."""
    if " " in one.canonical:
        return ""
    fields = (_GIVEN_FIELD, _SURNAME_FIELD)
    return next((field for field in fields if field in one.explanation), "")


def _apart(own: Sequence[Detection], listed: Sequence[Detection]) -> list[Detection]:
    """Return those of ``own`` that are no part of one of ``listed``."""
    kept = set(_outside([one.start for one in own], listed))
    return [one for one in own if one.start in kept]


def _outside(starts: list[int], own: Sequence[Detection]) -> list[int]:
    """Return those of ``starts`` that lie in none of ``own``; all in order."""
    begins = [one.start for one in own]
    ends = [0, *(one.end for one in own)]
    where = np.searchsorted(begins, starts, side="right").tolist()
    return [start for start, at in zip(starts, where, strict=True) if ends[at] <= start]


def _owner(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _start(one: Detection) -> int:
    return one.start


def _named(text: str, spans: Iterable[tuple[int, int]], says: str) -> Iterator[Detection]:
    """Yield a detection for each span that holds a name, once where two are one name's words."""
    until = 0
    for start, end in spans:
        value = canonical(text[start:end]) if start >= until else None
        if value and not is_heading(value):
            yield Detection("PERSON", start, end, value, CONFIDENCE, says)
            until = end


@lru_cache(1 << 14)
def parts(name: str) -> tuple[str, ...]:
    """Return the words of a written name that may stand for it alone, with one capital each.

    >>> parts("Dr ADEYEMI, Margaret K. May")
    ('Adeyemi', 'Margaret')
    """
    words = [word if not word.isupper() else word.title() for word in _WORD.findall(name)]
    return tuple(
        _owner(word)
        for word in words
        if len(_owner(word)) >= _LEAST_LETTERS
        and word[0].isupper()
        and folded(word) not in _NO_PART
    )


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
