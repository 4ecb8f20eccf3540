"""The ways in which this corpus writes values: those of ``forms``, and some of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from benchmarks.accuracy.forms import BARE, FORMS, Write, grouped

SHORT = {
    "nino": "UK_NINO", "nhs": "UK_NHS", "hcn": "UK_HCN", "chi": "UK_CHI", "upn": "UK_UPN",
    "uln": "UK_ULN", "utr": "UK_UTR", "dl": "UK_DRIVING_LICENCE", "passport": "UK_PASSPORT",
    "brp": "UK_BRP", "share": "UK_SHARE_CODE", "ho": "UK_HOME_OFFICE_REFERENCE",
    "prison": "UK_PRISON_NUMBER", "urn": "UK_CASE_URN", "badge": "UK_BLUE_BADGE",
    "uprn": "UK_UPRN", "trn": "UK_TRN", "nmc": "UK_PROFESSIONAL_REGISTRATION",
    "paye": "UK_PAYE_REFERENCE", "ao": "UK_ACCOUNTS_OFFICE_REFERENCE", "pnc": "UK_PNC",
    "cro": "UK_CRO", "ccrn": "UK_CCRN", "sort": "UK_SORT_CODE", "acct": "UK_BANK_ACCOUNT",
    "iban": "IBAN_CODE", "card": "CREDIT_CARD", "pc": "UK_POSTCODE", "email": "EMAIL_ADDRESS",
    "phone": "PHONE_NUMBER", "dob": "DATE_OF_BIRTH", "vrm": "UK_VEHICLE_REGISTRATION",
    "ip": "IP_ADDRESS",
}  # fmt: skip
"""How papers name entities in their slots."""

NEEDS_LABEL = frozenset({
    "UK_PASSPORT", "UK_BRP", "UK_SHARE_CODE", "UK_HOME_OFFICE_REFERENCE", "UK_PRISON_NUMBER",
    "UK_CASE_URN", "UK_BLUE_BADGE", "UK_UPRN", "UK_TRN", "UK_PROFESSIONAL_REGISTRATION",
    "UK_PAYE_REFERENCE", "UK_SORT_CODE", "UK_BANK_ACCOUNT", "UK_UTR", "UK_ULN", "UK_CRO", "AGE",
    "IP_ADDRESS", "SECRET",
})  # fmt: skip
"""What no reader can know in a table without headings."""

_PLATES = (r"([A-Z]{2}\d\d)([A-Z]{3})", r"([A-Z]\d+)([A-Z]{3})", r"([A-Z]{3})(\d+[A-Z]?)")


def _plate(canonical: str) -> str:
    for shape in _PLATES:
        if match := re.fullmatch(shape, canonical):
            return f"{match[1]} {match[2]}"
    return canonical


def _dated(pattern: str) -> Write:
    return lambda canonical: date.fromisoformat(canonical).strftime(pattern)


def _unpadded(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    return f"{day.day}/{day.month}/{day:%y}"


def _month_first(canonical: str) -> str:
    day = date.fromisoformat(canonical)
    return f"{day:%B} {day.day} {day.year}"


def _in_threes(separator: str) -> Write:
    """Return a writer of telephone numbers in groups of three where their code allows it."""

    def write(e164: str) -> str:
        number = "0" + e164[3:]
        has_long_code = number.startswith(("07", "01632"))
        return grouped((5, 3, 3) if has_long_code else (4, 3, 4), separator)(number)

    return write


def _with_suffix(write: Callable[[str], str]) -> Write:
    return lambda canonical: write(canonical + "ABCD"[int(canonical[-1]) % 4])


_OWN: dict[str, dict[str, Write]] = {
    "UK_NINO": {
        "dots": _with_suffix(grouped((2, 2, 2, 2, 1), ".")),
        "ocr": _with_suffix(lambda c: c[:2] + c[2:].replace("0", "O").replace("1", "l")),
        "double space": _with_suffix(grouped((2, 2, 2, 2, 1), "  ")),
        "lower pairs": _with_suffix(lambda c: grouped((2, 2, 2, 2, 1))(c).lower()),
        "2-6-1": _with_suffix(grouped((2, 6, 1))),
    },
    "UK_NHS": {"double space": grouped((3, 3, 4), "  ")},
    "UK_HCN": {"hyphens": grouped((3, 3, 4), "-")},
    "UK_DRIVING_LICENCE": {"lower case": str.lower},
    "UK_PAYE_REFERENCE": {"slash": grouped((3, 7), "/")},
    "IBAN_CODE": {"lower case": str.lower},
    "UK_VEHICLE_REGISTRATION": {"spaced": _plate},
    "PHONE_NUMBER": {
        "threes": _in_threes(" "),
        "dots": _in_threes("."),
        "+44 closed up": str,
    },
    "DATE_OF_BIRTH": {
        "short": _unpadded,
        "hyphens": _dated("%d-%m-%Y"),
        "day month short": _dated("%d %b %Y"),
        "eight digits": _dated("%Y%m%d"),
        "short upper": lambda c: _dated("%d-%b-%y")(c).upper(),
        "month first": _month_first,
    },
}
WAYS: dict[str, dict[str, Write]] = {
    entity: {**FORMS[entity], **_OWN.get(entity, {})} for entity in FORMS
}
"""All written forms of each entity."""

_ONLY_ASKED = {"Welsh", "mailto", "double space", "capitals", "eight digits", "month first", "ocr"}


def usual(entity: str, context: str) -> list[str]:
    """Return the forms in which somebody may write an entity in a context."""
    if context == "bare" and entity in BARE:
        return [form for form in BARE[entity] if form not in _ONLY_ASKED]
    return [form for form in WAYS[entity] if form not in _ONLY_ASKED]
