"""Driver number of a GB driving licence: names one driver, with surname and birth written in it.

Shape     five letters of the surname, filled up with 9; decade of birth, month (50 more for
          women), day, year; two initials, 9 where there is none; a character that tells namesakes
          apart; two check letters. Two digits for the issue of the card may follow.
Check     the check letters are made in secret; the birth date must exist at an age to drive.
          A Northern Ireland number is eight digits without check: only after a label.
Chance    7 % of random letters and digits in these places hold a date; the whole is rare in text.
Category  identity.
Source    no official description is published: help sheet 2512, Validating Common British Data,
          against the specimen card of the DVLA; read 2026-11-25.

>>> canonical("MORGA 657054 SM9IJ 35")
'MORGA657054SM9IJ'
>>> canonical("MORGA653324SM9IJ") is None
True
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, datetime

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Letters, Strength

_SEPARATORS = re.compile(r"[ .\-]+")
_NAME = "(?:[a-z]{5}|[a-z]{4}9|[a-z]{3}99|[a-z]{2}999|[a-z]9999)"
_BIRTH = "[0-9](?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]"
_REST = "(?:[a-z][a-z9]|99)[0-9a-hj-npr-x][a-z]{2}"
_BRITISH = re.compile(f"({_NAME}{_BIRTH}{_REST})(?:[0-9]{{2}})?", re.IGNORECASE)
_NORTHERN_IRISH = re.compile("[0-9]{8}")
_WOMEN = 50  # added to the month
_YOUNGEST = 15  # a provisional licence is given three months before the sixteenth birthday
_EXAMPLE = "MORGA657054SM9IJ"  # on the specimen cards of the DVLA


def canonical(text: str) -> str | None:
    """Return the number without the digits of its issue, or None."""
    compact = _SEPARATORS.sub("", text.upper())
    if _NORTHERN_IRISH.fullmatch(compact):
        return compact
    match = _BRITISH.fullmatch(compact)
    return match[1] if match and _born(match[1]) else None


def _born(number: str) -> bool:
    """Return whether the date in ``number`` existed in a year in which a driver may be born."""
    year, month, day = int(number[5] + number[10]), int(number[6:8]) % _WOMEN, int(number[8:10])
    newest = datetime.now(UTC).year - _YOUNGEST
    years = (1900 + year, 2000 + year)
    return any(each <= newest and day <= monthrange(each, month)[1] for each in years)


def note(value: str) -> str | None:
    """Say so where it is the number of the specimen card."""
    return EXAMPLE_VALUE if value == _EXAMPLE else None


_GAP, _ISSUE = r"[ .\-]{1,2}", "(?: ?[0-9]{2})?"

DETECTOR = Detector(
    entity="UK_DRIVING_LICENCE",
    category=Category.IDENTITY,
    title="driving licence number",
    source="specimen card of the DVLA; help sheet 2512",
    forms=(
        Form("closed up", rf"\b{_NAME}{_BIRTH}{_REST}{_ISSUE}\b", 0.95),
        Form("spaced", rf"\b{_NAME}{_GAP}{_BIRTH}{_GAP}{_REST}{_ISSUE}\b", 0.95),
    ),
    near=(Form("Northern Ireland", r"[0-9]{8}\b", 0.25),),
    check=canonical,
    check_name="birth date in it exists",
    pass_rate=0.07,
    supporting=(
        "driving licence", "driving licence no", "driving licence number", "driving license",
        "driving license no", "driving license number", "driver licence", "driver license",
        "driver number", "driver no", "dvla number", "trwydded yrru", "rhif trwydded yrru",
        "rhif gyrrwr",
    ),
    headers=(
        "driving licence", "driving licence no", "driving licence number", "driving license",
        "driving lic", "driving lic no", "dvla licence", "dvla licence no", "dl no", "dl number",
        "driving license number", "driver number", "driver no", "driver licence", "dvla number",
        "trwydded yrru", "rhif trwydded yrru", "rhif gyrrwr",
    ),
    opposing_headers=(
        "driving licence expiry", "driving licence expiry date", "driving licence issue date",
    ),
    note=note,
    letters=Letters.CAPITALS,
    strength=Strength.ONE_PERSON,
)  # fmt: skip
