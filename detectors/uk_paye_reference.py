"""Employer PAYE reference: identifies an employer to HMRC, and stands on each payslip and P60.

Shape     three digits of a tax office, a slash, one to ten letters and digits.
Check     none: planning references look alike, so it is believed after a label or under a heading.
Category  financial. An employer's, but beside a name it tells where somebody works.
Source    hmrc/assets-frontend, employer PAYE reference, read 2026-11-25.

>>> canonical("123 / ab456")
'123/AB456'
>>> canonical("2026/AB456") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form

_SHAPE = re.compile(r"[0-9]{3} ?/ ?[A-Z0-9]{1,10}")
_EXAMPLES = frozenset({"123/AB456"})  # the one that HMRC's forms show


def canonical(text: str) -> str | None:
    """Return the reference in capitals without spaces if it has the shape, else None."""
    capitals = text.strip().upper()
    return capitals.replace(" ", "") if _SHAPE.fullmatch(capitals) else None


def note(value: str) -> str | None:
    """Say so where the reference is a published example."""
    return EXAMPLE_VALUE if value in _EXAMPLES else None


DETECTOR = Detector(
    entity="UK_PAYE_REFERENCE",
    category=Category.FINANCIAL,
    title="employer PAYE reference",
    source="HMRC, employer PAYE reference",
    forms=(),
    near=(Form("office and reference", r"[0-9]{3} ?/ ?[a-z0-9]{1,10}\b", 0.40),),
    check=canonical,
    check_name="shape only",
    pass_rate=0.9,
    supporting=(
        "paye", "paye ref", "paye no", "paye reference", "paye reference number", "paye number",
        "employer paye ref", "employer paye reference", "employers paye ref",
        "employers paye reference", "employer's paye reference", "employer ref",
        "employer reference", "employer reference number", "employer's reference", "ern",
        "tax office reference", "cyfeirnod twe", "cyfeirnod twe y cyflogwr",
    ),
    headers=(
        "paye", "paye ref", "paye reference", "paye reference number", "employer paye",
        "employers paye", "employer paye ref", "employer paye no", "employer paye number",
        "paye no", "paye number", "paye scheme", "paye scheme ref", "paye scheme reference",
        "employer paye reference", "employer reference number", "ern", "tax office reference",
        "cyfeirnod twe", "cyfeirnod twe y cyflogwr",
    ),
    note=note,
    version=2,
    opposing_headers=("planning ref", "planning reference", "application no", "case ref"),
)  # fmt: skip
