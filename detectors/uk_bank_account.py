"""Bank account number: names, with a sort code, the account of its holder.

Shape     eight digits; some banks have six, seven or ten.
Check     none without the table of modulus weights that Pay.UK publishes under its own terms.
Chance    every eight digits pass: only after a label or in a column headed so.
Category  financial.
Source    Pay.UK, Vocalink modulus checking, read 2026-11-25.

>>> canonical("1234 5678")
'12345678'
>>> canonical("12345") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form

_SEPARATORS = re.compile(r"[ \-]+")
_SHAPE = re.compile("(?:[0-9]{6,8}|[0-9]{10})")


def canonical(text: str) -> str | None:
    """Return the digits of ``text`` if there are as many as an account has, else None."""
    compact = _SEPARATORS.sub("", text)
    whole = _SHAPE.fullmatch(compact) is not None and len(set(compact)) > 1
    return compact if whole else None


DETECTOR = Detector(
    entity="UK_BANK_ACCOUNT",
    category=Category.FINANCIAL,
    title="bank account number",
    source="Pay.UK, modulus checking",
    forms=(),
    near=(
        Form("eight digits", r"[0-9]{4} ?[0-9]{4}\b", 0.55),
        Form("other lengths", r"(?:[0-9]{10}|[0-9]{6,7})\b", 0.30),
    ),
    check=canonical,
    check_name="as many digits as accounts have",
    pass_rate=0.9,
    supporting=(
        "account no", "account num", "account number", "acc no", "acc number", "acct no",
        "acct number", "a/c no", "a/c number", "a/c", "bank account", "bank account no",
        "bank account number", "rhif cyfrif", "rhif y cyfrif",
    ),
    opposing=(
        "council tax account", "council tax account no", "council tax account number",
        "customer account no", "customer account number", "rent account", "rent account no",
        "rent account number", "user account", "email account", "company account no",
        "utility account number", "energy account number", "library account number",
    ),
    headers=(
        "account no", "account number", "acc no", "acct no", "a/c no", "a/c", "bank account",
        "bank account no", "bank account number", "rhif cyfrif",
    ),
)  # fmt: skip
