"""The forms in which strangers put a value down, the frequent ones listed more than once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from benchmarks.accuracy.forms import FORMS, Write, grouped, usual

_EITHER_CENTURY = 27  # two digits of a year below this could be of either century
_ENDINGS = {1: "st", 21: "st", 31: "st", 2: "nd", 22: "nd", 3: "rd", 23: "rd"}


def _in(pattern: str) -> Write:
    return lambda canonical: date.fromisoformat(canonical).strftime(pattern)


def _plain(separator: str) -> Write:
    """Return a writer of day, month and year without leading noughts."""

    def write(canonical: str) -> str:
        day = date.fromisoformat(canonical)
        return f"{day.day}{separator}{day.month}{separator}{day.year}"

    return write


def _short(separator: str) -> Write:
    """Return a writer of short years, which writes the whole year where it could be of two."""

    def write(canonical: str) -> str:
        day = date.fromisoformat(canonical)
        whole = day.year < 2000 and day.year % 100 < _EITHER_CENTURY
        year = str(day.year) if whole else f"{day.year % 100:02}"
        return f"{day.day}{separator}{day.month}{separator}{year}"

    return write


def _spoken(canonical: str, link: str = " ") -> str:
    day = date.fromisoformat(canonical)
    return f"{day.day}{_ENDINGS.get(day.day, 'th')}{link}{day:%B %Y}"


def _month_first(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    return f"{day:%B} {day.day}, {day.year}"


def _national(*sizes: int, separator: str = " ") -> Write:
    return lambda e164: grouped(sizes, separator)("0" + e164[3:])


_MORE: dict[str, dict[str, Write]] = {
    "DATE_OF_BIRTH": {
        "plain slashes": _plain("/"),
        "plain dots": _plain("."),
        "short slashes": _short("/"),
        "short dots": _short("."),
        "noughts and hyphens": _in("%d-%m-%Y"),
        "spoken": _spoken,
        "spoken of": lambda c: _spoken(c, " of "),
        "month first": _month_first,
        "three letters": _in("%d %b %Y"),
        "mainframe": lambda c: _in("%d-%b-%Y")(c).upper(),
        "clock": _in("%Y-%m-%dT00:00:00"),
        "boxed": _in("%d / %m / %Y"),
        "stamp": _in("%Y%m%d"),
    },
    "PHONE_NUMBER": {
        "5-3-3": _national(5, 3, 3),
        "4-3-4": _national(4, 3, 4),
        "international": lambda e164: e164,
        "noughtless": lambda e164: e164[3:],
    },
    "UK_NINO": {"small pairs": lambda c: FORMS["UK_NINO"]["pairs"](c).lower()},
    "UK_SORT_CODE": {"hyphens": grouped((2, 2, 2), "-")},
    "UK_VEHICLE_REGISTRATION": {"small": str.lower},
}
WRITTEN: Mapping[str, Mapping[str, Write]] = {
    entity: dict(forms) | _MORE.get(entity, {}) for entity, forms in FORMS.items()
}

_HABITS: dict[str, str] = {
    "DATE_OF_BIRTH": (
        "figures|figures|figures|figures|plain slashes|plain slashes|dots|plain dots|ISO|words"
        "|words|short slashes|short dots|noughts and hyphens|spoken|three letters|short month"
        "|mainframe|boxed"
    ),
    "PHONE_NUMBER": (
        "grouped|grouped|grouped|closed up|closed up|5-3-3|4-3-4|+44|+44 (0)|brackets|hyphens"
        "|international"
    ),
    "UK_NINO": "pairs|pairs|closed up|closed up|closed up|2-6-1|small pairs",
    "UK_NHS": "3-3-4|3-3-4|closed up|closed up|3-3-4 hyphens",
    "UK_POSTCODE": "spaced|spaced|spaced|spaced|spaced|closed up|lower case",
    "UK_SORT_CODE": "hyphens|hyphens|hyphens|spaces|closed up",
    "UK_BANK_ACCOUNT": "closed up|closed up|closed up|4-4",
    "UK_VEHICLE_REGISTRATION": "spaced|spaced|closed up|closed up",
    "EMAIL_ADDRESS": "lower case",
    "UK_DRIVING_LICENCE": "closed up|closed up|5-6-5|with issue",
    "UK_PASSPORT": "closed up|closed up|3-3-3",
}


def habits(entity: str) -> list[str]:
    """Return the forms from which a file's habit is drawn, each as often as it is likely.

    >>> habits("EMAIL_ADDRESS")
    ['lower case']
    """
    listed = _HABITS.get(entity)
    return listed.split("|") if listed else usual(entity)
