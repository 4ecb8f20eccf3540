"""Unique taxpayer reference (UTR): names a person or a body to HMRC.

Shape     ten digits, on paper 5-5; a K may stand before or after it.
Check     the first digit is that of 21987654321 at the sum of the others, weights 6, 7, 8, 9, 10,
          5, 4, 3, 2, modulus 11.
Chance    1 in 10 random ten-digit numbers passes: only after a label or in a column headed so.
Category  financial.
Source    HMRC reference-checker, UTR; read 2026-11-25.

>>> canonical("19558 39661 K")
'1955839661'
>>> canonical("1955839662") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_SEPARATORS = re.compile(r"[ .\-]+")
_SHAPE = re.compile("K?([0-9]{10})K?")
_WEIGHTS = (6, 7, 8, 9, 10, 5, 4, 3, 2)
_CHECK_DIGITS = "21987654321"


def canonical(text: str) -> str | None:
    """Return the ten digits of ``text`` if the check digit is right, else None."""
    match = _SHAPE.fullmatch(_SEPARATORS.sub("", text.upper()))
    if match is None or len(set(match[1])) == 1:
        return None
    digits = match[1]
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits[1:], strict=True))
    return digits if _CHECK_DIGITS[total % 11] == digits[0] else None


DETECTOR = Detector(
    entity="UK_UTR",
    category=Category.FINANCIAL,
    title="unique taxpayer reference",
    source="HMRC reference-checker",
    forms=(),
    near=(
        Form("5-5", r"k?[0-9]{5} [0-9]{5} ?k?\b", 0.70),
        Form("closed up", r"k?[0-9]{10}k?\b", 0.60),
        Form("in any groups", r"k?[0-9](?:[ \-]?[0-9]){9} ?k?\b", 0.55),
    ),
    check=canonical,
    check_name="check digit right (modulus 11)",
    pass_rate=0.1,
    supporting=(
        "utr", "utr no", "utr number", "unique taxpayer reference", "unique taxpayer ref",
        "unique tax reference", "taxpayer reference", "taxpayer ref", "tax reference", "tax ref",
        "tax ref no", "tax utr", "self assessment reference", "self assessment utr",
        "cyfeirnod trethdalwr unigryw", "unique taxpayer no", "unique taxpayer number",
        "unique tax ref", "self assessment ref", "self assessment no", "sa utr", "cis utr",
        "sa ref", "taxpayer no", "cyfeirnod treth", "tax payer reference", "tax payer ref",
    ),
    beside_remarks=True,
    headers=(
        "utr", "utr no", "utr number", "unique taxpayer reference", "unique tax reference",
        "tax reference", "taxpayer reference", "taxpayer ref", "tax ref", "tax ref no",
        "unique taxpayer ref", "unique taxpayer no", "unique taxpayer number", "unique tax ref",
        "self assessment reference", "self assessment ref", "self assessment no", "sa ref",
        "taxpayer no", "cyfeirnod trethdalwr unigryw", "cyfeirnod treth", "tax payer reference",
        "tax payer ref",
    ),
    version=3,
)  # fmt: skip
