"""Health and Care number: names a patient of Health and Social Care in Northern Ireland.

Shape     ten digits in 320 000 0001 to 399 999 9999, on paper 3-3-4.
Check     modulus 11 as for the NHS number.
Chance    1 in 11 numbers of the range passes. Without a label it is told as an NHS number, which
          it is as well: the ranges belong to one system.
Category  data concerning health (UK GDPR, recital 35).
Source    NHS Data Dictionary, HEALTH AND CARE NUMBER, read 2026-11-25.

>>> canonical("320 000 0007")
'3200000007'
>>> canonical("999 000 0018") is None
True
"""

from __future__ import annotations

from detectors.base import Category, Detector, Form, Strength
from detectors.uk_nhs import canonical as modulus_11

_FIRST, _LAST = "3200000001", "3999999999"


def canonical(text: str) -> str | None:
    """Return the ten digits of ``text`` if they are in range with a right check digit."""
    digits = modulus_11(text)
    return digits if digits and _FIRST <= digits <= _LAST else None


DETECTOR = Detector(
    entity="UK_HCN",
    category=Category.HEALTH,
    title="Health and Care number",
    source="NHS Data Dictionary, HEALTH AND CARE NUMBER",
    forms=(),
    near=(Form("ten digits", r"3[2-9][0-9][ .\-]{0,2}[0-9]{3}[ .\-]{0,2}[0-9]{4}\b", 0.70),),
    check=canonical,
    check_name="check digit right (modulus 11)",
    pass_rate=1 / 11,
    supporting=(
        "hcn", "hcn no", "hcn number", "h&c", "h&c no", "h&c number", "h and c number",
        "health and care number", "health & care number", "health and care no",
    ),
    headers=("hcn", "h&c no", "h&c number", "health and care number", "health & care number"),
    strength=Strength.ONE_PERSON,
)  # fmt: skip
