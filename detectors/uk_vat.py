"""VAT registration number: identifies a trader to HMRC. Looked for to speak against others.

Shape     nine digits, on paper 3-4-2, after them three of a branch; GD or HA and three digits for
          departments and health authorities. GB, or XI for Northern Ireland, may stand before it.
Check     weights 8 to 2 on seven digits: with the last two the sum is a multiple of 97, or 55
          short of one ("9755", numbers since 2010). GD has 000 to 499, HA 500 to 999.
Chance    1 in 49 random nine-digit numbers passes: after a label, GB or XI, or in a headed column.
Category  organisation: no personal data, and counted as none. Passports have nine digits too.
Source    HMRC manual VATGPB9400 (GD); pcreview.co.uk, Validation of UK VAT number (forms, 9755,
          which begins at 100); both read 2026-11-25.

>>> canonical("GB 999 9999 73"), canonical("gd 001")
('999999973', 'GD001')
>>> canonical("999999974") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_SHAPE = re.compile(r"(?:GB|XI)?(?:(GD[0-4][0-9]{2}|HA[5-9][0-9]{2})|([0-9]{9})(?:[0-9]{3})?)")
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2)
_MODULUS = 97
_LATER_REMAINDER, _LATER_FROM = 97 - 55, "100"


def canonical(text: str) -> str | None:
    """Return the nine digits, or letters and three, without country and branch; None if wrong."""
    match = _SHAPE.fullmatch(re.sub(r"[ .\-]+", "", text.upper()))
    if match is None:
        return None
    department, digits = match.groups()
    if department:
        return str(department)
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    remainder = (total + int(digits[7:])) % _MODULUS
    right = remainder == 0 or (remainder == _LATER_REMAINDER and digits >= _LATER_FROM)
    return digits if right and digits.strip("0") else None


_DIGITS = r"[0-9]{3}[ .\-]?[0-9]{4}[ .\-]?[0-9]{2}(?:[ .\-]?[0-9]{3})?\b"
_ANY = rf"(?:{_DIGITS}|[0-9]{{3}}[ .\-]?[0-9]{{3}}[ .\-]?[0-9]{{3}}\b|(?:GD|HA) ?[0-9]{{3}}\b)"

DETECTOR = Detector(
    entity="UK_VAT",
    category=Category.ORGANISATION,
    title="VAT registration number",
    source="HMRC, VATGPB9400",
    forms=(Form("with its country", rf"\b(?:GB|XI) ?(?:{_DIGITS}|(?:GD|HA) ?[0-9]{{3}}\b)", 0.80),),
    near=(Form("after its label", rf"(?:(?:GB|XI) ?)?{_ANY}", 0.60),),
    check=canonical,
    check_name="check digits right (modulus 97)",
    pass_rate=2 / 97,
    supporting=(
        "vat", "vat no", "vat number", "vat reg", "vat reg no", "vat reg number",
        "vat registration", "vat registration no", "vat registration number", "vat id",
        "vat registered", "rhif taw", "rhif cofrestru taw",
    ),
    headers=(
        "vat", "vat no", "vat number", "vat reg no", "vat registration no",
        "vat registration number", "vat id", "rhif taw",
    ),
)  # fmt: skip
