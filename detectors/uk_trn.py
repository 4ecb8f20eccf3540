"""HMRC temporary reference number (TRN): stands for a person who has no NI number yet.

Shape     two digits, a letter, five digits, written 11 A1 11 11 or closed up.
Check     none: stock codes and planning references look alike, so it is believed after a label or
          under a heading only. Forms have it where the NI number goes, so that label counts too.
Category  identity.
Source    HMRC NIM39110, read 2026-11-25.

>>> canonical("63 t1 22 33")
'63T12233'
>>> canonical("AB123456C") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Strength

_SHAPE = re.compile(r"[0-9]{2}[A-Z][0-9]{5}")
_SEPARATORS = re.compile(r"[ .\-]+")
_EXAMPLES = frozenset({"11A11111"})  # HMRC's own way to show the shape


def canonical(text: str) -> str | None:
    """Return the number in capitals, closed up, if it has the shape, else None."""
    compact = _SEPARATORS.sub("", text.upper())
    return compact if _SHAPE.fullmatch(compact) else None


def note(value: str) -> str | None:
    """Say so where the number is a published example."""
    return EXAMPLE_VALUE if value in _EXAMPLES else None


DETECTOR = Detector(
    entity="UK_TRN",
    category=Category.IDENTITY,
    title="HMRC temporary reference number",
    source="HMRC NIM39110",
    forms=(),
    near=(
        Form("closed up", r"[0-9]{2}[a-z][0-9]{5}\b", 0.35),
        Form(
            "in groups",
            r"[0-9]{2}[ .\-]{1,2}[a-z][0-9][ .\-]{1,2}[0-9]{2}[ .\-]{1,2}[0-9]{2}\b",
            0.45,
        ),
    ),
    check=canonical,
    check_name="shape only",
    pass_rate=0.9,
    supporting=(
        "trn", "trn no", "trn number", "temporary reference", "temporary reference no",
        "temporary reference number", "hmrc temporary reference", "temporary ni no",
        "temporary ni number", "temporary national insurance number", "temp ni no",
        "temp ni number", "temp ref", "temp ref no", "temp reference", "temporary ref",
        "temporary ref no", "hmrc trn", "temp trn",
        # Of NI labels only those that the NI number has too: a longer one would be another's to it.
        "ni no", "ni number", "nino", "national insurance",
    ),
    beside_remarks=True,
    headers=(
        "trn", "trn no", "trn number", "temporary reference number", "temporary ni no",
        "temporary ni number", "temporary national insurance number", "temp ni no",
        "temp ni number", "temp ref", "temp ref no", "temp reference", "temporary ref",
        "temporary ref no", "temporary reference", "temporary reference no",
        "hmrc temporary reference", "ni no or trn", "nino or trn", "nino / trn", "ni / trn",
        "trn / nino", "ni number or trn", "ni no / trn", "ni number / trn", "trn or ni number",
        "national insurance number or trn", "trn / ni number",
    ),
    opposing_headers=("part no", "stock code", "item code", "planning ref"),
    note=note,
    strength=Strength.ONE_PERSON,
    version=2,
)  # fmt: skip
