"""UPRN: the unique property reference number, a key to one addressable place in Great Britain.

Shape     up to twelve digits. Some systems fill up with noughts in front: the same number.
Check     none.
Chance    any number has the shape: only after a label, or in a column headed so.
Category  contact. A home is shared: personal only beside a person.
Source    Ideal Postcodes, "UPRN"; Chichester District Council, "UPRN" (its own offices are the
          example below); both read 2026-11-25. BS 7666-2 was not at hand.

>>> canonical("000100062410143")
'100062410143'
>>> canonical("1003354461412") is None
True
"""

from __future__ import annotations

from detectors.base import Category, Detector, Form

_MOST_DIGITS = 12


def canonical(text: str) -> str | None:
    """Return the digits of ``text`` without noughts in front, or None where it is no number."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        return None
    digits = text.lstrip("0")
    return digits if 0 < len(digits) <= _MOST_DIGITS else None


DETECTOR = Detector(
    entity="UK_UPRN",
    category=Category.CONTACT,
    title="unique property reference number (UPRN)",
    source="BS 7666-2",
    forms=(),
    near=(
        # Fewer digits are page numbers and years more often; a headed column may hold them.
        Form("digits", r"[0-9]{6,15}\b", 0.40),
    ),
    check=canonical,
    check_name="up to twelve digits",
    pass_rate=0.9,
    supporting=(
        "uprn", "uprn no", "uprn number", "unique property reference number",
        "unique property reference", "unique property ref", "property uprn", "parent uprn",
        "llpg uprn",
    ),
    headers=(
        "uprn", "uprn no", "uprn number", "unique property reference number",
        "unique property reference", "unique property ref", "property uprn", "parent uprn",
        "address uprn", "llpg uprn",
    ),
)  # fmt: skip
