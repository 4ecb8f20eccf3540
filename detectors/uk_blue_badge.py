"""Blue Badge number: says that its holder is disabled.

Shape     six letters and digits; on the badge and in registers more may follow (authority, sex,
          date of expiry), which is left out. Letters alone only in capitals, under its heading.
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

_STATES = frozenset(
    {"ACTIVE", "LAPSED", "ISSUED", "DENIED", "CLOSED", "HOLDER", "PERMIT", "STOLEN", "UNSURE",
     "SCHEME", "EXPIRY", "NUMBER", "DRIVER", "PARENT", "PERSON"}
)  # fmt: skip
_SHAPE = re.compile(r"([A-Z0-9]{6})(?:[ \-/]?[A-Z]?[0-9]{1,8}){0,3}")


def canonical(text: str) -> str | None:
    """Return the six characters that ``text`` begins with, or None where they read as a word."""
    text = text.strip()
    match = _SHAPE.fullmatch(text.upper())
    if match is None or len(set(match[1])) == 1:
        return None
    if match[1].isalpha() and (not text.isupper() or match[1] in _STATES):
        return None
    return match[1]


DETECTOR = Detector(
    entity="UK_BLUE_BADGE",
    category=Category.HEALTH,
    title="Blue Badge number",
    source="DfT, Blue Badge scheme",
    forms=(),
    near=(Form("six characters", r"(?![a-z]{6}\b)[a-z0-9]{6}\b", 0.30),),
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
        "disabled badge number", "disabled badge no", "rhif bathodyn glas", "blue badge",
        "disabled badge", "bluebadge",
    ),
    opposing_headers=(
        "blue badge expiry", "blue badge expiry date", "blue badge issued", "blue badge issue date",
        "blue badge start date", "blue badge end date", "blue badge status", "blue badge date",
        "blue badge holder", "blue badge type",
    ),
    version=2,
)  # fmt: skip
