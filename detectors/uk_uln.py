"""Unique learner number (ULN): names a learner over 14 in the United Kingdom.

Shape     ten digits, the first no nought.
Check     weights 10 to 2 on the first nine; the last is 10 less the sum modulus 11. A sum of which
          11 leaves nothing is never issued.
Chance    1 in 12 random ten-digit numbers passes: only after a label, in a column headed so, or
          in one beside people whose cells all pass.
Category  identity.
Source    HESA C21051, unique learner number, read 2026-11-25.

>>> canonical("9276308686")
'9276308686'
>>> canonical("9276308687") is None
True
"""

from __future__ import annotations

import re
from operator import mul

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Strength
from detectors.goods import NUMBERS_OF_GOODS

_SEPARATORS = re.compile(r"[ .\-]+")
_SHAPE = re.compile("[1-9][0-9]{9}")
_LEAST_CELLS = 4
_WEIGHTS = range(10, 1, -1)
_OF_NOUGHTS = ord("0") * sum(_WEIGHTS)  # what their bytes add up to
_EXAMPLE = "9276308686"  # printed by HESA


def canonical(text: str) -> str | None:
    """Return the ten digits of ``text`` if the check digit is right, else None."""
    compact = text if text.isdigit() else _SEPARATORS.sub("", text)
    if _SHAPE.fullmatch(compact) is None:
        return None
    rest = (sum(map(mul, _WEIGHTS, compact.encode("ascii"))) - _OF_NOUGHTS) % 11
    return compact if rest and 10 - rest == int(compact[9]) else None


def all_learners(cells: list[str]) -> bool:
    """Return whether so many cells are no learner numbers by chance."""
    return len(cells) >= _LEAST_CELLS and all(map(canonical, cells))


def note(value: str) -> str | None:
    """Say so where the number is the one that is printed as an example."""
    return EXAMPLE_VALUE if value == _EXAMPLE else None


DETECTOR = Detector(
    entity="UK_ULN",
    category=Category.IDENTITY,
    title="unique learner number",
    source="HESA C21051",
    forms=(),
    near=(Form("ten digits", r"[1-9](?:[ \-]?[0-9]){9}\b", 0.60),),
    check=canonical,
    check_name="check digit right (modulus 11)",
    pass_rate=0.081,
    supporting=(
        "uln", "uln no", "uln number", "unique learner number", "unique learner no",
        "learner number", "learner no", "learner uln", "learner ref (uln", "student uln",
    ),
    headers=(
        "uln", "uln no", "uln number", "unique learner number", "unique learner no",
        "learner number", "learner no",
    ),
    opposing_headers=NUMBERS_OF_GOODS,
    typed_beside=all_learners,
    among_people=all_learners,
    note=note,
    strength=Strength.ONE_PERSON,
    version=5,
)  # fmt: skip
