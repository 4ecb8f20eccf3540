"""From declarations to one list of patterns, and what each of them means to each detector."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Detector, Form, Scan
from detectors.engine.database import Pattern, compiled_re

VERSION = 11
"""raise it when the engine would give other results for the same declarations."""

GAP = re.compile(
    rb"""(?:[ ]?[(](?:[^()\n0-9]|[0-9](?![0-9]{2})){1,32}[)])?"""
    rb"""(?:,?[ ](?:if|where)[ ](?:any|known|applicable|different|held|available|you[ ]have))?"""
    rb"""(?:,?[ ](?:if|where|when|for|of)(?:[ ][a-z'/]{1,14}){1,4}(?=[ ]?[:=?]))?"""
    rb"""(?:[ ]one)?"""
    rb"""(?:[ _\-]{0,2}(?:n[o0]|nu(?:m|rn)ber|num|is|was|as|on|of)\b)?"""
    rb"""[\s:;=\-"'>|,.()\[\]#*]{0,32}"""
    rb"""(?:(?:[._ ]|\xe2\x80\xa6){1,240}[\s:]{0,4})?"""
    rb"""(?:(?:(?:given|recorded|shown|stated)[ ])?(?:is|was|as|on|of|no)\b[\s:.,"'>]{0,4})?"""
    rb"""(?:(?:yes|seen|held)[ ,:.\-]{1,3})?""",
    re.IGNORECASE,
)
"""What may stand between a label and its value; dots and lines to write on may be many.

A remark in brackets says how to write it or whose it is: "(dd/mm/yyyy)", "(daytime)".
"""


MARKS = (
    r"\b(?:insert|replace)\s{1,4}(?:ignore\s{1,4})?into\s",
    r"\bcreate\s{1,4}(?:temp(?:orary)?\s{1,4})?table\s",
    r"\bfrom\s{1,4}stdin\b",
)
"""What tells the statements of an SQL dump, as patterns after those of the words."""

BROKEN_RULE = r"[\-=][ |+]{1,8}[\-=]{1,200}[ |+]{1,8}[\-=]"
"""Where a line drawn below headings may be broken between three columns: the last pattern."""


_SLOW = {
    *(Category.HEALTH, Category.CHILDREN, Category.SPECIAL_CATEGORY, Category.CRIMINAL_OFFENCE),
}
"""Mostly told by sentences around lists of words: few patterns that take most of the time."""


class Meaning(IntEnum):
    """What a word says to a detector about the value after it."""

    NOTHING = 0
    OWN = 1
    OPPOSED = 2
    OTHER = 3


@dataclass(frozen=True, slots=True)
class Near:
    """The weak forms of one detector, in the order in which they are tried; ``any_form`` is all."""

    forms: tuple[re.Pattern[bytes], ...]
    any_form: re.Pattern[bytes]

    @classmethod
    def of(cls, forms: Sequence[Form]) -> Near:
        """Return ``forms``, compiled."""
        either = (
            f"(?i:{form.pattern})" if form.scan is Scan.ANY_CASE else f"(?:{form.pattern})"
            for form in forms
        )
        each = (compiled_re(Pattern(form.pattern, form.scan)) for form in forms)
        return cls(tuple(each), re.compile("|".join(either).encode("ascii")))


@dataclass(frozen=True, slots=True)
class Plan:
    """Patterns in the order of their ids: forms of all detectors, words, MARKS, BROKEN_RULE.

    ``first_pattern`` gives each detector's first pattern, ``forms`` the form that each pattern
    belongs to, counted within its detector. ``meaning[w, d]`` is what word ``w`` says
    to detector ``d``; ``labels`` tells the words that are some detector's own and lead to values
    which its patterns match. ``near`` holds each detector's weak forms, to be matched at a label's
    end. ``looking`` are the numbers of the detectors that look by themselves, ``always`` those and
    the ones that look again: whatever a text holds, they go through it. ``slow`` are the numbers of
    the patterns that take most of the time to compile.
    """

    detectors: tuple[Detector, ...]
    patterns: tuple[Pattern, ...]
    first_pattern: tuple[int, ...]
    forms: NDArray[np.int64]
    first_word: int
    first_mark: int
    broken_rule: int
    meaning: NDArray[np.int8]
    labels: NDArray[np.bool_]
    near: tuple[Near, ...]
    looking: tuple[int, ...]
    always: tuple[int, ...]
    slow: frozenset[int]


def planned(detectors: Sequence[Detector]) -> Plan:
    """Return the plan of ``detectors``."""
    forms = [
        (each, number, Pattern(regex, form.scan))
        for each in detectors
        for number, form in enumerate(each.forms)
        for regex in form.patterns
    ]
    counts = (sum(len(form.patterns) for form in each.forms) for each in detectors)
    words = sorted({word for each in detectors for word in (*each.supporting, *each.opposing)})
    meaning = np.array(
        [[_meaning(word, each, detectors) for each in detectors] for word in words], dtype=np.int8
    ).reshape(len(words), len(detectors))
    matched = [bool(each.near) or not all(f.triggers for f in each.forms) for each in detectors]
    return Plan(
        tuple(detectors),
        (
            *(pattern for _, _, pattern in forms),
            *(Pattern(word_pattern(word)) for word in words),
            *map(Pattern, (*MARKS, BROKEN_RULE)),
        ),
        tuple(accumulate(counts, initial=0)),
        np.array([number for _, number, _ in forms], dtype=np.int64),
        len(forms),
        len(forms) + len(words),
        len(forms) + len(words) + len(MARKS),
        meaning,
        (meaning[:, matched] == Meaning.OWN).any(axis=1),
        tuple(Near.of(each.near) for each in detectors),
        tuple(number for number, each in enumerate(detectors) if each.look),
        tuple(number for number, each in enumerate(detectors) if each.look or each.further),
        frozenset(at for at, (each, _, _) in enumerate(forms) if each.category in _SLOW),
    )


def _meaning(word: str, detector: Detector, detectors: Sequence[Detector]) -> Meaning:
    if word in detector.supporting:
        return Meaning.OWN
    if word in detector.opposing:
        return Meaning.OPPOSED
    other = any(word in each.supporting for each in detectors)
    return Meaning.OTHER if other else Meaning.NOTHING


def word_pattern(word: str) -> str:
    r"""Return the pattern of a label: whole, its words joined or parted by spaces, _ or -.

    >>> word_pattern("ni no")
    '(?:\\b|_)ni[\\s_\\-]{0,2}no(?:\\b|_)'
    """
    parts = [re.escape(part) for part in word.split()]
    text = r"[\s_\-]{0,2}".join(parts)
    # Letters beyond ASCII are two bytes, which \b would take for the end of a word.
    text = "".join(char if char.isascii() else _escaped(char) for char in text)
    begins = r"(?:\b|_)" if word[0].isascii() else ""
    return begins + text + r"(?:\b|_)"


def _escaped(char: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in char.encode())
