"""The ways of writing values that ``sealed`` has and ``judge`` has not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from benchmarks.accuracy.forms import FORMS, Write, grouped


def _nino(write: Write) -> Write:
    return lambda canonical: write(FORMS["UK_NINO"]["closed up"](canonical))


def _day(pattern: str) -> Write:
    return lambda canonical: date.fromisoformat(canonical).strftime(pattern)


def _short(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    return f"{day.day}.{day.month}.{day.year % 100:02}"


def _of_month(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 * (day.day not in (11, 12, 13)), "th")
    return f"{day.day}{ending} of {day:%B} {day.year}"


def _national(e164: str) -> str:
    return "0" + e164[3:]


def _bracketed(e164: str) -> str:
    area, *rest = FORMS["PHONE_NUMBER"]["grouped"](e164).split()
    return f"({area}){''.join(rest)}"


SEALED_FORMS: Mapping[str, Mapping[str, Write]] = {
    "UK_NINO": {
        "closed up": _nino(str),
        "pairs": _nino(grouped((2, 2, 2, 2, 1))),
        "2-2-4-1": _nino(grouped((2, 2, 4, 1))),
        "small pairs": _nino(lambda text: grouped((2, 2, 2, 2, 1))(text.lower())),
        "suffix apart": _nino(grouped((8, 1))),
    },
    "UK_NHS": {
        "3-3-4": grouped((3, 3, 4)),
        "closed up": str,
        "3-3-4 hyphens": grouped((3, 3, 4), "-"),
        "two spaces": grouped((3, 3, 4), "  "),
    },
    "DATE_OF_BIRTH": {
        "figures": _day("%d/%m/%Y"),
        "short dots": _short,
        "capitals": lambda c: _day("%d %b %Y")(c).upper(),
        "year first": _day("%Y/%m/%d"),
        "of month": _of_month,
        "hyphens": _day("%d-%m-%Y"),
    },
    "PHONE_NUMBER": {
        "grouped": FORMS["PHONE_NUMBER"]["grouped"],
        "5-3-3": lambda c: grouped((5, 3, 3))(_national(c)),
        "+44(0) closed up": lambda c: f"+44(0){c[3:]}",
        "+44 closed up": str,
        "4-7": lambda c: grouped((4, 7))(_national(c)),
        "brackets closed up": _bracketed,
    },
    "UK_SORT_CODE": {"hyphens": grouped((2, 2, 2), "-"), "closed up": str},
    "UK_POSTCODE": {
        "spaced": FORMS["UK_POSTCODE"]["spaced"],
        "closed up": str,
        "lower case": FORMS["UK_POSTCODE"]["lower case"],
    },
}
