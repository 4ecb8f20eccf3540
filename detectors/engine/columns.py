"""Typing the columns of a table: by heading, and by what their cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detectors.base import Detector

VERSION = 1
"""raise it when columns would be typed otherwise."""

MOST_COLUMNS = 1024  # what lies further right shares the last column's type
_BY_CHANCE = 1e-3  # a column is typed when random text would pass as often less than so
_LEAST_VALUES = 4
_SHARE_WEAK_CHECK, _SHARE, _SHARE_HEADED = 0.9, 0.75, 0.4  # facts on real tables
_ODD_SHARE, _ODD_LEAST = 0.5, 8
_KEPT_HEADINGS = 1 << 12
_CHECKED_RATE = 0.2  # below it a check tells values from numbers of the same shape

_WORD = re.compile(r"(?:[^\W_]|&)+(?:[.'\-](?:[^\W_]|&)+)*")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_FILLERS = frozenset(
    {
        *("no", "number", "num", "1", "2", "3", "home", "work", "main", "the", "of", "their"),
        *("client", "patient", "pupil", "child", "parent", "carer", "tenant", "applicant"),
        *("claimant", "employee", "customer", "partner", "mother", "father", "staff", "student"),
    }
)
"""Words that leave a heading of one word what it is: "Carer surname", "Tel. no"."""


class Heading(IntEnum):
    """What a column's heading says to a detector."""

    SILENT = 0
    NAMED = 1
    OPPOSED = 2
    GIVEN_PART = 3
    LAST_PART = 4


@lru_cache(_KEPT_HEADINGS)
def heading_words(heading: str) -> str:
    """Return the words of a heading in small letters, single-spaced, camelCase parted.

    >>> heading_words("patientNHS_Number (10)")
    'patient nhs number 10'
    """
    parted = _CAMEL.sub(" ", heading.replace("_", " ").replace("-", " "))
    return " ".join(_WORD.findall(parted.lower()))


@lru_cache(_KEPT_HEADINGS)
def headings(detectors: tuple[Detector, ...], header: tuple[str, ...]) -> NDArray[np.int8]:
    """Return what each heading says to each detector, as (column, detector) of Heading.

    The longest known phrase in a heading decides, whoever knows it.
    """
    said = np.zeros((len(header), len(detectors)), dtype=np.int8)
    for column, heading in enumerate(header):
        words = heading_words(heading)
        own = [_longest_own(words, each) for each in detectors]
        most = max((length for length, _ in own), default=0)
        for number, detector in enumerate(detectors):
            length, kind = own[number]
            against = max(
                _longest(words, detector.opposing_headers), _longest(words, detector.opposing)
            )
            if length and length >= most and length >= against:
                said[column, number] = kind
            elif against or most:
                said[column, number] = Heading.OPPOSED
    return said


def _longest_own(words: str, detector: Detector) -> tuple[int, Heading]:
    given, last = detector.part_headers
    found = [
        (_longest(words, detector.headers), Heading.NAMED),
        (_longest(words, given), Heading.GIVEN_PART),
        (_longest(words, last), Heading.LAST_PART),
    ]
    return max(found, key=lambda item: item[0])


def _longest(words: str, phrases: Sequence[str]) -> int:
    """Return the length of the longest of ``phrases`` in ``words``, 0 where there is none.

    A phrase of one word counts only where it stands alone or with words that add nothing.
    """
    best = 0
    for phrase in phrases:
        plain = heading_words(phrase)
        if f" {plain} " not in f" {words} ":
            continue
        rest = f" {words} ".replace(f" {plain} ", " ", 1).split()
        if " " in plain or (len(plain) > 4 and not rest) or all(word in _FILLERS for word in rest):
            best = max(best, len(plain))
    return best


@dataclass(slots=True)
class Counts:
    """What was seen so far of one table, by (detector, column)."""

    cells: NDArray[np.int64]  # not empty, by column
    shaped: NDArray[np.int64]  # cells that begin with something of the detector's shape
    begun: NDArray[np.int64]  # of those, the ones that pass its check
    valid: NDArray[np.int64]  # of those, the ones that hold nothing else
    looked_at: dict[tuple[int, int], bool]  # what ``typed_by`` said of a column

    @classmethod
    def empty(cls, detectors: int) -> Counts:
        """Return counts of nothing."""
        zeros = np.zeros((detectors, 0), dtype=np.int64)
        return cls(np.zeros(0, dtype=np.int64), zeros, zeros, zeros, {})

    def widen(self, columns: int) -> None:
        """Make room for as many columns."""
        missing = columns - len(self.cells)
        if missing > 0:
            more = np.zeros((len(self.valid), missing), dtype=np.int64)
            self.cells = np.concatenate((self.cells, np.zeros(missing, dtype=np.int64)))
            self.shaped = np.concatenate((self.shaped, more), axis=1)
            self.begun = np.concatenate((self.begun, more), axis=1)
            self.valid = np.concatenate((self.valid, more), axis=1)

    def typed(self, number: int, detector: Detector, named: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return which columns hold values of a detector throughout."""
        valid, cells = self.valid[number], np.maximum(self.cells, 1)
        least = max(_LEAST_VALUES, int(np.ceil(np.log(_BY_CHANCE) / np.log(detector.pass_rate))))
        share = _SHARE_WEAK_CHECK if detector.pass_rate > _CHECKED_RATE else _SHARE
        if detector.check_many is not None and detector.pass_rate <= _CHECKED_RATE:
            # Of what has the shape, nearly all must pass; empty and other cells do less harm.
            passing = self.begun[number] >= _SHARE_WEAK_CHECK * self.shaped[number]
        else:
            passing = np.ones(len(valid), dtype=bool)
        enough = (valid >= least) & (valid >= share * cells) & passing
        return np.asarray(enough | named & (valid >= 1) & (valid >= _SHARE_HEADED * cells))

    def odd(self, number: int) -> NDArray[np.bool_]:
        """Return which columns hold things of a detector's shape that mostly fail its check."""
        shaped = self.shaped[number]
        return np.asarray((shaped >= _ODD_LEAST) & (self.begun[number] < _ODD_SHARE * shaped))
