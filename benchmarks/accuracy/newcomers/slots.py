"""Values that are about nobody: numbers, references, sums, days and times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from benchmarks.accuracy import identifiers

_DAYS = ("%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%d %b %Y", "%d.%m.%y", "%A %d %B %Y")
_NAMED_DAYS = {
    "dmy": "%d/%m/%Y", "iso": "%Y-%m-%d", "long": "%d %B %Y", "ymd": "%Y%m%d", "short": "%d/%m",
    "log": "%d/%b/%Y", "week": "%a, %d %b %Y", "month": "%B %Y", "weekday": "%A",
}  # fmt: skip
_LATEST = date(2026, 11, 20)


def plain_slot(rng: Random, habit: Callable[[str, list[str]], str], what: str, form: str) -> str:
    """Return the text of a slot that names nobody. Raises ValueError if there is none of it.

    ``n:8`` so many digits; ``int:5-90`` and ``money:5-90`` between bounds; ``ref:AB-##/@@`` with a
    digit for each ``#`` and a letter for each ``@``; ``hex:8``; ``day``, ``day:iso``; ``time``.
    """
    if what == "n":
        return rng.choice("123456789") + identifiers.digits(rng, int(form) - 1)
    if what == "hex":
        return "".join(rng.choices("0123456789abcdef", k=int(form)))
    if what in ("int", "money", "year"):
        low, _, high = (form or "5-900").partition("-")
        number = rng.randint(int(low), int(high))
        return f"{number:,}.{rng.randint(0, 99):02}" if what == "money" else str(number)
    if what == "ref":
        return "".join({"#": _digit, "@": _letter}.get(c, lambda _, c=c: c)(rng) for c in form)
    if what == "day":
        day = _LATEST - timedelta(days=rng.randint(0, 700))
        return day.strftime(_NAMED_DAYS[form] if form else habit("day", list(_DAYS)))
    if what == "time":
        return f"{rng.randint(7, 20):02}:{rng.randint(0, 59):02}"
    raise ValueError(f"no slot {what}")


def _digit(rng: Random) -> str:
    return identifiers.digits(rng, 1)


def _letter(rng: Random) -> str:
    return identifiers.letters(rng, 1)
