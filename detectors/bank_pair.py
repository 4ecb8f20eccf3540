r"""A sort code with its account number right after it: "20-45-77 / 73920184".

Pairs parted by hyphens that are no date, and eight figures after them, are hardly anything else in
the UK, unless they stand in two columns. Those that may be a date are among others that may not, or
need a word of banks or payments before them, as pairs in another form do: there or in the title.

>>> pair(b"change it to 20-45-77 / 73920184", 13, 32)
((13, 21), (24, 32))
>>> pair(b"20-05-24 20240527", 0, 17) is None
True
>>> pair(b"SORT/ACC : 204577 73920184", 11, 26)
((11, 17), (18, 26))
"""

from __future__ import annotations

import re
from datetime import date

from detectors.base import Expand, Form

_EIGHT = r"(?:[0-9]{8}|[0-9]{4}[ \-][0-9]{4}|[0-9]{2}(?:[ \-][0-9]{2}){3})"
_SORT = r"[0-9]{2}(?:[ \-]?[0-9]{2}){2}"
# A scanner reads 0 for o and rn for m.
_LABEL = (
    r"(?:the )?(?:bank )?(?:acc[o0]unt|a/c|acct?)(?: ?(?:nu(?:m|rn)ber|nu(?:m|rn)|n[o0]))?"
    r"[ .:=#]{0,4}"
)
_BETWEEN = rf"(?: {{0,2}}[/,;:|&+(] {{0,2}}| {{1,2}}|\r?\n[ >]{{0,4}})(?:(?:and|to) )?(?:{_LABEL})?"
_TRIGGER = rf"\b{_SORT}{_BETWEEN}{_EIGHT}\b"

_PARTS = re.compile(rf"({_SORT}){_BETWEEN}({_EIGHT})".encode(), re.IGNORECASE)
_HYPHENS = re.compile(rb"([0-9]{2})-([0-9]{2})-([0-9]{2})")
_PAYS = (
    rb"bank (?:details|acc(?:oun)?ts?|a/c)|bacs|sort(?:ing)?(?: ?c[o0]de)?|s/c|sc/ac"
    rb"|acc(?:oun)?ts?|acct?|a/c|direct debit|standing order|cod didoli|rhif cyfrif|[gc]h?yfrif"
)
_CUE = re.compile(rb"(?<![a-z0-9])(?:" + _PAYS + rb")(?![a-z])[^0-9\n]{0,48}\Z", re.IGNORECASE)
_PAID = re.compile(
    rb"(?<![a-z0-9])(?:bank|pay(?:s|ments?|able|ing)?|paid|refund(?:s|ed)?|transfer(?:s|red)?"
    rb"|remit(?:tance)?s?|dd|wages|salary|banc)(?![a-z])[^0-9\n]{0,40}\Z",
    re.IGNORECASE,
)
_BANK = re.compile(
    rb"(?<![a-z0-9])(?:barclays|hsbc|lloyds|natwest|santander|nationwide|halifax|tsb|monzo|starling"
    rb"|rbs|bank of scotland|royal bank|co-?op(?:erative)?(?: bank)?|metro bank|first direct"
    rb"|virgin money|chase|revolut|danske bank|ulster bank|clydesdale|yorkshire bank)"
    rb"(?: bank| plc)?[ \t:,\-]{0,4}(?:\r?\n[ \t>]{0,4})?\Z",
    re.IGNORECASE,
)
"""A bank's name right before the pair, or on the line above it."""
_COLUMNS = re.compile(rb"  ")  # two columns, of which a heading tells more
_NEAR_BYTES = 300
_PAIR_NEAR = re.compile(
    rb"(?<![0-9/.\-])([0-9]{2})-([0-9]{2})-([0-9]{2})"
    rb"(?: {0,2}[/,;:|&+(] {0,2}| {1,2})[0-9]{4}[ \-]?[0-9]{4}(?![0-9])"
)
_FIELDS = re.compile(rb" ?[,;|] ?")
_DAY_CLOSED_UP = re.compile(
    rb"(?:19|20)[0-9]{2}[01][0-9][0-3][0-9]|[0-3][0-9][01][0-9](?:19|20)[0-9]{2}"
)
_PAYMENTS = re.compile(
    rb"\b(?:bacs|auddis|direct debits?"
    rb"|(?:payment|pay|refund|payroll|creditors?) (?:run|file|list)s?"
    rb"|standard 18|bank (?:details|transfers?)|sort codes?)\b",
    re.IGNORECASE,
)
_TITLE_BYTES = 400  # of a list, in which its title says that it is of payments
_JOINED = re.compile(rb"[0-9/.\-]\Z")
_REACH = 72


