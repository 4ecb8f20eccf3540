"""IBAN: names one bank account, its bank and its country.

Shape     two letters of the country, two check digits, the account as that country writes it;
          in Britain GB, the bank's four letters, sort code and account number: 22 characters.
          In groups of four on paper.
Check     modulus 97 over the number turned round, its letters read as 10 to 35; the length is
          that of its country.
Chance    1 in 97 of what has the shape and length passes.
Category  financial.
Source    ISO 13616-1, 5 and 6; lengths from the IBAN registry, read 2026-11-25.

>>> canonical("GB33 BUKB 2020 1555 5555 55")
'GB33BUKB20201555555555'
>>> canonical("GB34 BUKB 2020 1555 5555 55") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Scan

_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28,
    "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
    "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24,
    "SC": 31, "SE": 24, "SI": 19, "SK": 24, "SM": 27, "ST": 25, "SV": 28, "TL": 23, "TN": 24,
    "TR": 26, "UA": 29, "VA": 22, "VG": 24, "XK": 20,
}  # fmt: skip
_SEPARATORS = re.compile(r"[ .\-]+")
_SHAPE = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,28}")
_MODULUS = 97
_EXAMPLES = frozenset(
    {"GB33BUKB20201555555555", "GB82WEST12345698765432", "GB29NWBK60161331926819"}
)


def canonical(text: str) -> str | None:
    """Return ``text`` closed up in capitals if length and check digits are right, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    if _SHAPE.fullmatch(compact) is None or _LENGTHS.get(compact[:2]) != len(compact):
        return None
    turned = compact[4:] + compact[:4]
    number = int("".join(str(int(char, 36)) for char in turned))
    return compact if number % _MODULUS == 1 else None


def note(value: str) -> str | None:
    """Say so where the number is printed as an example by banks."""
    return EXAMPLE_VALUE if value in _EXAMPLES else None


_WRITTEN = r"[A-Z]{2}[0-9]{2}(?:[ \-]?[A-Z0-9]{4}){2,7}(?:[ \-]?[A-Z0-9]{1,3})?\b"

DETECTOR = Detector(
    entity="IBAN_CODE",
    category=Category.FINANCIAL,
    title="IBAN",
    source="ISO 13616-1",
    forms=(Form("in capitals", rf"\b{_WRITTEN}", 0.95, Scan.CASE),),
    near=(Form("as typed", _WRITTEN, 0.60),),
    check=canonical,
    check_name="length of its country, check digits right (modulus 97)",
    pass_rate=1 / 97,
    supporting=("iban", "iban no", "iban number", "international bank account number"),
    headers=("iban", "iban no", "iban number", "international bank account number"),
    note=note,
)
