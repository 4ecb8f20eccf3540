"""Court case reference number (CCRN): names one case on the Police National Computer.

Shape     year in two digits, a slash, four digits of the court, a slash, a serial of six digits,
          a check letter.
Check     year, court and serial as one number, modulus 23, give one of
          Z A B C D E F G H J K L M N P Q R T U V W X Y.
Chance    1 in 23 random texts of the shape passes; little else is written in this shape.
Category  criminal offence data. More than one person may stand in one case.
Source    Criminal Justice Hub, Court Case Reference Number, 1 November 2021, read 2026-11-25.
          Its example, 05/9876/123456R, does not pass the rule it gives, which makes that L.

>>> canonical("05/9876/123456l")
'059876123456L'
>>> canonical("05/9876/123456M") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form
from detectors.check_digits import letter_of_23

_REFERENCE = re.compile("([0-9]{2})/([0-9]{4})/([0-9]{1,6})([A-Z])")


def canonical(text: str) -> str | None:
    """Return the reference with a serial of six digits if its letter is right, else None."""
    match = _REFERENCE.fullmatch("".join(text.upper().split()))
    if match is None:
        return None
    digits = match[1] + match[2] + match[3].zfill(6)
    return digits + match[4] if letter_of_23(int(digits)) == match[4] else None


_LETTER = "[a-hj-np-rt-z]"

DETECTOR = Detector(
    entity="UK_CCRN",
    category=Category.CRIMINAL_OFFENCE,
    title="court case reference",
    source="Criminal Justice Hub, Court Case Reference Number",
    forms=(Form("in full", rf"\b[0-9]{{2}}/[0-9]{{4}}/[0-9]{{6}}{_LETTER}\b", 0.65),),
    near=(
        Form("short", rf"[0-9]{{2}} ?/ ?[0-9]{{4}} ?/ ?[0-9]{{1,6}} ?{_LETTER}\b", 0.40),
    ),
    check=canonical,
    check_name="check letter right (modulus 23)",
    pass_rate=1 / 23,
    supporting=(
        "ccrn", "court case reference", "court case ref", "court case reference number",
        "court case no", "court case number", "court reference", "court ref",
    ),
    opposing=(
        "planning", "planning ref", "application", "application no", "invoice", "order", "part",
        "drawing", "batch", "serial", "asset", "stock", "asn", "arrest summons",
    ),
    headers=(
        "ccrn", "court case reference", "court case ref", "court case reference number",
        "court case no", "court case number", "court reference", "court ref",
    ),
)  # fmt: skip
