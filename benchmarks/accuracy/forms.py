"""The ways in which people and systems write each kind of value.

``FORMS[entity][form]`` turns a canonical value into text. The first form of each entity is the
one that systems use; those in ``BARE`` are what a reader knows without a label beside it.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from benchmarks.accuracy.data import rows

Write = Callable[[str], str]
_MONTHS = tuple(calendar.month_name)[1:]
_WELSH_MONTHS = tuple(month for (month,) in rows("welsh_months"))


def grouped(sizes: tuple[int, ...], separator: str = " ") -> Write:
    """Return a writer that cuts a value into groups; what is left over is a last group.

    >>> grouped((3, 3, 4))("4000000004")
    '400 000 0004'
    """

    def write(value: str) -> str:
        parts, start = [], 0
        for size in sizes:
            parts.append(value[start : start + size])
            start += size
        return separator.join(part for part in [*parts, value[start:]] if part)

    return write


def _suffixed(canonical: str) -> str:
    return canonical + "ABCD"[int(canonical[-1]) % 4]


def _on(pattern: str) -> Write:
    return lambda canonical: date.fromisoformat(canonical).strftime(pattern)


def _worded(canonical: str, months: tuple[str, ...] = _MONTHS) -> str:
    day = date.fromisoformat(canonical)
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _ordinal(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 * (day.day not in (11, 12, 13)), "th")
    return f"{day.day}{ending} {_MONTHS[day.month - 1][:3]} {day.year}"


def _national(e164: str) -> str:
    return "0" + e164[3:]


def _phone(separator: str = " ") -> Write:
    def write(e164: str) -> str:
        number = _national(e164)
        if number.startswith("02"):
            return grouped((3, 4, 4), separator)(number)
        if number.startswith(("07", "01632")):
            return grouped((5, 6), separator)(number)
        return grouped((4, 3, 4), separator)(number)

    return write


def _bracketed(e164: str) -> str:
    area, _, rest = _phone()(e164).partition(" ")
    return f"({area}) {rest}"


def _inward(separator: str) -> Write:
    return lambda canonical: f"{canonical[:-3]}{separator}{canonical[-3:]}"


def _as_is(canonical: str) -> str:
    return canonical


def _pnc(canonical: str) -> str:
    return f"{canonical[:4]}/{canonical[4:]}"


def _short_pnc(canonical: str) -> str:
    return f"{canonical[2:4]}/{int(canonical[4:11])}{canonical[-1]}"


_spaced_nino = grouped((2, 2, 2, 2, 1))
FORMS: dict[str, dict[str, Write]] = {
    "UK_NINO": {
        "closed up": _suffixed,
        "pairs": lambda c: _spaced_nino(_suffixed(c)),
        "2-6-1": lambda c: grouped((2, 6, 1))(_suffixed(c)),
        "lower case": lambda c: _suffixed(c).lower(),
        "hyphens": lambda c: grouped((2, 2, 2, 2, 1), "-")(_suffixed(c)),
        "no suffix": _as_is,
    },
    "UK_NHS": {
        "closed up": _as_is,
        "3-3-4": grouped((3, 3, 4)),
        "3-3-4 hyphens": grouped((3, 3, 4), "-"),
        "3-3-4 dots": grouped((3, 3, 4), "."),
    },
    "UK_HCN": {"closed up": _as_is, "3-3-4": grouped((3, 3, 4))},
    "UK_CHI": {"closed up": _as_is, "6-4": grouped((6, 4))},
    "UK_UPN": {"closed up": _as_is, "lower case": str.lower},
    "UK_ULN": {"closed up": _as_is},
    "UK_UTR": {"closed up": _as_is, "5-5": grouped((5, 5)), "trailing K": lambda c: c + "K"},
    "UK_DRIVING_LICENCE": {
        "closed up": _as_is,
        "5-6-5": grouped((5, 6, 5)),
        "with issue": lambda c: f"{c} 37",
    },
    "UK_PASSPORT": {"closed up": _as_is, "3-3-3": grouped((3, 3, 3))},
    "UK_BRP": {"closed up": _as_is, "2-rest": grouped((2, 7))},
    "UK_SHARE_CODE": {"3-3-3": grouped((3, 3, 3)), "closed up": _as_is},
    "UK_HOME_OFFICE_REFERENCE": {"closed up": _as_is},
    "UK_PRISON_NUMBER": {"closed up": _as_is},
    "UK_CASE_URN": {"closed up": _as_is, "slashes": grouped((2, 2, 5, 2), "/")},
    "UK_BLUE_BADGE": {"closed up": _as_is},
    "UK_UPRN": {"closed up": _as_is},
    "UK_TRN": {"closed up": _as_is, "spaced": grouped((2, 2, 2, 2))},
    "UK_PROFESSIONAL_REGISTRATION": {"NMC PIN": _as_is},
    "UK_PAYE_REFERENCE": {"slash": grouped((3, 9), "/")},
    "UK_ACCOUNTS_OFFICE_REFERENCE": {"closed up": _as_is},
    "UK_PNC": {"slash": _pnc, "closed up": _as_is, "short": _short_pnc},
    "UK_CRO": {"slash": lambda c: f"{c[:6]}/{c[6:]}"},
    "UK_CCRN": {"slashes": grouped((2, 4, 8), "/")},
    "UK_SORT_CODE": {
        "hyphens": grouped((2, 2, 2), "-"),
        "spaces": grouped((2, 2, 2)),
        "closed up": _as_is,
    },
    "UK_BANK_ACCOUNT": {"closed up": _as_is, "4-4": grouped((4, 4))},
    "IBAN_CODE": {"fours": grouped((4,) * 6), "closed up": _as_is},
    "CREDIT_CARD": {
        "fours": lambda c: grouped((4, 4, 4, 4) if len(c) == 16 else (4, 6, 5))(c),
        "closed up": _as_is,
        "hyphens": lambda c: grouped((4, 4, 4, 4) if len(c) == 16 else (4, 6, 5), "-")(c),
    },
    "UK_POSTCODE": {
        "spaced": _inward(" "),
        "closed up": _as_is,
        "lower case": lambda c: _inward(" ")(c).lower(),
        "double space": _inward("  "),
    },
    "EMAIL_ADDRESS": {
        "lower case": _as_is,
        "capitals": str.title,
        "mailto": lambda c: f"mailto:{c}",
    },
    "PHONE_NUMBER": {
        "grouped": _phone(),
        "closed up": _national,
        "+44": lambda c: f"+44 {_phone()(c)[1:]}",
        "+44 (0)": lambda c: f"+44 (0){_phone()(c)[1:]}",
        "0044": lambda c: f"0044{c[3:]}",
        "brackets": _bracketed,
        "hyphens": _phone("-"),
    },
    "DATE_OF_BIRTH": {
        "figures": _on("%d/%m/%Y"),
        "ISO": _as_is,
        "words": _worded,
        "dots": _on("%d.%m.%Y"),
        "two-digit year": _on("%d/%m/%y"),
        "short month": _on("%d-%b-%Y"),
        "ordinal": _ordinal,
        "Welsh": lambda c: _worded(c, _WELSH_MONTHS),
    },
    "UK_VEHICLE_REGISTRATION": {"spaced": lambda c: f"{c[:4]} {c[4:]}", "closed up": _as_is},
    "IP_ADDRESS": {"dotted": _as_is},
}

BARE: dict[str, tuple[str, ...]] = {
    "UK_NINO": ("closed up", "pairs", "2-6-1", "hyphens"),
    "UK_NHS": ("3-3-4", "3-3-4 hyphens"),
    "UK_UPN": ("closed up",),
    "UK_DRIVING_LICENCE": ("closed up", "5-6-5"),
    "IBAN_CODE": ("fours", "closed up"),
    "CREDIT_CARD": ("fours", "closed up"),
    "UK_POSTCODE": ("spaced", "closed up", "lower case"),
    "EMAIL_ADDRESS": ("lower case", "capitals"),
    "PHONE_NUMBER": ("grouped", "+44", "brackets", "0044"),
    "UK_VEHICLE_REGISTRATION": ("spaced", "closed up"),
    "UK_PNC": ("slash",),
}
_RARE = {"Welsh", "mailto", "double space", "trailing K", "capitals"}  # only where asked for


def usual(entity: str) -> list[str]:
    """Return the forms that may be written wherever there is a label or a column."""
    return [form for form in FORMS[entity] if form not in _RARE]
