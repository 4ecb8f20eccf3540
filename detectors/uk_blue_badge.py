"""Blue Badge number: says that its holder is disabled.

Shape     six letters and digits; on the badge and in registers more may follow (authority, sex,
          date of expiry), which is left out. At least one is a digit.
Check     none.
Chance    many words and references have the shape: only after a label, or in a column headed so.
Category  data concerning health. Organisations hold badges too, and a person gets another one every
          three years: not one person.
Source    none at hand that gives the form; six characters are common knowledge. DfT, Blue Badge
          scheme local authority guidance (England), on holders and renewal, read 2026-11-25.

>>> canonical("4d9k2l")
'4D9K2L'
>>> canonical("holder") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_SHAPE = re.compile(r"([A-Z0-9]{6})(?:[ \-/]?[A-Z]?[0-9]{1,8}){0,3}")


def canonical(text: str) -> str | None:
    """Return the six characters that ``text`` begins with, or None where none is a digit."""
    match = _SHAPE.fullmatch(text.strip().upper())
    if match is None or not any(char.isdigit() for char in match[1]) or len(set(match[1])) == 1:
        return None
    return match[1]


DETECTOR = Detector(
    entity="UK_BLUE_BADGE",
    category=Category.HEALTH,
    title="Blue Badge number",
    source="DfT, Blue Badge scheme",
    forms=(),
    near=(Form("six characters", r"[a-z0-9]{6}\b", 0.30),),
    check=canonical,
    check_name="six letters and digits",
    pass_rate=0.8,
    supporting=(
        "blue badge no", "blue badge num", "blue badge number", "blue badge serial",
        "blue badge serial no", "blue badge serial number", "blue badge ref", "blue badge id",
        "blue badge reference", "blue badge", "disabled badge number", "disabled badge no",
        "rhif bathodyn glas",
    ),
    headers=(
        "blue badge no", "blue badge num", "blue badge number", "blue badge serial no",
        "blue badge serial number", "blue badge ref", "blue badge reference", "blue badge id",
        "disabled badge number", "disabled badge no", "rhif bathodyn glas",
    ),
    opposing_headers=(
        "blue badge expiry", "blue badge expiry date", "blue badge issued", "blue badge issue date",
        "blue badge start date", "blue badge end date", "blue badge status", "blue badge date",
    ),
)  # fmt: skip
