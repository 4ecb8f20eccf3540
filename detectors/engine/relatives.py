"""Columns of people whom others in the table have: their children, partners, beneficiaries."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.engine.columns import heading_words

_WORDS = frozenset(
    {
        *("child", "children", "dependant", "dependants", "dependent", "dependents", "sibling"),
        *("siblings", "beneficiary", "beneficiaries", "partner", "spouse", "household", "family"),
        *("occupants", "occupiers", "tenants", "tenant", "victim", "perpetrator", "suspect"),
        *("plant", "teulu", "partneriaid"),
    }
)
"""Words that make a heading one of people who may stand there with their birth."""
_OTHERS = frozenset(
    {
        *("name", "names", "and", "dob", "dobs", "d.o.b", "age", "ages", "of", "in", "the", "home"),
        *("other", "others", "joint", "members", "member", "if", "any", "date", "birth", "with"),
        *("dates", "details", "linked", "subject", "1", "2", "3"),
    }
)


def columns_of_relatives(header: tuple[str, ...]) -> NDArray[np.bool_]:
    """Return which headings are of relatives or of others whom a row names with their birth."""
    return np.array([_is_of_relatives(heading_words(each.lower())) for each in header], dtype=bool)


def _is_of_relatives(heading: str) -> bool:
    words = set(heading.split())
    return not words.isdisjoint(_WORDS) and words <= _WORDS | _OTHERS
