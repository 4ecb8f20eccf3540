"""What speaks for and against a candidate, what each is worth, and how that is said.

Confidence is the logistic of a sum: the log-odds of the written form with nothing around it, plus
one weight for each piece of evidence. All weights are in this file.
"""

from __future__ import annotations

import math
from enum import IntFlag, auto
from functools import cache

from detectors.base import Detector, Form

KEPT_FROM = 0.5  # what is more likely wrong than right would bury the rest under look-alikes


class Evidence(IntFlag):
    """What was seen around a candidate."""

    LABEL = auto()  # own label nearest before it, on the same line
    LABEL_ABOVE = auto()  # own label directly above it
    OPPOSED = auto()  # a word for something else nearest before it
    OTHER_LABEL = auto()  # another entity's label nearest before it
    JOINED = auto()  # part of a longer token: a path, a decimal, a reference
    SMALL_LETTERS = auto()  # though usually in capitals
    FAVOURED = auto()  # likelier than others, as in a range that is issued
    DISFAVOURED = auto()
    COMPANY = auto()  # other kinds of personal data within 200 bytes
    HEADED = auto()  # its column's heading names the entity
    COLUMN = auto()  # its column holds values of this entity throughout
    ODD_COLUMN = auto()  # most values of its column are not of this entity
    OPPOSED_HEADING = auto()  # its column's heading names something else
    NAMED_OTHERWISE = auto()  # a word right beside it makes it something else
    NOTED = auto()  # said in a note, of a table that lists people, about one of them
    AGREES = auto()  # one check that takes it and its companion holds
    DISAGREES = auto()
    AGAIN = auto()  # the same value stands elsewhere in the text, under its label


SETTLED = int(Evidence.COLUMN | Evidence.HEADED)
"""Where the column says it, neighbours add nothing."""

MOST = 0.99  # nothing that is read from text alone is certain

WEIGHTS = {
    Evidence.LABEL: 3.4,
    Evidence.LABEL_ABOVE: 3.3,
    Evidence.OPPOSED: -3.0,
    Evidence.OTHER_LABEL: -0.9,
    Evidence.JOINED: -2.5,
    Evidence.SMALL_LETTERS: -0.9,
    Evidence.FAVOURED: 0.3,
    Evidence.DISFAVOURED: -0.9,
    Evidence.COMPANY: 1.1,
    Evidence.HEADED: 3.8,
    Evidence.COLUMN: 4.1,
    Evidence.ODD_COLUMN: -3.5,
    Evidence.OPPOSED_HEADING: -3.0,
    Evidence.NAMED_OTHERWISE: -3.2,
    Evidence.NOTED: 2.4,
    Evidence.AGREES: 2.3,
    Evidence.DISAGREES: -2.6,
    Evidence.AGAIN: 5.2,
}
"""Log-odds. Own labels and columns are fitted by ``benchmarks.accuracy.fit`` to documents that
nobody had looked at (the corpus unseen, 2026-11-26, before it was opened). The others were set by
hand from facts on precision by context and are held to by the accuracy benchmark: too few innocent
values stand beside people in any corpus to tell what they are worth."""

_SAID = {
    Evidence.LABEL: "own label before it",
    Evidence.LABEL_ABOVE: "own label above it",
    Evidence.OPPOSED: "but a word for something else before it",
    Evidence.OTHER_LABEL: "but another label before it",
    Evidence.JOINED: "but part of a longer token",
    Evidence.SMALL_LETTERS: "in small letters",
    Evidence.COMPANY: "other personal data near it",
    Evidence.HEADED: "column headed so",
    Evidence.COLUMN: "column holds such values",
    Evidence.ODD_COLUMN: "but most of its column is not",
    Evidence.OPPOSED_HEADING: "but column headed otherwise",
    Evidence.NAMED_OTHERWISE: "but a word beside it for something else",
    Evidence.AGAIN: "labelled elsewhere in the text",
    Evidence.NOTED: "in a note on somebody in a list of people",
    Evidence.AGREES: "fits the one beside it by the banks' table",
    Evidence.DISAGREES: "but does not fit the one beside it by the banks' table",
}


def log_odds(probability: float) -> float:
    """Return ln(p / (1 - p))."""
    return math.log(probability / (1 - probability))


@cache
def confidence(form: Form, evidence: int) -> float:
    """Return the chance that a candidate is right, rounded to 0.01."""
    total = log_odds(form.bare)
    total += sum(weight for flag, weight in WEIGHTS.items() if evidence & flag)
    return min(round(1 / (1 + math.exp(-total)), 2), MOST)


@cache
def explanation(detector: Detector, form: Form, evidence: int, note: str | None) -> str:
    """Return one line that names form, check and evidence, and quotes nothing."""
    words = in_words(detector)
    parts = [f"{detector.title}, {form.name}", detector.check_name]
    parts += [words[flag] for flag in Evidence if evidence & flag]
    return "; ".join([*parts, note] if note else parts)


def in_words(detector: Detector) -> dict[Evidence, str]:
    """Return how an explanation names each kind of evidence."""
    favoured, not_favoured = detector.favour_says
    return _SAID | {Evidence.FAVOURED: favoured, Evidence.DISFAVOURED: not_favoured}
