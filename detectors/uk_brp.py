"""Residence permit number (BRP, BRC): names one person's card of immigration status.

Shape     two letters, a digit or X, six digits. The first line of the card's machine readable
          zone holds it after IR and GBR.
Check     the number itself has none; in the zone one digit (weights 7, 3, 1, modulus 10).
Chance    any text of the shape passes: only after a label, in a headed column or in the zone.
Category  identity.
Source    Home Office issued documents, biometric residence permits (the cards), ICAO Doc 9303,
          part 5 (the zone); read 2026-11-25.

>>> canonical("zux 123456")
'ZUX123456'
>>> canonical("ZU12345678") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form, Scan, Strength
from detectors.uk_passport import check_digit

_SEPARATORS = re.compile(r"[ .\-]+")
_NUMBER = re.compile("[A-Z]{2}[0-9X][0-9]{6}")
_LINE = "IRGBR[A-Z]{2}[0-9X][0-9]{7}[0-9A-Z<]{15}"  # 30 characters
_ZONE = re.compile(_LINE)
_AT = slice(5, 14)  # of the number in the line; its check digit follows


def canonical(text: str) -> str | None:
    """Return the number in ``text``, a number or a line of the zone, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    if _ZONE.fullmatch(compact):
        number = compact[_AT]
        return number if check_digit(number) == int(compact[_AT.stop]) else None
    return compact if _NUMBER.fullmatch(compact) else None


DETECTOR = Detector(
    entity="UK_BRP",
    category=Category.IDENTITY,
    title="residence permit number",
    source="Home Office issued documents; ICAO Doc 9303",
    forms=(Form("machine readable zone", rf"\b{_LINE}", 0.95, Scan.CASE),),
    near=(Form("number", r"[a-z]{2} ?[0-9x] ?[0-9]{6}\b", 0.40),),
    check=canonical,
    check_name="well formed",
    pass_rate=0.9,
    supporting=(
        "brp", "brp no", "brp number", "brp card", "brp card number", "brc", "brc number",
        "residence permit", "residence permit no", "residence permit number",
        "biometric residence permit", "biometric residence permit number",
        "biometric residence card", "residence card", "residence card number", "biometric permit",
    ),
    headers=(
        "brp", "brp no", "brp number", "brp card number", "brc number", "residence permit",
        "residence permit no", "residence permit number", "biometric residence permit",
        "biometric residence permit number", "residence card number",
    ),
    opposing_headers=("brp expiry", "brp expiry date", "brp issued", "brp issue date"),
    strength=Strength.ONE_PERSON,
    uses=("UK_PASSPORT",),
)  # fmt: skip
