"""Headings that stand in two rows: "Post" above "Code", "Bank" above "Sort code" and "Account".

People break a long heading over two rows, or set a group's name above the headings of its columns.
One of the rows is then sparse, both hold words only, and the lower one reads like headings: a
person taken for half a heading would be hidden, so in doubt the rows are not put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

LINE = "\n"
"""Parts the two in a name: what heads the column, should both together mean nothing."""

_LONGEST_CHARS = 30
_FIGURES = re.compile(
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?\b|\b(?:19|20)[0-9]{2}\b|[0-9]$)", re.IGNORECASE
)
_DIGIT = re.compile(r"[0-9]")
_LABELLED_SHARE = 0.33  # of the lower row's cells
_LEAST_LABELLED = 2

_MORE = re.compile(
    r"\b(?:contacts?|kin|nok|gp|dr|doctor|parent|guardian|carer|worker|officer|relationship|nino"
    r"|ni|nhs|upn|diet|medication|balance|paid|reason|enw|cyfenw|geni|ffôn|cyfeiriad|rhif)\b",
    re.IGNORECASE,
)
"""What headings of council tables say besides what tells a heading of one row."""

IsLabel = Callable[[str], object]


def stacked(upper: Sequence[str], lower: Sequence[str], is_label: IsLabel) -> list[str] | None:
    r"""Return the names that two rows give the columns together, or None where they do not.

    >>> stacked(["", "Date", "Post"], ["Name", "of birth", "code"], {"Name", "code"}.__contains__)
    ['Name', 'Date\nof birth', 'Post\ncode']
    >>> stacked(["Name", "", "Town"], ["Ann", "Lee", "Leeds"], {"Name"}.__contains__) is None
    True
    """
    over, under = [cell.strip() for cell in upper], [cell.strip() for cell in lower]
    width = max(len(over), len(under))
    over += [""] * (width - len(over))
    under += [""] * (width - len(under))
    above = {at for at, cell in enumerate(over) if cell}
    below = {at for at, cell in enumerate(under) if cell}
    if not ((above < below and above != {min(below)}) or below < above) or not below:
        return None
    if not all(_is_words(cell) for cell in (*over, *under) if cell):
        return None
    names = [f"{one}{LINE}{two}".strip() for one, two in zip(over, under, strict=True)]
    lower = [cell for cell in under if cell]
    reads = _are_headings(lower, names, is_label) if above < below else _go_on(lower, is_label)
    return names if reads else None


def in_one_row(names: Sequence[str]) -> list[str]:
    """Return what ``stacked`` gave as headings of one row."""
    return [name.replace(LINE, " ") for name in names]


def _are_headings(lower: Sequence[str], names: Sequence[str], is_label: IsLabel) -> bool:
    """Return whether the lower row's cells are headings, by themselves or with what is above."""
    labelled = sum(1 for cell in lower if is_label(cell))
    together = sum(1 for name in in_one_row(names) if is_label(name) or _MORE.search(name))
    enough = labelled >= _LABELLED_SHARE * len(lower) or 2 * together >= len(lower)
    return labelled >= _LEAST_LABELLED and enough


def _go_on(lower: Sequence[str], is_label: IsLabel) -> bool:
    """Return whether the lower row's cells are the last words of the headings above them."""
    goes_on = all(cell[:1].islower() or cell[:1] == "(" or is_label(cell) for cell in lower)
    return goes_on and any(map(is_label, lower))


def _is_words(cell: str) -> bool:
    """Return whether a cell may be part of a heading: short, with no figures but a small number."""
    if len(cell) > _LONGEST_CHARS or "@" in cell or cell.endswith(":"):
        return False
    return _DIGIT.search(_FIGURES.sub("", cell, count=1)) is None
