"""Registered charity number. Looked for to speak against others.

Shape     six or seven digits in England and Wales, a hyphen and a number for a linked charity;
          SC0 and five digits in Scotland; NIC1 and five digits in Northern Ireland.
Check     none.
Chance    any number of six digits has the shape: only after a label or in a column headed so.
Category  organisation: no personal data, and counted as none.
Source    known from the registers' own use; an official description of the form was not at hand.

>>> canonical("sc 012345"), canonical("1234567-1")
('SC012345', '1234567-1')
>>> canonical("12345") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_SHAPE = re.compile(r"(?:SC0[0-9]{5}|NIC1[0-9]{5}|[1-9][0-9]{5,6}(?:-[0-9]{1,3})?)")


def canonical(text: str) -> str | None:
    """Return the number in capitals without spaces if it has the shape, else None."""
    compact = "".join(text.upper().split())
    return compact if _SHAPE.fullmatch(compact) else None


DETECTOR = Detector(
    entity="UK_CHARITY",
    category=Category.ORGANISATION,
    title="registered charity number",
    source="Charity Commission register",
    forms=(),
    near=(
        Form("letters and digits", r"(?:SC ?0[0-9]{5}|NIC ?1[0-9]{5})\b", 0.60),
        Form("digits", r"[1-9][0-9]{5,6}(?:-[0-9]{1,3})?\b", 0.50),
    ),
    check=canonical,
    check_name="shape only",
    pass_rate=0.9,
    supporting=(
        "charity number", "charity no", "charity reg no", "charity registration number",
        "charity registration no", "registered charity", "registered charity number",
        "registered charity no", "registered charity in england and wales",
        "charity registered in scotland", "scottish charity", "scottish charity no",
        "scottish charity number", "rhif elusen", "elusen gofrestredig",
    ),
    headers=(
        "charity number", "charity no", "charity reg no", "charity registration number",
        "registered charity number", "registered charity no", "rhif elusen",
    ),
)  # fmt: skip
