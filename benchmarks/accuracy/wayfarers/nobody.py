"""Values that are about nobody: dates, sums, references, and numbers with other check digits."""

from __future__ import annotations

import re
from datetime import timedelta
from random import Random

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.wayfarers.folk import TODAY

_REFERENCE_LETTERS = "BCDFGHJKLMNPRSTVWX"


def about_nobody(rng: Random, what: str, form: str, day_form: str) -> str:
    """Return a value for a slot without a role. Raises KeyError for one that is not known.

    ``n:8`` so many digits; ``int:5-90`` and ``money:5-90`` between bounds; ``ref:AB-##/@@`` a digit
    for each ``#`` and a letter for each ``@``; ``hex:8``; ``day``, ``day:%Y-%m-%d`` and ``soon`` of
    the last and the coming months; ``time``; numbers that pass a check: ``luhn:16``, ``mod11:10``
    as NHS numbers do, ``isbn``, ``ean``, ``vat``, ``grid`` of a map, ``amount:2`` decimals.
    """
    if what in ("day", "soon"):
        days = rng.randint(1, 420) * (1 if what == "soon" else -1)
        return (TODAY + timedelta(days=days)).strftime(form or day_form)
    if what in ("int", "money"):
        low, high = map(int, form.split("-"))
        whole = rng.randint(low, high)
        return str(whole) if what == "int" else f"{whole:,}.{rng.randint(0, 99):02}"
    if what == "ref":
        figures = re.sub("#", lambda _: rng.choice("0123456789"), form)
        return re.sub("@", lambda _: rng.choice(_REFERENCE_LETTERS), figures)
    if what == "n":
        return rng.choice("123456789") + identifiers.digits(rng, int(form) - 1)
    if what == "hex":
        return "".join(rng.choices("0123456789abcdef", k=int(form)))
    if what == "time":
        return f"{rng.randint(7, 20):02}:{rng.randint(0, 59):02}"
    if what == "clock":
        return f"{rng.randint(7, 20):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"
    return _CHECKED[what](rng, form)


def _luhn(rng: Random, form: str) -> str:
    body = rng.choice("1289") + identifiers.digits(rng, int(form) - 2)
    return body + identifiers.luhn(body)


def _mod11(rng: Random, form: str) -> str:
    """Return a number of ten digits that passes modulus 11, grouped 3-3-4 if so asked."""
    number = identifiers.nhs(rng)
    return f"{number[:3]} {number[3:6]} {number[6:]}" if form == "spaced" else number


def _weighted_13(rng: Random, prefix: str) -> str:
    body = prefix + identifiers.digits(rng, 12 - len(prefix))
    total = sum(int(d) * (3 if place % 2 else 1) for place, d in enumerate(body))
    return body + str(-total % 10)


def _grid(rng: Random, _: str) -> str:
    square = rng.choice(("SK", "TQ", "SO", "NY", "SE", "ST", "NT", "SH"))
    return f"{square} {rng.randint(10000, 99999)} {rng.randint(10000, 99999)}"


_CHECKED = {
    "luhn": _luhn,
    "mod11": _mod11,
    "isbn": lambda rng, _: _weighted_13(rng, "978"),
    "ean": lambda rng, _: _weighted_13(rng, "50"),
    "vat": lambda rng, _: f"GB {rng.randint(100, 999)} {rng.randint(1000, 9999)} 28",
    "grid": _grid,
}
