"""Where a label follows a name on its line, as on a page that lost its columns."""

from __future__ import annotations

import re

from detectors.names.lexicon import TITLES, everyday_words, folded, surnames

LABEL_FOLLOWS = re.compile(rb" [a-z]{1,15}(?: [a-z]{1,15}){0,2} ?:|:(?!//)")
LABEL_NEXT = re.compile(r"(?:\.?[A-Z]){0,3}\.?(?: [a-z]{1,15}){0,3} ?:(?!//)")
_LABELS = frozenset(
    {
        *("agent", "applicant", "holder", "address", "contact", "officer", "date", "phone", "tel"),
        *("role", "grade", "team", "post", "ref", "age", "sex", "email", "mobile", "referee"),
        *("operator", "class", "form", "year", "ward", "room", "place", "second", "first", "next"),
    }
)
"""Words of labels; some are surnames too, though hardly a third name before a colon."""


def before_label(words: list[str], text: str, end: int) -> tuple[list[str], int]:
    """Return a name and its end less the words that begin the label which follows on its line.

    A page that lost its columns has "Officer: Jane Hill Second officer: Omar Thrale".
    """
    kept = list(words)
    while len(kept) > 2 and _begins_a_label(folded(kept[-1])):
        end = text.rindex(kept.pop(), 0, end)
        end = len(text[:end].rstrip())
    return kept, end


def _begins_a_label(word: str) -> bool:
    """Return whether a word is one of labels rather than a name's last."""
    return (
        len(word) <= 1
        or word in TITLES
        or word in _LABELS
        or (word in everyday_words() and word not in surnames())
    )
