r"""Values some words after their label: "passport shown, no. 123 456 789".

A form whose pattern is a label and ``TO_A_DIGIT`` triggers where a digit comes soon after the
label; what lies between decides whether that number is the label's own. It is where those words
only say that the thing was seen, or whose it is, or where "number" leads to it and nothing else
that has numbers was named since.

>>> expand = after_words("passport", r"[0-9]{9}\b")
>>> data = b"Passport shown, no. 123456789"
>>> expand(data, 0, 21)
(20, 29)
>>> expand(b"Passport lost, crime no. 123456789", 0, 26) is None
True
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

from detectors.base import Expand

TO_A_DIGIT = r"[^0-9]{1,64}[0-9]"
"""The end of a trigger: it reaches from the label to the first digit after it."""

_MOST_WORDS = 9
_MOST_SKIPPED = 2
_REACH_BYTES = 120  # from label to value, numbers that were passed over included
_WORD = re.compile(rb"[a-z]+(?:'[a-z]+)?")
# Past the end of a sentence or a block a label says nothing.
_BREAK = re.compile(
    rb"\n\s*\n\s*\n|[?!]\s|\.\s+(?=[A-Z][a-z]+ [a-z])"
)  # no value's label is before it
_SKIPPED = re.compile(
    rb"(?:[0-9]{1,2}[/.\- ](?:[0-9]{1,2}|[a-z]{3,9})[/.\- ](?:[0-9]{4}|[0-9]{2})"
    rb"|[0-9]{1,2})(?![0-9/\-]|[ .\-][0-9])",
    re.IGNORECASE,
)  # a date, "(9 digits)"
_DIGIT = re.compile(rb"[0-9]")
_BEGINNING_BYTES = 5  # letters of a value before its first digit, with the space after them


def after_words(label: str, value: str) -> Expand:
    """Return what finds ``value`` after ``label``, given a trigger that ends in TO_A_DIGIT.

    Both are patterns that match in any case.
    """
    labels = re.compile(label.encode(), re.IGNORECASE)
    values = re.compile(value.encode(), re.IGNORECASE)

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        digit = end - 1
        named = [match.end() for match in labels.finditer(data, start, digit)]
        if not named:
            return None
        begins = named[-1]
        for _ in range(_MOST_SKIPPED + 1):
            found = _around(values, data, begins, digit)
            if found is not None:
                leads = _leads(data[begins : found[0]])
                return found if leads else None
            skipped = _SKIPPED.match(data, digit)
            following = skipped and _DIGIT.search(data, skipped.end(), begins + _REACH_BYTES)
            if not following:
                return None
            digit = following.start()
        return None

    return expand


def _around(
    value: re.Pattern[bytes], data: bytes, least: int, digit: int
) -> tuple[int, int] | None:
    """Return the span of ``value`` that has its first digit there, and begins at a word."""
    for begins in range(max(least, digit - _BEGINNING_BYTES), digit + 1):
        if begins > least and data[begins - 1 : begins].isalnum():
            continue
        if (match := value.match(data, begins)) and match.end() > digit:
            return match.span()
    return None


def _leads(between: bytes) -> bool:
    """Return whether the words between label and value lead from one to the other."""
    if _BREAK.search(between):
        return False
    words = _WORD.findall(between.lower())
    if len(words) > _MOST_WORDS:
        return False
    said = [_words().get(word, "") for word in words]
    if "other" in said:
        return False
    return "" not in said or said[-1] == "number"


@cache
def _words() -> dict[bytes, str]:
    """Return what words say: link (it was seen, held…), number, or other (has its own number)."""
    table = files("detectors.data").joinpath("label_words.csv").read_text("utf-8")
    return {row["word"].encode(): row["says"] for row in csv.DictReader(table.split("\n"))}
