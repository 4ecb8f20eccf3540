"""Headings that begin with figures, or hold some: "1st choice", "4 wkly amt", "P45 seen"."""

from __future__ import annotations

import re

_WITH_FIGURES = re.compile(
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)\b[ A-Za-z?/\-]{0,40}"
    r"|(?:19|20)[0-9]{2}(?: ?[/\-–] ?[0-9]{2}(?:[0-9]{2})?)?"
    r"|[<>]? ?[0-9]{1,3} ?(?:\+|(?:[\-–]|to) ?[0-9]{1,3})(?: (?:years|yrs|hours|hrs|days))?"
    r"|[A-Za-z][A-Za-z ]{0,12}[0-9]{1,3}[ A-Za-z?/\-]{0,40})",
    re.IGNORECASE,
)


_PERIOD = re.compile(
    r"[0-9]{1,2} ?-?(?:wkly|weekly|wks?|weeks?|days?|monthly|months?|mths?|yrs?|years?|hrs?|hours?"
    r"|yo|y/o)"
    r"\b[ A-Za-z?/\-]{0,40}",
    re.IGNORECASE,
)


def names_a_period(cell: str) -> bool:
    """Return whether a cell is a heading for what comes every so often, and nobody's address.

    >>> names_a_period("4 wkly amt"), names_a_period("1st Floor")
    (True, False)
    """
    return _PERIOD.fullmatch(cell.strip()) is not None


def names_a_column(cell: str) -> bool:
    """Return whether a cell with figures reads like a heading, among others that are sure ones.

    >>> names_a_column("1st choice"), names_a_column("4 wkly amt"), names_a_column("24/03/1980")
    (True, True, False)
    """
    return names_a_period(cell) or _WITH_FIGURES.fullmatch(cell.strip()) is not None
