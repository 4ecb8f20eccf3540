"""NHS number: identifies a patient of the NHS in England, Wales or the Isle of Man.

Shape     ten digits, written 3-3-4 with spaces or hyphens, or closed up.
Check     modulus 11, weights 10..2 on digits 1-9; digit 10 is 11 minus the remainder, where
          11 is written 0 and a number that would need 10 is never issued.
Ranges    300-319, 400-499 and 600-799 (millions) are issued, 320-399 in Northern Ireland as the
          Health and Care number; 999 is kept for testing. Others weigh against, none is refused.
Chance    1 in 11 random ten-digit numbers passes: weak evidence without context.
Category  data concerning health (UK GDPR, recital 35).
Source    NHS Data Dictionary, NHS NUMBER, read 2026-11-25.

>>> canonical("999 000 0018")
'9990000018'
>>> canonical("999 000 0019") is None
True
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Chars, Detector, Form, Strength
from detectors.check_digits import all_digits, as_values, weighted_sums
from detectors.examples import said_to_be_one
from detectors.goods import NUMBERS_OF_GOODS

_WEIGHTS = (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)  # NHS Data Dictionary, NHS NUMBER, step 1; check digit 1
_MODULUS = 11
_AROUND_BYTES = 48
_NUMBER_OF = re.compile(
    rb"\b(?!(?:nhs|patient|health|hospital|medical|h&c|gig|the|this|that|her|his|my|your|their|our)\b)"
    rb"[a-z]{2,20} (?:(?:no|number|num|ref|reference|id|code)\b[.:#]{0,2} {0,2}"
    rb"|(?:nos|numbers|refs)\b[0-9 .:,&]{0,36}(?:and )?)\Z",
    re.IGNORECASE,
)
_AFTER_A_THING = re.compile(
    rb"\b(?:as|against|under|per|of|on) (?:an? |the )?(?:batch|bill|bond|booking|cheque|claim|code"
    rb"|crate|docket|draft|file|form|licence|listing|manifest|note|pallet|parcel|permit|policy|proof"
    rb"|quote|quotation|receipt|record|sheet|ticket|token|voucher|warrant) \Z",
    re.IGNORECASE,
)
"""What a number right after it numbers: "as proof 409 699 7366"."""
_CALLED = re.compile(
    rb",? (?:is|was|as|being) (?:the|my|your|our|his|her|their|a|an) (?:[a-z]+ )?"
    rb"(?:reference|ref|order|ticket|job|account|invoice|case|claim|code|receipt|policy)\b",
    re.IGNORECASE,
)
_LINE_OF_GOODS = re.compile(
    rb"[ \t]{1,8}[a-z][a-z0-9 .,&'x/()\-]{2,60}[ \t](?:\xc2\xa3)?[0-9]{1,6}\.[0-9]{2}[ \t]*"
    rb"(?=\r?\n|\Z)",
    re.IGNORECASE,
)
_QUANTITY = re.compile(rb"(?:\A|\n)[ \t]*[0-9]{1,5}(?: ?x)?[ \t]+\Z", re.IGNORECASE)
"""What stands before and after the code in a line of an invoice: "4  4010232137  swing  269.63"."""
HEALTH_AND_CARE = ("3200000001", "3999999999")
"""The first and the last that are issued in Northern Ireland, as the Health and Care number."""
_ISSUED = frozenset(map(str, (*range(300, 500), *range(600, 800), 999)))  # first three digits


def canonical(text: str) -> str | None:
    """Return the ten digits of ``text`` if they carry a right check digit, else None."""
    digits = "".join(char for char in text if char.isascii() and char.isdigit())
    if len(digits) != len(_WEIGHTS) or len(set(digits)) == 1:  # 000 000 0000 would pass
        return None
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return digits if total % _MODULUS == 0 else None


def canonical_many(chars: Chars) -> NDArray[np.bytes_]:
    """Return each row that carries a right check digit, b"" for the others."""
    if chars.shape[1] != len(_WEIGHTS):
        return np.full(len(chars), b"", dtype="S10")
    passes = all_digits(chars) & (weighted_sums(chars, _WEIGHTS) % _MODULUS == 0)
    passes &= (chars != chars[:, :1]).any(axis=1)
    return as_values(chars, passes)


def issued(value: str) -> bool:
    """Return whether the number lies in a range that is issued, or kept for testing."""
    return value[:3] in _ISSUED


def of_northern_ireland(cells: list[str]) -> bool:
    """Return whether all cells are Health and Care numbers, which share this series.

    >>> of_northern_ireland(["320 000 0015"]), of_northern_ireland(["320 000 0015", "999 000 0018"])
    (True, False)
    """
    first, last = HEALTH_AND_CARE
    return all(first <= (canonical(cell) or "") <= last for cell in cells)


def number_of_another_thing(data: bytes, start: int, end: int) -> bool:
    """Return whether what is around says what else it numbers: "job no", a line of an invoice."""
    around = (max(0, start - _AROUND_BYTES), start)
    before = _NUMBER_OF.search(data, *around) or _AFTER_A_THING.search(data, *around)
    if before is not None or _CALLED.match(data, end) is not None:
        return True
    return _QUANTITY.search(data, *around) is not None and bool(_LINE_OF_GOODS.match(data, end))


def kept_for_tests(data: bytes, start: int, end: int) -> bool:
    """Return whether the number is of the range kept for testing, and said to be for that."""
    return data[start : start + 3] == b"999" and said_to_be_one(data, start, end)


DETECTOR = Detector(
    entity="UK_NHS",
    category=Category.HEALTH,
    title="NHS number",
    source="NHS Data Dictionary, NHS NUMBER",
    forms=(
        # Ten digits in no issued range need a label or a typed column: most are times and counters.
        Form("closed up", r"\b(?:[3467][0-9]|99)[0-9]{8}\b", 0.40),
        Form("3-3-4", r"\b[0-9]{3}[ .\-]{1,2}[0-9]{3}[ .\-]{1,2}[0-9]{4}\b", 0.62),
    ),
    near=(
        Form("closed up", r"\b[0-9]{10}\b", 0.40),
        Form("in any groups", r"\b[0-9](?:[ .\-]?[0-9]){9}\b", 0.40),
    ),
    check=canonical,
    check_many=canonical_many,
    check_name="check digit right (modulus 11)",
    pass_rate=1 / 11,
    supporting=(
        "nhs", "nhs no", "nhs num", "nhs number", "nhs ref", "nhs reference", "nhs id",
        "patient", "patient no", "patient id", "patient number", "h&c", "hcn",
        "rhif gig", "rhif y gig", "gig",
    ),
    opposing=(
        "order", "purchase order", "po", "po number", "invoice", "inv", "journal", "consignment",
        "delivery", "delivery note", "serial", "meter", "mpan", "mprn", "isbn", "sku", "barcode",
        "batch", "lot", "asset", "tracking", "contract", "budget", "gl", "cost centre", "part",
        "drawing", "uprn", "grid ref", "bacs", "case ref", "client ref", "case id", "client id",
        "claim", "claim id", "claim ref", "referral id", "referral", "ref", "reference", "payroll",
        "fax", "hash", "build", "version", "page id", "pageid", "tel", "telephone", "phone",
        "mobile", "account", "acct", "utr", "utr no", "utr number", "uln", "uln no", "uln number",
        "chi", "chi no", "chi number", "epoch", "timestamp", "ticket",
        "boiler", "appliance", "gc number", "snomed", "commodity",
        "transaction", "stock", "product", "item", "id", "job", "job no", "works order", "permit",
    ),
    headers=(
        "nhs", "nhs no", "nhs num", "nhs number", "patient nhs no", "patient nhs number",
        "nhs id", "rhif gig", "rhif y gig",
    ),
    opposing_headers=NUMBERS_OF_GOODS,
    not_typed_by=of_northern_ireland,
    numbers_goods=True,
    named_otherwise=number_of_another_thing,
    label_of_another=kept_for_tests,
    favoured=issued,
    strength=Strength.ONE_PERSON,
    version=8,
)  # fmt: skip
