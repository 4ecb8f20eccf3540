"""Columns of names under no heading that says so: whole names, or given name beside surname.

A column is judged by its distinct cells: what one officer's name says fifty times it says once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from detectors.names.lexicon import PARTICLES, beside_names
from detectors.names.nobody import STREETS
from detectors.names.words import Known, known
from detectors.names.written import canonical

_WHOLE_SHARE = 0.45  # of a column's cells that are names we know: facts on real tables
_PART_SHARE = 0.5
_OTHER_SHARE = 0.3  # of cells that are places, things or everyday words, which makes it no column
_LEAST_DISTINCT = 3
_MOST_WORDS = 3
_LEAST_LETTERS = 2
_HALF = 0.6  # of a name, of which the given name is known or the surname, the other by nobody
_CELL = re.compile(r"[^\W\d_](?:[^\W\d_]|['’\- ])*")
_LETTER = re.compile(r"[^\W\d_]")
_PARTED = re.compile(r"[,;|/&+]|\band\b")
_SEPARATORS = (
    (re.compile(r"\s*(?:[,;|/]\s*(?:and\b)?|\band\b|&|\+)\s*"), 2),
    (re.compile(r"\s*[;|/]\s*"), 1),
    (re.compile(r"\s*(?:[;|/]|\band\b|&|\+)\s*"), 1),
)
"""What parts names, and of how many words each must be: a comma may part one name's two."""
_OTHER = Known.EVERYDAY | Known.PLACE | Known.THING | Known.NEVER


def column_of_names(cells: list[str]) -> bool:
    """Return whether cells of two words or more are mostly names we know."""
    written = _distinct(one for cell in cells for one in _each(cell))
    names = [name for one in written if " " in one and (name := canonical(one))]
    return sum(map(_likeness, names)) > _WHOLE_SHARE * len(written)


def column_of_things(cells: list[str]) -> bool:
    """Return whether cells under "Name" are streets, or things, whose words are words too.

    >>> column_of_things(["Olive Grove", "Heather", "Ivy"]), column_of_things(["Ivy Hill"] * 3)
    (True, False)
    """
    written = [cell for cell in _distinct(cells) if _LETTER.search(cell)]
    if 2 * sum(map(_is_a_street, written)) >= max(len(written), _LEAST_DISTINCT + 1):
        return True
    if len(written) < _LEAST_DISTINCT:
        return False
    return all(map(_may_be_things, {word.lower() for cell in written for word in cell.split()}))


def _is_a_street(cell: str) -> bool:
    """Return whether a cell ends as streets do, and hardly any surname."""
    _, parted, last = cell.lower().rpartition(" ")
    return bool(parted) and last in STREETS


def _may_be_things(word: str) -> bool:
    return bool(known(word) & _OTHER) or word in beside_names("word and given name")


def names_in_cell(cell: str) -> Sequence[tuple[int, int]]:
    """Return where the names stand in a cell that holds several and nothing else.

    >>> [cell[a:b] for cell in ["Hill, Jane; Thrale, Omar"] for a, b in names_in_cell(cell)]
    ['Hill, Jane', 'Thrale, Omar']
    >>> names_in_cell("Hill, Jane")
    []
    """
    if _PARTED.search(cell) is None:  # as in most cells
        return []
    for separator, least_words in _SEPARATORS:
        spans = _parted(cell, separator)
        words = [_words_of_a_name(cell[start:end]) for start, end in spans]
        if len(spans) > 1 and min(words) >= least_words and max(words) > 1:
            return spans
    return []


def _parted(cell: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the parts of a cell stand, without spaces around them."""
    borders = [0, *(at for part in separator.finditer(cell) for at in part.span()), len(cell)]
    parts = zip(borders[::2], borders[1::2], strict=True)
    return [(start, end) for start, end in parts if cell[start:end].strip()]


def _words_of_a_name(part: str) -> int:
    """Return how many words a part has that can be a name by itself, else 0."""
    if canonical(part) is None or (" " not in part and known(part) & _OTHER):
        return 0
    return len(part.split())


def _each(cell: str) -> list[str]:
    return [cell[start:end] for start, end in names_in_cell(cell)] or [cell]


def _likeness(name: str) -> float:
    """Return how much a name of two words or more speaks for a column of names, or against it."""
    words = name.split()
    if len(words) < 2:
        return 0.0
    first, last = known(words[0]), known(words[-1])
    if last & Known.THING:  # Grace Park, Marlow Hill
        return -1.0
    given, surname = first & Known.GIVEN, last & Known.SURNAME
    if given and surname:
        return 1.0
    if (given and not last & _OTHER) or (surname and not first & _OTHER):
        return _HALF
    return 0.0


def name_parts(cells: list[str]) -> tuple[float, float]:
    """Return the share of cells that are given names and that of surnames; 0 where too few are.

    >>> name_parts(["Margaret", "Fatima", "Owen", "Tomasz"])[0]
    1.0
    >>> name_parts(["Approved", "Refused", "Pending", "Withdrawn"])
    (0.0, 0.0)
    """
    distinct = _distinct(cells)
    if len(distinct) < _LEAST_DISTINCT:
        return 0.0, 0.0
    return _share(distinct, Known.GIVEN), _share(distinct, Known.SURNAME)


def _distinct(cells: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(cell.strip() for cell in cells if cell.strip()))


def _share(cells: list[str], part: int) -> float:
    """Return the share of ``cells`` that are such a part of a name, 0 where it is too small."""
    kinds = [_kind(cell, part) for cell in cells]
    share = kinds.count(part) / len(cells)
    other = kinds.count(_OTHER) / len(cells)
    return share if share >= _PART_SHARE and other <= _OTHER_SHARE else 0.0


def _kind(cell: str, part: int) -> int:
    """Return ``part`` for a cell that is one for all we know, _OTHER for another thing, else 0."""
    words = cell.split()
    if not _CELL.fullmatch(cell) or len(words) > _MOST_WORDS or cell.islower():
        return _OTHER
    kinds = [known(word) for word in words if word.lower() not in PARTICLES]
    if not kinds or len(cell) < _LEAST_LETTERS:
        return 0
    if any(kind & Known.NEVER and not kind & part for kind in kinds):
        return _OTHER
    if all(kind & part for kind in kinds):
        other = any(kind & _OTHER and not kind & Known.COMMON for kind in kinds)
        return 0 if other else part  # Lincoln, Hazel and Good are names, and other things as often
    return _OTHER if any(kind & _OTHER and not kind & part for kind in kinds) else 0
