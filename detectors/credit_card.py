"""Payment card number (PAN): pays from the account of its holder.

Shape     13 to 19 digits, closed up or in groups of four (Amex 4-6-5).
Check     Luhn. The first digits name the issuer: Visa 4, Mastercard 51-55 and 2221-2720,
          American Express 34 and 37, Maestro 50 and 56-69, Discover and others 6.
Chance    1 in 10 random numbers passes; 3.5 % with the issuer ranges.
Category  financial.
Source    ISO/IEC 7812-1, annex B; issuer ranges as published by the schemes, read 2026-11-25.

>>> canonical("4111 1111 1111 1111")
'4111111111111111'
>>> canonical("4111 1111 1111 1112") is None
True
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.base import EXAMPLE_VALUE, Category, Chars, Detector, Form
from detectors.check_digits import all_digits, as_values, luhn_passes
from detectors.examples import said_to_be_one

_LENGTHS = range(13, 20)
_EXAMPLES = frozenset(
    {
        "4111111111111111", "4242424242424242", "4012888888881881", "5555555555554444",
        "5105105105105100", "378282246310005", "371449635398431", "4000056655665556",
        "5200828282828210", "2223003122003222", "6011111111111117", "30569309025904",
        "4000000000000002", "4000000000009995", "4000002500003155", "4000000000003220",
    }
)  # fmt: skip  # printed in card processors' guides for testing


def _matrix(text: str) -> Chars:
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    return np.frombuffer(digits.encode(), dtype=np.uint8).reshape(1, -1)


def canonical(text: str) -> str | None:
    """Return the digits of ``text`` if issuer, length and Luhn digit are right, else None."""
    return canonical_many(_matrix(text))[0].decode() or None


def canonical_many(chars: Chars) -> NDArray[np.bytes_]:
    """Return each row that is a card number, b"" for the others."""
    width = chars.shape[1]
    if width not in _LENGTHS:
        return np.full(len(chars), b"", dtype="S19")
    passes = all_digits(chars) & (chars != chars[:, :1]).any(axis=1)
    passes &= luhn_passes(chars)
    if passes.any():
        head = (chars[:, :4].astype(np.int64) - ord("0")) @ np.array([1000, 100, 10, 1])
        passes &= _issuer_fits(head, width)
    return as_values(chars, passes)


def _issuer_fits(head: NDArray[np.int64], width: int) -> NDArray[np.bool_]:
    """Return which first four digits belong to a scheme whose cards have ``width`` digits."""
    fits = np.zeros(len(head), dtype=bool)
    if width in (13, 16, 19):
        fits |= head // 1000 == 4
    if width == 16:
        fits |= (head // 100 >= 51) & (head // 100 <= 55) | (head >= 2221) & (head <= 2720)
        fits |= (head == 6011) | (head // 100 == 65) | (head // 10 >= 644) & (head // 10 <= 649)
        fits |= (head >= 3528) & (head <= 3589)
    if width == 15:
        fits |= np.isin(head // 100, (34, 37))
    if width == 14:
        fits |= np.isin(head // 100, (36, 38)) | (head // 10 >= 300) & (head // 10 <= 305)
    maestro = (5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763)
    return fits | np.isin(head, maestro)


def note(value: str) -> str | None:
    """Say so where card processors publish the number for testing."""
    return EXAMPLE_VALUE if value in _EXAMPLES else None


def for_tests(data: bytes, start: int, end: int) -> bool:
    """Return whether the number is printed for testing, and words around say the same."""
    digits = "".join(filter(str.isdigit, data[start:end].decode()))
    return digits in _EXAMPLES and said_to_be_one(data, start, end)


DETECTOR = Detector(
    entity="CREDIT_CARD",
    category=Category.FINANCIAL,
    title="payment card number",
    source="ISO/IEC 7812-1",
    forms=(
        Form("closed up", r"\b[2-6][0-9]{12,18}\b", 0.55),
        Form("fours", r"\b[2-6][0-9]{3}(?:[ .\-][0-9]{4}){3}(?:[ \-][0-9]{3})?\b", 0.85),
        Form("4-6-5", r"\b3[0-9]{3}[ \-][0-9]{6}[ \-][0-9]{4,5}\b", 0.85),
    ),
    check=canonical,
    check_many=canonical_many,
    check_name="issuer known, check digit right (Luhn)",
    pass_rate=0.035,
    supporting=(
        "card", "card no", "card number", "credit card", "debit card", "visa", "mastercard",
        "amex", "pan", "pay by card", "payment card", "cerdyn", "rhif cerdyn",
    ),
    opposing=(
        "consignment", "meter", "mpan", "ticket", "barcode", "tracking", "transaction", "serial",
        "imei", "ref", "reference", "order", "invoice", "parcel", "ean", "gtin", "iccid", "sim",
        "asset", "hash", "build", "id", "batch", "journal", "library card", "stock", "product",
    ),
    headers=(
        "card", "card no", "card number", "credit card", "credit card number", "debit card",
        "pan", "card num", "payment card", "rhif cerdyn",
    ),
    named_otherwise=for_tests,
    label_of_another=for_tests,
    note=note,
    version=4,
)  # fmt: skip