def pair(data: bytes, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where sort code and account number of a trigger lie, or None."""
    parts = _PARTS.match(data, start, end)
    if parts is None or _JOINED.search(data, max(0, start - 1), start):
        return None
    before = max(0, start - _REACH)
    told = _CUE.search(data, before, start) is not None
    hyphens = _HYPHENS.fullmatch(parts[1])
    if not told and hyphens is not None:
        told = _COLUMNS.search(data, parts.end(1), parts.start(2)) is None and (
            not _may_be_date(*map(int, hyphens.groups())) or _among_pairs(data, start, end)
        )
    elif not told:
        told = (_PAID.search(data, before, start) or _BANK.search(data, before, start)) is not None
        told = told or _in_list_of_payments(data, parts)
    return (parts.span(1), parts.span(2)) if told else None


def _among_pairs(data: bytes, start: int, end: int) -> bool:
    """Return whether pairs that are no date stand near, each with eight figures after it."""
    near = _PAIR_NEAR.finditer(data, max(0, start - _NEAR_BYTES), end + _NEAR_BYTES)
    return any(not _may_be_date(*map(int, one.groups())) for one in near)


def _in_list_of_payments(data: bytes, parts: re.Match[bytes]) -> bool:
    r"""Return whether six and eight figures are two fields of a line in a list of payments.

    >>> line = b"REFUNDS - BACS FILE 297\n12,JO HILL,605935,78375250,2"
    >>> pair(line, 35, 50)
    ((35, 41), (42, 50))
    """
    if parts[1].isdigit() and not _FIELDS.fullmatch(data, parts.end(1), parts.start(2)):
        return False
    if _DAY_CLOSED_UP.fullmatch(parts[2]):
        return False
    return _PAYMENTS.search(data, 0, min(_TITLE_BYTES, parts.start())) is not None


def _may_be_date(first: int, month: int, last: int) -> bool:
    """Return whether three pairs are a day, month and year in either order."""
    for day, year in ((first, last), (last, first)):
        try:
            date(2000 + year, month, day)
        except ValueError:
            continue
        return True
    return False


_SORT_LABEL = r"(?:sort(?:ing)?(?: ?c[o0]de)?|s/c|cod didoli)(?: ?(?:number|no))?(?: is)?"
_ACCOUNT_FIRST = (
    r"\b(?:acc(?:oun)?ts?|acct?|a/c|(?:ng|[cgn])h?yfrif)(?: ?(?:number|num|no))?"
    r"(?: is)?[ .:=#]{1,4}"
    rf"{_EIGHT}[ ,;/|(&]{{1,4}}(?:and |with |at )?{_SORT_LABEL}[ .:=#]{{1,4}}{_SORT}\b"
)
_TURNED = re.compile(rf"({_EIGHT})[^0-9]{{1,40}}({_SORT})\Z".encode(), re.IGNORECASE)


def turned(data: bytes, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where sort code and account number lie in a trigger that has them the other way.

    >>> turned(b"account 73920184 sort 20-45-77", 0, 30)
    ((22, 30), (8, 16))
    """
    parts = _TURNED.search(data, start, end)
    return (parts.span(2), parts.span(1)) if parts else None


def _turned_part(number: int) -> Expand:
    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        found = turned(data, start, end)
        return found[number] if found else None

    return expand


def _part(number: int) -> Expand:
    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        found = pair(data, start, end)
        return found[number] if found else None

    return expand


_RECORD = r"\b([0-9]{6}) ?([0-9]{8}) ?[0-9](?:01|0[cns]|17|18|19|99|z[45]) ?[0-9]{6} ?[0-9]{8}"
_RECORD_PARTS = re.compile(_RECORD.encode(), re.IGNORECASE)
_GOES_ON = re.compile(rb"[0-9 ]{4}[0-9]{11}")
_FILE_LABEL = re.compile(rb"(?:VOL|HDR|UHL)1", re.IGNORECASE)


def paid_into(data: bytes, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return where the account is that a record of a payment file names, or None.

    Standard 18 of Bacs: sort code 6, account 8, its type 1, transaction code 2, the payer's sort
    code 6 and account 8, 4 of any kind and the amount 11, with no space between. Programs part them
    when they print them: then one of the file's labels must stand before.

    >>> paid_into(b"20457773920184099309010730192840000000000012345", 0, 31)
    ((0, 6), (6, 14))
    >>> paid_into(b"204577 73920184 099 309010 73019284 123.45", 0, 34) is None
    True
    """
    parts = _RECORD_PARTS.match(data, start, end)
    if parts is None:
        return None
    closed_up = parts[0].isalnum() and _GOES_ON.match(data, end) is not None
    if closed_up or _FILE_LABEL.search(data, 0, min(_TITLE_BYTES, start)):
        return parts.span(1), parts.span(2)
    return None


def _record_part(number: int) -> Expand:
    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        found = paid_into(data, start, end)
        return found[number] if found else None

    return expand


SORT_CODE_RECORD = Form("in a Bacs payment file", _RECORD, 0.93, expand=_record_part(0))
ACCOUNT_RECORD = Form("in a Bacs payment file", _RECORD, 0.93, expand=_record_part(1))
SORT_CODE = Form("before an account number", _TRIGGER, 0.80, expand=_part(0))
ACCOUNT = Form("after a sort code", _TRIGGER, 0.80, expand=_part(1))
SORT_CODE_LAST = Form("after an account number", _ACCOUNT_FIRST, 0.88, expand=_turned_part(0))
_PAID_INTO = (
    r"\b(?:bank|paid|pay|payable|payments?|refunds?|credit|bacs|benefit|wages|salary)"
    r"(?: details| to| into| in to| paid){0,2} (?:account|acct?|a/c)(?: ?(?:number|num|no))?"
    rf"[ \t.:=#|\x22'*\r\n]{{1,12}}{_EIGHT} ?[/,;|(] ?{_SORT}\b"
)
SORT_CODE_AFTER = Form("after the account paid into", _PAID_INTO, 0.88, expand=_turned_part(0))
ACCOUNT_PAID = Form("that is paid into", _PAID_INTO, 0.88, expand=_turned_part(1))
ACCOUNT_FIRST = Form("before a labelled sort code", _ACCOUNT_FIRST, 0.88, expand=_turned_part(1))
