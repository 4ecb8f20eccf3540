"""Values that are said to be examples, or for tests: "e.g. QQ 12 34 56 C".

Only of values that are printed as examples and nobody's: of another number such words say nothing.

>>> said_to_be_one(b"NI number e.g. QQ 12 34 56 C", 15, 28)
True
>>> said_to_be_one(b"NI number: QQ 12 34 56 C", 11, 24)
False
"""

from __future__ import annotations

import re

_BEFORE_BYTES, _AFTER_BYTES = 160, 64
_BEFORE = re.compile(
    rb"(?:\be\.?g\b\.?,?|\bex\.|\blike|\bsuch as|\bformat|\bsample|\bexamples?|\benghraifft|\bee)"
    rb"(?: of| is)?[ \t:\x22'(\[]{0,4}\Z"
    rb"|(?:\b|_)(?:examples?|sample|test|dummy|fake|mock|demo)[_\-][a-z0-9_\-]{1,30}[\x22']?\]?"
    rb" ?[:=]{1,2}>? ?[\x22'(\[]{0,3}\Z"  # EXAMPLE_NINO = "
    rb"|(?:\n|\A)[^\n]{0,60}\b(?:examples?|specimen|sample)(?: \d{1,2})?[ .:]{0,2}\r?\n"
    rb"[^!?]{0,150}\Z"  # below a heading that says so
    rb"|\b(?:tests? (?:plan|data|cards?|cases?|numbers?|users?|accounts?|scripts?|values?)|testing"
    rb"|sandbox|dummy|demo|made[ \-]up|fictitious|fictional|placeholder)\b[^.!?]{0,150}\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rb"[^.!?@]{0,40}\b(?:for|are|is|in|as) (?:an? |our |the |your |this )?"
    rb"(?:tests?|testing|dummy|examples?|made[ \-]up|fictitious|fictional)\b"
    rb"|[^\n]{0,12}(?:\b(?:never (?:been )?issued|not (?:a )?real|nobody's|made[ \-]up)\b)",
    re.IGNORECASE,
)


def said_to_be_one(data: bytes, start: int, end: int) -> bool:
    """Return whether words around a value say that it is an example, or for tests."""
    before = _BEFORE.search(data, max(0, start - _BEFORE_BYTES), start)
    return before is not None or _AFTER.match(data, end, end + _AFTER_BYTES) is not None
