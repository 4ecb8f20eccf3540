r"""A sort code with its account number right after it: "20-45-77 / 73920184".

Pairs parted by hyphens that are no date, and eight figures after them, are hardly anything else in
the UK, unless they stand in two columns. Pairs in another form, and those that may be a date, need
a word of banks or payments before them.

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
_BETWEEN = rf"(?: {{0,2}}[/,;:|&+(] {{0,2}}| {{1,2}})(?:(?:and|to) )?(?:{_LABEL})?"
_TRIGGER = rf"\b{_SORT}{_BETWEEN}{_EIGHT}\b"

_PARTS = re.compile(rf"({_SORT}){_BETWEEN}({_EIGHT})".encode(), re.IGNORECASE)
_HYPHENS = re.compile(rb"([0-9]{2})-([0-9]{2})-([0-9]{2})")
_PAYS = (
    rb"bank (?:details|acc(?:oun)?ts?|a/c)|bacs|sort(?:ing)?(?: ?c[o0]de)?|s/c|sc/ac"
    rb"|acc(?:oun)?ts?|acct?|a/c|direct debit|standing order|cod didoli|rhif cyfrif|cyfrif"
)
_CUE = re.compile(rb"(?<![a-z0-9])(?:" + _PAYS + rb")(?![a-z])[^0-9\n]{0,48}\Z", re.IGNORECASE)
_PAID = re.compile(
    rb"(?<![a-z0-9])(?:bank|pay(?:s|ments?|able|ing)?|paid|refund(?:s|ed)?|transfer(?:s|red)?"
    rb"|remit(?:tance)?s?|dd|wages|salary|banc)(?![a-z])[^0-9\n]{0,40}\Z",
    re.IGNORECASE,
)
_COLUMNS = re.compile(rb"  ")  # two columns, of which a heading tells more
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
    if not told and hyphens is not None and not _may_be_date(*map(int, hyphens.groups())):
        told = _COLUMNS.search(data, parts.end(1), parts.start(2)) is None
    elif not told and hyphens is None:
        told = _PAID.search(data, before, start) is not None
    return (parts.span(1), parts.span(2)) if told else None


def _may_be_date(first: int, month: int, last: int) -> bool:
    """Return whether three pairs are a day, month and year in either order."""
    for day, year in ((first, last), (last, first)):
        try:
            date(2000 + year, month, day)
        except ValueError:
            continue
        return True
    return False


def _part(number: int) -> Expand:
    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        found = pair(data, start, end)
        return found[number] if found else None

    return expand


SORT_CODE = Form("before an account number", _TRIGGER, 0.80, expand=_part(0))
ACCOUNT = Form("after a sort code", _TRIGGER, 0.80, expand=_part(1))
