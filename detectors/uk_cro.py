"""CRO number: one person's file at the criminal records office, held by fingerprints.

Shape     up to six digits, a slash, the year in two digits, a check letter: 265416/21G. Files
          of small courts: SF, the year, a slash, up to six digits, a check letter: SF05/482703J.
Check     year and serial, modulus 23, give one of Z A B C D E F G H J K L M N P Q R T U V W X Y;
          the serial in six digits, for SF as it is written.
Chance    1 in 23 random texts of the shape passes.
Category  criminal offence data.
Source    Criminal Justice System data standards catalogue 6.0, CRO number; examples from
          ministryofjustice/hmpps-person-record; read 2026-11-25.

>>> canonical("65656/91h")
'06565691H'
>>> canonical("SF05/482703J")
'SF05482703J'
>>> canonical("SF05/482703K") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form, Strength
from detectors.check_digits import letter_of_23

_STANDARD = re.compile("([0-9]{1,6})/([0-9]{2})([A-Z])")
_SMALL = re.compile("SF([0-9]{2})/([0-9]{1,6})([A-Z])")


def canonical(text: str) -> str | None:
    """Return serial, year and letter (SF: year first) if the letter is right, else None."""
    compact = "".join(text.upper().split())
    if match := _STANDARD.fullmatch(compact):
        serial, year, letter = match[1].zfill(6), match[2], match[3]
        right = letter_of_23(int(year + serial)) == letter and int(serial) > 0
        return f"{serial}{year}{letter}" if right else None
    if match := _SMALL.fullmatch(compact):
        year, serial, letter = match.groups()
        return f"SF{year}{serial}{letter}" if letter_of_23(int(year + serial)) == letter else None
    return None


_LETTER = "[a-hj-np-rt-z]"

DETECTOR = Detector(
    entity="UK_CRO",
    category=Category.CRIMINAL_OFFENCE,
    title="CRO number",
    source="CJS data standards catalogue 6.0",
    forms=(
        Form("small file", rf"\bsf[0-9]{{2}}/[0-9]{{3,6}}{_LETTER}\b", 0.75),
        Form("standard", rf"\b[0-9]{{4,6}}/[0-9]{{2}}{_LETTER}\b", 0.30),
    ),
    near=(
        Form("small file", rf"sf ?[0-9]{{2}} ?/ ?[0-9]{{1,6}} ?{_LETTER}\b", 0.40),
        Form("standard", rf"[0-9]{{1,6}} ?/ ?[0-9]{{2}} ?{_LETTER}\b", 0.35),
    ),
    check=canonical,
    check_name="check letter right (modulus 23)",
    pass_rate=1 / 23,
    supporting=(
        "cro", "cro no", "cro num", "cro number", "cro id", "cro ref", "criminal records office",
        "criminal record office",
    ),
    opposing=(
        "planning", "planning ref", "application", "application no", "invoice", "order", "part",
        "drawing", "batch", "serial", "pnc", "asset", "stock",
    ),
    headers=("cro", "cro no", "cro num", "cro number", "cro id", "cro ref"),
    strength=Strength.ONE_PERSON,
)  # fmt: skip
