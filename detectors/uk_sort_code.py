"""Sort code: names a bank's branch; with an account number it names an account.

Shape     six digits, written in pairs with hyphens or spaces.
Check     none without the table of modulus weights that Pay.UK publishes under its own terms.
Chance    every six digits pass: only after a label or in a column of them.
Category  financial.
Source    Pay.UK, Vocalink modulus checking, read 2026-11-25.

>>> canonical("12-34-56")
'123456'
>>> canonical("12-34-5") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_SEPARATORS = re.compile(r"[ .\-]+")
_SHAPE = re.compile("[0-9]{6}")


def canonical(text: str) -> str | None:
    """Return the six digits of ``text``, else None."""
    compact = _SEPARATORS.sub("", text)
    whole = _SHAPE.fullmatch(compact) is not None and len(set(compact)) > 1
    return compact if whole else None


DETECTOR = Detector(
    entity="UK_SORT_CODE",
    category=Category.FINANCIAL,
    title="sort code",
    source="Pay.UK, modulus checking",
    forms=(),
    near=(
        Form("pairs", r"[0-9]{2}[ \-][0-9]{2}[ \-][0-9]{2}\b", 0.60),
        Form("closed up", r"[0-9]{6}\b", 0.45),
    ),
    check=canonical,
    check_name="six digits",
    pass_rate=0.9,
    supporting=(
        "sort code", "sort code no", "sort code number", "bank sort code", "branch sort code",
        "s/c", "cod didoli",
    ),
    headers=("sort code", "bank sort code", "branch sort code", "sort", "cod didoli"),
)  # fmt: skip
