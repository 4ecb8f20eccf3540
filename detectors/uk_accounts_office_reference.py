"""Accounts Office reference: what an employer pays PAYE under; identifies the employer to HMRC.

Shape     three digits, P, a check letter, six digits, two digits or letters: 13 in all.
Check     weights 9 10 11 12 0 8 7 6 5 4 3 2 1 on digits and on letters from 33 up, where the sum
          by modulus 23 names the check letter. References of office 961 have rules of their own.
Chance    1 in 23 of random text of this shape, which is rare by itself.
Category  financial. A sole trader's is a person's, most are a firm's.
Source    hmrc/reference-checker (Apache-2.0), ePAYE, read 2026-11-25.

>>> canonical("123 pw 12345678")
'123PW12345678'
>>> canonical("123PX12345678") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Letters

_WEIGHTS = (9, 10, 11, 12, 0, 8, 7, 6, 5, 4, 3, 2, 1)  # hmrc/reference-checker, ePAYE
_CHECK_LETTERS = "ABCDEFGHXJKLMNYPQRSTZVW"  # the same, by remainder: X, Y, Z stand for I, O, U
_LOWEST_LETTER = 33
_VALUE = {str(digit): digit for digit in range(10)}
_VALUE |= {letter: at for at, letter in enumerate(f"{_CHECK_LETTERS}U", _LOWEST_LETTER)}
_CHECK_AT = 4
_SEPARATORS = re.compile(r"[ /\-]+")
_SHAPE = re.compile(r"[0-9]{3}P[A-Z][0-9]{6}[A-Z0-9]{2}")
_OFFICE_961 = re.compile(r"961P[A-Z](?:0[0-9]{5}[A-Z0-9]X|[0-9]{8})")
_EXAMPLES = frozenset({"123PW12345678"})  # in that program's own introduction


def canonical(text: str) -> str | None:
    """Return the 13 characters of ``text`` if they carry a right check letter, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    if _SHAPE.fullmatch(compact) is None:
        return None
    if compact.startswith("961") and _OFFICE_961.fullmatch(compact) is None:
        return None
    # I and O have no value, so that a reference with one at its end fails.
    known = [_VALUE.get(char, -1) for char in compact]
    if any(value < 0 for at, value in enumerate(known) if at != _CHECK_AT):
        return None
    total = sum(weight * value for weight, value in zip(_WEIGHTS, known, strict=True))
    right = _CHECK_LETTERS[total % len(_CHECK_LETTERS)]
    return compact if compact[_CHECK_AT] == right else None


def note(value: str) -> str | None:
    """Say so where the reference is a published example."""
    return EXAMPLE_VALUE if value in _EXAMPLES else None


_LETTER = "[a-hj-np-tv-z]"

DETECTOR = Detector(
    entity="UK_ACCOUNTS_OFFICE_REFERENCE",
    category=Category.FINANCIAL,
    title="Accounts Office reference",
    source="hmrc/reference-checker, ePAYE",
    forms=(Form("closed up", rf"\b[0-9]{{3}}p{_LETTER}[0-9]{{6}}[0-9a-z]{{2}}\b", 0.75),),
    near=(
        Form(
            "in groups",
            rf"[0-9]{{3}}[ /\-]?p ?{_LETTER}[ /\-]?[0-9]{{3}} ?[0-9]{{3}} ?[0-9a-z]{{2}}\b",
            0.60,
        ),
    ),
    check=canonical,
    check_name="check letter right (modulus 23)",
    pass_rate=1 / 23,
    supporting=(
        "accounts office", "accounts office no", "accounts office number", "accounts office ref",
        "accounts office reference", "accounts office reference number", "ao ref", "ao reference",
        "aoref", "cyfeirnod y swyddfa gyfrifon", "cyfeirnod swyddfa gyfrifon",
    ),
    opposing=(
        "order", "invoice", "part", "part no", "serial", "batch", "lot", "sku", "stock", "product",
        "model", "asset", "tracking", "drawing",
    ),
    headers=(
        "accounts office ref", "accounts office reference", "accounts office reference number",
        "accounts office no", "accounts office number", "ao ref", "ao reference",
        "cyfeirnod y swyddfa gyfrifon",
    ),
    note=note,
    letters=Letters.CAPITALS,
)  # fmt: skip
