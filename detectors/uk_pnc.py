"""PNC identifier: one person's record on the Police National Computer.

Shape     year of two or four digits, a slash that is sometimes left off, up to seven digits with
          or without zeros in front, a check letter: 2003/0062845E, 03/62845E.
Check     the last two digits of the year and the serial in seven digits, modulus 23, give one of
          Z A B C D E F G H J K L M N P Q R T U V W X Y. The year has begun.
Chance    1 in 23 random texts of the shape passes.
Category  criminal offence data.
Source    Criminal Justice System data standards catalogue 6.0, PNC identifier; examples from
          ministryofjustice/hmpps-person-record; read 2026-11-25.

>>> canonical("03/62845e")
'20030062845E'
>>> canonical("2003/0062845F") is None
True
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from detectors.base import Category, Detector, Form, Strength
from detectors.check_digits import letter_of_23

_PARTED = re.compile("([0-9]{4}|[0-9]{2})/([0-9]{1,7})([A-Z])")
_LONG = re.compile("([0-9]{4})([0-9]{7})([A-Z])")
_SHORT = re.compile("([0-9]{2})([0-9]{1,7})([A-Z])")
_OLDEST = 1950  # records of before the computer of 1974 were taken over with their year


def canonical(text: str) -> str | None:
    """Return year, seven digits and letter if the letter is right, else None."""
    compact = "".join(text.upper().split())
    match = _PARTED.fullmatch(compact) or _LONG.fullmatch(compact) or _SHORT.fullmatch(compact)
    if match is None or int(match[2]) == 0:
        return None
    year, serial = _year(match[1]), match[2].zfill(7)
    if year is None or letter_of_23(int(f"{year % 100}{serial}")) != match[3]:
        return None
    return f"{year}{serial}{match[3]}"


def _year(digits: str) -> int | None:
    """Return the year that ``digits`` stand for if records of it exist, else None."""
    newest, year = datetime.now(UTC).year, int(digits)
    if len(digits) == 2:
        year += newest - newest % 100
        if year > newest:
            year -= 100
    return year if _OLDEST <= year <= newest else None


_LETTER = "[a-hj-np-rt-z]"

DETECTOR = Detector(
    entity="UK_PNC",
    category=Category.CRIMINAL_OFFENCE,
    title="PNC identifier",
    source="CJS data standards catalogue 6.0",
    forms=(
        Form("year in full", rf"\b(?:19[5-9]|20[0-9])[0-9]/[0-9]{{7}}{_LETTER}\b", 0.60),
        # Planning references have years and letters too.
        Form("year in short", rf"\b[0-9]{{2}}/[0-9]{{5,7}}{_LETTER}\b", 0.30),
    ),
    near=(
        Form("short", rf"(?:[0-9]{{4}}|[0-9]{{2}}) ?/ ?[0-9]{{1,7}} ?{_LETTER}\b", 0.30),
        Form("closed up", rf"[0-9]{{3,11}}{_LETTER}\b", 0.30),
    ),
    check=canonical,
    check_name="check letter right (modulus 23), year begun",
    pass_rate=1 / 23,
    supporting=(
        "pnc", "pnc id", "pncid", "pnc no", "pnc number", "pnc ref", "pnc reference",
        "pnc identifier", "police national computer",
    ),
    opposing=(
        "planning", "planning ref", "application", "application no", "invoice", "order", "part",
        "drawing", "batch", "serial", "asn", "arrest summons", "cro", "asset", "stock",
    ),
    headers=(
        "pnc", "pnc id", "pncid", "pnc no", "pnc number", "pnc ref", "pnc reference",
        "pnc identifier",
    ),
    strength=Strength.ONE_PERSON,
)  # fmt: skip
