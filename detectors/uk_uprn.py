"""UPRN: the unique property reference number, a key to one addressable place in Great Britain.

Shape     up to twelve digits. Some systems fill up with noughts in front: the same number.
Check     none.
Chance    any number has the shape: only after a label, in a column headed so, or in one beside
          people whose cells are all twelve digits that begin as England's and Wales's do.
Category  contact. A home is shared: personal only beside a person.
Source    Ideal Postcodes, "UPRN"; Chichester District Council, "UPRN" (its own offices are the
          example below); both read 2026-11-25. BS 7666-2 was not at hand.

>>> canonical("000100062410143")
'100062410143'
>>> canonical("1003354461412") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_MOST_DIGITS = 12
_LEAST_CELLS = 4
_OF_TWELVE = re.compile("100[01][0-9]{8}")  # 10000... to 10009..., and 1001...: the town gazetteers


def canonical(text: str) -> str | None:
    """Return the digits of ``text`` without noughts in front, or None where it is no number."""
    text = text.strip()
    if not (text.isascii() and text.isdigit()):
        return None
    digits = text.lstrip("0")
    return digits if 0 < len(digits) <= _MOST_DIGITS else None


def all_properties(cells: list[str]) -> bool:
    """Return whether all of so many cells are written as most properties' numbers are.

    >>> all_properties(["100062410143", "100062410150", "100061811895", "100053814662"])
    True
    """
    return len(cells) >= _LEAST_CELLS and all(map(_OF_TWELVE.fullmatch, cells))


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
    typed_beside=all_properties,
    among_people=all_properties,
    version=2,
)  # fmt: skip
