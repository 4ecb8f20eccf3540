"""How people and systems write values down: the masks of ``data/fresh_forms.csv``, applied.

In a mask each ``#`` takes one character. A telephone number has ``A`` for its area code with the
nought, ``Z`` for the code without it and ``R`` for the rest; a date is a format of its parts.
"""

from __future__ import annotations

import calendar
from datetime import date
from random import Random

from benchmarks.accuracy.data import rows

_USUAL = 3  # times as often as other forms: what is known without a label is what most write


def choose(rng: Random, entity: str, *, bare: bool) -> str:
    """Return a form for a value of an entity; ``bare`` if no label or heading tells what it is."""
    known = [row for row in rows("fresh_forms") if row[0] == entity]
    fit = [row for row in known if row[3] == "yes"] if bare else known
    weights = [_USUAL if row[3] == "yes" else 1 for row in fit or known]
    return rng.choices(fit or known, weights)[0][1]


def write(entity: str, form: str, value: str) -> str:
    """Return a value in one form.

    >>> write("UK_NINO", "two then rest", "QQ123456C")
    'QQ 123456C'
    >>> write("DATE_OF_BIRTH", "ordinal", "1984-03-03")
    '3rd March 1984'
    """
    mask = next(row[2] for row in rows("fresh_forms") if row[:2] == (entity, form))
    if entity == "DATE_OF_BIRTH":
        return _date(mask, date.fromisoformat(value))
    if entity == "PHONE_NUMBER":
        return _phone(mask, "0" + value[3:])
    if entity == "UK_POSTCODE":
        written = value if mask == "outin" else f"{value[:-3]} {value[-3:]}"
        return written.lower() if mask == "lower" else written
    if "as is" in mask:
        return mask.replace("as is", value)
    if mask == "upper":
        return value.upper()
    left = iter(value)
    return "".join(next(left) if c == "#" else c for c in mask)


def _date(mask: str, day: date) -> str:
    teens = 11 <= day.day <= 13
    return mask.format(
        d=day.day, m=day.month, y=day.year, yy=day.year % 100,
        month=calendar.month_name[day.month], mon=calendar.month_abbr[day.month],
        th="th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th"),
    )  # fmt: skip


def _phone(mask: str, national: str) -> str:
    code = 3 if national.startswith("02") else 5 if national.startswith(("07", "016", "030")) else 4
    parts = {"A": national[:code], "Z": national[1:code], "R": national[code:]}
    return "".join(parts.get(c, c) for c in mask)
