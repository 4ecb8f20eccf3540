"""UK bank account number: with its sort code it names an account.

Shape     eight digits; ten at some banks; six or seven, to be filled up with noughts in front, at
          others and where a spreadsheet has dropped them. Building societies add a roll number of
          up to 18 letters and digits; eight digits and a letter are a court's account of a fine.
Check     none that may be shipped: with the banks' table from the settings, see modulus.
Chance    any reference of eight digits has the shape: only after a label, a sort code that is
          labelled, or in a column headed so. Councils call their own references "account number"
          too, so that label alone leaves doubt, and other lengths need the word "bank".
Category  financial. Joint and firms' accounts have the same shape: not one person.
Source    Vocalink, "Modulus checking"; Accuity, "Modulus checking" (six to eight digits); both read
          2026-11-25. Ten digits and roll numbers are known from bank forms.

>>> canonical("7392 0184")
'73920184'
>>> canonical("73920") is None
True
"""

from __future__ import annotations

import re

from detectors.bank_pair import ACCOUNT, ACCOUNT_FIRST, ACCOUNT_PAID, ACCOUNT_RECORD
from detectors.base import Category, Detector, Form

_LENGTHS = (6, 7, 8, 10)
_FILLED_UP = 8  # Vocalink, Modulus checking, non-standard account numbers
_SEPARATORS = re.compile(r"[ \-/.]+")
_ROLL = re.compile(r"[A-Z]{0,3}[0-9][A-Z0-9]{5,17}")
_OF_A_COURT = re.compile("[0-9]{8}[A-Z]")
"""The account of a fine, which a magistrates' court keeps."""
_LAST = re.compile(rb"[0-9](?:[ \-]?[0-9]){5,9}\Z")
_LAST_ROLL = re.compile(rb"[0-9a-z/.\-]{6,22}\Z", re.IGNORECASE)
_EIGHT = r"(?:[0-9]{8}|[0-9]{4}[ \-][0-9]{4}|[0-9]{2}(?:[ \-][0-9]{2}){3})"
_LAST_EIGHT = re.compile(rf"(?<![0-9\-]){_EIGHT}\Z".encode())
_LONGEST = len("73 92 01 84")
_LABEL = r"(?:account|a/c|acct?)[ _\-]?(?:number|num|no)?"
_SAYS = r"[\x22' \t.:=#>(]{1,6}"
_NUMBER = r"(?:[0-9]{10}|[0-9]{6,8}|[0-9]{4}[ \-][0-9]{4})"
_PAIRS = r"[0-9]{2}[ \-]?[0-9]{2}[ \-]?[0-9]{2}"
_SORT = r"(?:sort(?:ing)?[ _\-]?code|s/c)"
_AFTER_SORT = re.compile(
    rf"(?:[ \t\r\n,;:/|&()]{{1,6}}(?:and )?(?:(?:bank )?{_LABEL}(?: is)?{_SAYS})?"
    rf"|[^0-9]{{1,48}}\b{_LABEL}{_SAYS})({_EIGHT})\b".encode(),
    re.IGNORECASE,
)
_BEFORE_SORT = re.compile(
    rf"(?:\b{_LABEL}{_SAYS}({_EIGHT})[^0-9]{{1,32}}"
    rf"|(?<![0-9\-])({_EIGHT})[ ,;(/|]{{1,3}}(?:and )?(?:the )?)\Z".encode(),
    re.IGNORECASE,
)
_SORT_LINE = re.compile(
    rb"\b(?:sort(?:ing)?[ _\-]?(?:code|cd|no)?|s[./]?c|s[/_ ]?code)[\x22'*]{0,2}\s{0,4}[:=|]?"
    rb"[\s\x22'>|*]{0,12}[0-9]{2}[ \-.]?[0-9]{2}[ \-.]?[0-9]{2}\b",
    re.IGNORECASE,
)
_OF_THE_COUNCIL = re.compile(
    rb"\b(?:council tax|liable (?:person|party)|business rates|nndr|ratepayer|rent account|rents?"
    rb"|tenancy|arrears|rateable|summons|treth (?:y )?cyngor|customer number|meter"
    rb"|(?:single person|impairment|disab(?:led|ility)) (?:band )?(?:discount|reduction|relief))\b",
    re.IGNORECASE,
)
"""What has accounts of its own, whose numbers are not a bank's."""
_OF_A_BANK = re.compile(
    rb"\bbank|\bsort(?:ing)?[ _\-]?code|\bbacs\b|\bbuilding society\b|\bs/c(?:ode)?\b|\biban\b"
    rb"|\bdirect debit\b|\baccount (?:name|holder)|\bpay(?:ee|ment|able|ing)?\b|\brefund",
    re.IGNORECASE,
)
_COUNCIL_BYTES, _BANK_BYTES = 300, 120
_RECORD_BYTES = 300
_REACH = 80  # from a sort code's label back to that of its account number


