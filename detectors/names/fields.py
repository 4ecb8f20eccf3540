"""Given name and surname in two fields one after the other, in forms and records, in either order.

Shape     a label and its value, then the other label and its value: one name.
"""

from __future__ import annotations

import re

from detectors.names.lexicon import folded, surnames
from detectors.names.written import GIVEN_LABEL, SURNAME_LABEL, Lone, name_at

_WINDOW_BYTES = 120
_WHOLE_LABEL = re.compile(rb"name|cyntaf|cyfenw|\"given", re.IGNORECASE)
"""What a label has that is enough for one part of a name: "Evidence given: Passport" has not."""


def given_and_surname(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the given name that begins at the last byte, with the surname field after it.

    By itself it counts after a label that is nothing else's.
    """
    given = name_at(data, end - 1, lone=Lone.GIVEN_NAME)
    if given is None:
        return None
    both = _with_next(data, given, SURNAME_LABEL, Lone.SURNAME)
    return both or (given if _WHOLE_LABEL.search(data, start, end) else None)


def surname_and_given(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the surname that begins at the last byte, with the field of given names after it.

    By itself it counts after a label that is nothing else's, where it is a surname we know.
    """
    surname = name_at(data, end - 1, lone=Lone.SURNAME, most_commas=0)
    if surname is None:
        return None
    if both := _with_next(data, surname, GIVEN_LABEL, Lone.GIVEN_NAME):
        return both
    known = folded(data[slice(*surname)].decode("utf-8", "ignore")) in surnames()
    return surname if known and _WHOLE_LABEL.search(data, start, end) else None


def _with_next(
    data: bytes, part: tuple[int, int], label: re.Pattern[str], lone: Lone
) -> tuple[int, int] | None:
    """Return ``part`` with the part in the field that follows it, if ``label`` does."""
    text = data[part[1] : part[1] + _WINDOW_BYTES].decode("utf-8", "ignore")
    between = label.match(text)
    if between is None:
        return None
    other = name_at(data, part[1] + len(between[0].encode()), lone=lone, most_commas=0)
    return (part[0], other[1]) if other else None
