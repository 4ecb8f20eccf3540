"""Sort code: names the branch of a UK bank; with an account number it names an account.

Shape     six digits, in pairs with hyphens or spaces, or closed up.
Check     none that may be shipped: the banks' modulus checks need the account number too, and
          their table has terms of its own. A spreadsheet's lost first nought is put back.
Chance    any date of two-digit parts has the shape: only after a label, in a column headed so, or
          in pairs right before a labelled account number.
Category  financial.
Source    Vocalink, "Modulus checking", read 2026-11-25.

>>> canonical("20-45-77")
'204577'
>>> canonical("20-45-7") is None
True
"""

from __future__ import annotations

import re

from detectors.bank_pair import SORT_CODE, SORT_CODE_AFTER, SORT_CODE_LAST, SORT_CODE_RECORD
from detectors.base import Category, Detector, Form

_SHAPE = re.compile(r"[0-9]{2}([ .\-/]{0,3})[0-9]{2}\1[0-9]{2}|[0-9]{5}")
_DIGITS = 6
_PAIRS = r"[0-9]{2}[ \-][0-9]{2}[ \-][0-9]{2}"
_FIRST_PAIRS = re.compile(_PAIRS.encode())
_ACCOUNT_LINE = re.compile(
    rb"\b(?:acc(?:oun)?t?|acct?|a/?c|an)(?:[ _]?(?:no|num|number))?[\x22'*]{0,2}\s{0,4}[:=|]?"
    rb"[\s\x22'>|*]{0,12}[0-9]{4}[ \-]?[0-9]{4}\b",
    re.IGNORECASE,
)
_SIX = r"[0-9]{2}[ \-.]?[0-9]{2}[ \-.]?[0-9]{2}"
_LAST_SIX = re.compile(rf"{_SIX}\Z".encode())
_RECORD_BYTES = 300
_WRITTEN = len("20-45-77")


def canonical(text: str) -> str | None:
    """Return the six digits of ``text``, or None where it holds anything else."""
    text = text.strip()
    if _SHAPE.fullmatch(text) is None:
        return None
    digits = "".join(char for char in text if char.isdigit()).zfill(_DIGITS)
    return digits if len(set(digits)) > 1 else None


def first_pairs(_data: bytes, start: int, _end: int) -> tuple[int, int]:
    """Return the sort code of a trigger that goes on to the account number."""
    return start, start + _WRITTEN


def pairs_within(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the sort code that the trigger "Bank: 20-45-77 73920184" holds."""
    match = _FIRST_PAIRS.search(data, start, end)
    return match.span() if match else None


def in_record(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the sort code of a trigger that has an account number's line near it, as in JSON."""
    near = data[max(0, end - _RECORD_BYTES) : end + _RECORD_BYTES]
    match = _LAST_SIX.search(data, start, end)
    return match.span() if match and _ACCOUNT_LINE.search(near) else None


DETECTOR = Detector(
    entity="UK_SORT_CODE",
    category=Category.FINANCIAL,
    title="bank sort code",
    source="Vocalink, Modulus checking",
    forms=(
        Form(
            "before a labelled account number",
            rf"\b{_PAIRS}[ \t,;:/|(]{{1,4}}(?:bank )?(?:a/c|acct?|account)(?: ?(?:number|num|no))?"
            r"[ \t.:=#]{1,4}[0-9]{8}\b",
            0.93,
            expand=first_pairs,
        ),
        Form(
            "before an account number, after the word bank",
            r"\bbank(?: details| acc(?:oun)?t)?[\x22' \t.:=#>]{1,6}"
            rf"{_PAIRS}[ \t,;:/|&]{{1,4}}[0-9]{{8}}\b",
            0.90,
            expand=pairs_within,
        ),
        SORT_CODE,
        SORT_CODE_LAST,
        SORT_CODE_AFTER,
        SORT_CODE_RECORD,
        Form(
            "after the word sort, or its initials after that for a bank",
            rf"\b(?:sort(?: (?:no|num|cd))?|(?:bank|bk|payee|branch|bacs) s\.?c\.?)"
            rf"[\x22']?[ \t]{{0,2}}[:=|][ \t\x22'>|]{{0,12}}{_PAIRS}\b",
            0.80,
            expand=pairs_within,
        ),
        Form(
            "after the word sort, in a record with an account number",
            r"\b(?:sort|s\.?c\.?|s[/_ ]?code)[\x22'*]{0,2}[ \t]{0,4}[:=|][\s\x22'>|*]{0,12}"
            rf"{_SIX}\b",
            0.80,
            expand=in_record,
        ),
    ),
    near=(
        Form("pairs", r"[0-9]{2}(?: ?[ \-.] ?[0-9]{2}){2}\b", 0.35),
        Form("closed up", r"[0-9]{6}\b", 0.20),
    ),
    check=canonical,
    check_name="six digits",
    pass_rate=0.9,
    supporting=(
        "sort code", "sort code no", "sort code number", "bank sort code", "branch sort code",
        "sorting code", "sort code and account number", "sort code and account no",
        "sort code / account number", "sort code & account number", "bank details", "s/c",
        "cod didoli", "dest sort", "dest sort code", "destination sort code", "dest sc",
        "bank sc", "bank s/c", "bk sc", "payee sc", "payee sort code", "payee sort", "branch sc",
        "bank sort", "sortcode", "bacs sort code", "branch code and sort code",
        "bank branch code", "sort cd", "srt code", "côd didoli", "cod didoli banc", "rhif didoli",
        "s/code", "sort-code", "sort cde", "srtcode", "cod trefnu",
    ),
    beside_remarks=True,
    headers=(
        "sort code", "sort code no", "bank sort code", "branch sort code", "sorting code",
        "cod didoli", "bank sort", "sort no", "côd didoli", "cod didoli banc", "rhif didoli",
        "bank sc", "bank s/c", "payee sc", "bacs sort code", "bank branch code", "branch sc",
    ),
    companion="UK_BANK_ACCOUNT",
    companion_headers=(
        "sort", "bank", "branch", "s/c", "sc", "sort cd", "srt", "srt cd", "bk sort", "bk srt",
        "s code", "scode", "sort cde", "payee sort", "sort payee", "dest sort", "destination sort",
        "s code sort", "s/code", "s/code sort",
    ),
    version=7,
)  # fmt: skip