def canonical(text: str) -> str | None:
    """Return the digits of an account number, or letters and digits of a roll number, or None."""
    compact = _SEPARATORS.sub("", text.strip().upper())
    if len(set(compact)) == 1:
        return None
    if compact.isascii() and compact.isdigit() and "/" not in text:
        return compact.zfill(_FILLED_UP) if len(compact) in _LENGTHS else None
    if _OF_A_COURT.fullmatch(compact):
        return None
    digits = sum(char.isdigit() for char in compact)
    return compact if _ROLL.fullmatch(compact) and digits >= min(_LENGTHS) else None


def last_number(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the account number that ends a trigger."""
    match = _LAST.search(data, start, end)
    return match.span() if match else None


def last_eight(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the eight digits that end a trigger, whose sort code may stand right before them."""
    match = _LAST_EIGHT.search(data, max(start, end - _LONGEST), end)
    return match.span() if match else None


def beside_sort_code(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the account number that follows a labelled sort code, or else stands before it."""
    match = _AFTER_SORT.match(data, end) or _BEFORE_SORT.search(data, max(0, start - _REACH), start)
    return match.span(match.lastindex or 0) if match else None


def in_record(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the account number of a trigger that has a sort code's line near it, as in XML."""
    near = data[max(0, start - _RECORD_BYTES) : end + _RECORD_BYTES]
    return last_eight(data, start, end) if _SORT_LINE.search(near) else None


def of_the_council(data: bytes, start: int, end: int) -> bool:
    r"""Return whether an account number is the council's own, of a tax or a rent.

    >>> of_the_council(b"Account number: 75252782\nLiable person: Jo Hill", 16, 24)
    True
    """
    near = data[max(0, start - _BANK_BYTES) : end + _BANK_BYTES]
    if _OF_A_BANK.search(near):
        return False
    around = data[max(0, start - _COUNCIL_BYTES) : end + _COUNCIL_BYTES]
    return _OF_THE_COUNCIL.search(around) is not None


def eight_before(data: bytes, start: int, _end: int) -> tuple[int, int] | None:
    """Return the eight digits whose last one the trigger begins with."""
    match = _LAST_EIGHT.search(data, max(0, start + 1 - _LONGEST), start + 1)
    return match.span() if match else None


def last_token(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the roll number that ends a trigger."""
    match = _LAST_ROLL.search(data, start, end)
    return match.span() if match else None


DETECTOR = Detector(
    entity="UK_BANK_ACCOUNT",
    category=Category.FINANCIAL,
    title="bank account number",
    source="Vocalink, Modulus checking",
    forms=(
        Form(
            "after its label with the word bank",
            rf"\bbank[ _\-]?{_LABEL}{_SAYS}{_NUMBER}\b",
            0.90,
            expand=last_number,
        ),
        Form(
            "beside a labelled sort code",
            rf"\b{_SORT}[^\n0-9]{{0,32}}{_PAIRS}\b",
            0.93,
            expand=beside_sort_code,
        ),
        Form(
            "after a sort code and the word bank",
            rf"\b(?:bank|bacs)(?: details| acc(?:oun)?t)?{_SAYS}{_PAIRS}[ \t,;:/|&]{{1,4}}"
            rf"{_EIGHT}\b",
            0.88,
            expand=last_eight,
        ),
        Form(
            "after the kind of account",
            rf"\b(?:bank|current|savings|joint|barclays|hsbc|lloyds|nationwide|natwest|santander)"
            rf"[ _\-]{_LABEL}{_SAYS}{_EIGHT}\b",
            0.88,
            expand=last_eight,
        ),
        Form(
            "before its label",
            r"[0-9] {1,2}(?:(?:is|was) (?:the|my|his|her|their|our) |[\-=(] ?)(?:bank )?"
            r"(?:account|a/c|acct?) (?:number|num|no)\b",
            0.88,
            expand=eight_before,
        ),
        Form(
            "building society roll number",
            r"\b(?:building society|b/?soc?|society)[ _\-](?:roll|ref|reference)"
            rf"[ _\-]?(?:number|num|no)?{_SAYS}[0-9a-z/.\-]{{6,22}}\b",
            0.85,
            expand=last_token,
        ),
        ACCOUNT,
        ACCOUNT_FIRST,
        ACCOUNT_PAID,
        ACCOUNT_RECORD,
        Form(
            "in a record with a sort code",
            r"\b(?:account|acct?|a/c|an)(?:[ _](?:no|num|number))?[\x22'*]{0,2}\s{0,24}[:=|]?"
            rf"[\s\x22'>|*]{{1,12}}{_EIGHT}\b",
            0.80,
            expand=in_record,
        ),
    ),
    near=(
        Form("eight digits", r"[0-9]{8}\b", 0.10),
        Form("eight digits in two groups", r"[0-9]{4}[ \-][0-9]{4}\b", 0.08),
        Form("eight digits in pairs", r"[0-9]{2}(?:[ \-][0-9]{2}){3}\b", 0.08),
    ),
    check=canonical,
    check_name="as long as account numbers are",
    pass_rate=0.9,
    supporting=(
        "account number", "account no", "account num", "acc no", "acc num", "acc number",
        "acct no", "acct num", "acct number", "acct", "a/c", "a/c no", "a/c number",
        "bank account", "bank account number", "bank account no", "bank a/c", "bank acc no",
        "rhif cyfrif", "rhif y cyfrif", "rhif cyfrif banc", "ac no", "acc. no", "acct. no",
        "dest acc", "dest account", "dest acct", "dest a/c", "destination account",
        "bank ac", "bank acct", "bank acct no", "bk ac", "bk acc", "payee ac", "payee account",
        "payee acc", "payee a/c", "payee account no", "payee account number", "cyfrif banc",
        "building society account number", "building society account no", "bacs account",
        "beneficiary account", "current account no", "savings account no",
        "current account number", "savings account number",
    ),
    beside_remarks=True,
    headers=(
        "account number", "account no", "account num", "acc no", "acc number", "acct no",
        "acct number", "a/c no", "a/c number", "bank account", "bank account number",
        "bank account no", "bank acc no", "bank a/c", "bank acct", "rhif cyfrif",
        "rhif cyfrif banc", "building society roll number", "building society roll no", "ac no",
        "acc num", "acct num", "acctno", "bank acc", "beneficiary account", "bacs account",
        "bank ac", "bank acct no", "payee account no", "payee account number", "cyfrif banc",
        "building society account number", "building society account no",
    ),
    label_of_another=of_the_council,
    companion="UK_SORT_CODE",
    companion_headers=(
        "account", "acc", "acct", "a/c", "ac", "accnt", "bk acc", "bk ac", "bk acct", "bk account",
        "payee account", "payee acc", "payee a/c", "an", "account nr", "acc nr", "acno", "acct nr",
    ),
    opposing_headers=(
        "council tax account", "council tax account number", "council tax account no",
        "ctax account", "ctax account number", "rent account", "rent account number",
        "rent account no", "customer account number", "customer account no", "supplier account",
        "supplier account number", "supplier account no", "utility account", "rates account",
        "rates account number", "benefit account", "user account", "ledger account",
    ),
    version=6,
)  # fmt: skip
