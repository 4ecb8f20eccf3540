"""CHI number: names a patient of the NHS in Scotland, and tells the date of birth.

Shape     ten digits: day, month and year of birth, two more, one that is even for women, the
          check digit; on paper 6-4.
Check     modulus 11 as for the NHS number; the date exists.
Chance    1 in 290 random ten-digit numbers passes: several that line up are there by no chance.
Category  data concerning health (UK GDPR, recital 35).
Source    NHS Data Dictionary, COMMUNITY HEALTH INDEX NUMBER, read 2026-11-25.

>>> canonical("311299 9999") is None
True
"""

from __future__ import annotations

import re
from datetime import date

from detectors.base import Category, Detector, Form, Strength
from detectors.uk_nhs import canonical as modulus_11

_SEPARATORS = re.compile(r"[ .\-]+")


def canonical(text: str) -> str | None:
    """Return the ten digits of ``text`` if date and check digit are right, else None."""
    digits = modulus_11(_SEPARATORS.sub("", text))
    if digits is None:
        return None
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    try:
        date(
            2000 + year, month, day
        )  # of two digits: 29 February may be of 1900 too, which was none
    except ValueError:
        return None
    return digits


DETECTOR = Detector(
    entity="UK_CHI",
    category=Category.HEALTH,
    title="CHI number",
    source="NHS Data Dictionary, COMMUNITY HEALTH INDEX NUMBER",
    forms=(
        # The shape of any ten digits: alone it is doubted, in a list of such it is not.
        Form("6-4", r"\b[0-3][0-9][01][0-9]{3}[ \-][0-9]{4}\b", 0.45),
        Form("closed up", r"\b[0-3][0-9][01][0-9]{7}\b", 0.20),
    ),
    check=canonical,
    check_name="date exists, check digit right (modulus 11)",
    pass_rate=0.0034,
    supporting=(
        "chi", "chi no", "chi num", "chi number", "community health index",
        "community health index number",
    ),
    opposing=(
        "order", "order no", "po", "invoice", "ref", "reference", "job", "account", "a/c", "acct",
        "tel", "telephone", "phone", "mobile", "fax", "meter", "mprn", "serial", "batch", "part",
        "tracking", "parcel", "transaction", "id", "epoch", "timestamp", "barcode", "ticket", "uln",
        "utr", "permit", "licence", "policy no", "customer", "payroll", "asset", "isbn",
    ),
    headers=("chi", "chi no", "chi number", "community health index", "patient chi"),
    version=2,
    strength=Strength.ONE_PERSON,
    uses=("UK_NHS",),
)  # fmt: skip
