"""Trade union membership of a person (UK GDPR, article 9).

Shape     a union said of a person ("is a member of UNISON", "GMB member"), deductions for a
          union, or a union in a field or a column headed so.
Check     the union is in our list.
Chance    high for the name alone: news of unions and agreements with them hold it.
Category  special category.
Source    list in detectors/data/NOTICE (compiled), 2026-11-25.

>>> canonical("a member of the GMB")
'gmb'
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import in_a_record, record_forms
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, everyday_field_form, field_form
from detectors.special.lexicon import folded, term_in, terms

_TERMS = terms("union", "trade_unions.csv")
_LED_BYTES = 48
_UNIONS = (
    "(?:UNISON|Unison|GMB|NASUWT|NEU|PCS|USDAW|Usdaw|UCU|RMT|ASLEF|Aslef|CWU|FBU|RCN|NAHT|ASCL"
    "|TSSA|BECTU|Bectu|Napo|NAPO|Unite|UNITE|POA|EIS|NUJ|NALGO|NUPE|TGWU|Amicus|NUT"
    "|Equity|FDA|BMA|RCM|SWU|UCAC|INTO|UTU|NIPSA|BFAWU|BALPA|Nautilus|URTU|UVW|IWGB)"
)

_WHO_CAME = re.compile(
    rb"\b(?i:present|in attendance|attendance|attended|apologies|new members|lapsed|joined|stewards"
    rb"|members)\b[^\n]{0,20}?[:\t][ \t]{0,8}(?:[A-Z][\w'\-\x80-\xff]+ ){1,3}[A-Z\xc3-\xc5][a-z]"
)
_MINUTES_BYTES = 400
_LED_BY = re.compile(rf"\b{_UNIONS}(?: [A-Z]\w+){{0,3}} \Z".encode())


def _lists_its_members(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the union whose branch meets, where the minutes below say who was there."""
    union = _LED_BY.search(data, max(0, start - _LED_BYTES), start)
    if union is None or not _WHO_CAME.search(data, end, end + _MINUTES_BYTES):
        return None
    return union.start(), end


def canonical(text: str) -> str | None:
    """Return the union that ``text`` names, or what it says of a membership."""
    return "member's number" if _MEMBERS_NUMBER.fullmatch(text) else _named(text)


def _named(text: str) -> str | None:
    if folded(text) in ("yes", "y"):  # answers a field that asks
        return "yes"
    return term_in(text, _TERMS)


_MEMBERS_NUMBER = re.compile(r"[0-9]{5,9}")  # under a heading that names the union
_NUMBER_HEADERS = tuple(
    f"{union} {number}"
    for union in ("union", "trade union", "unison", "unite", "gmb", "nasuwt", "neu", "pcs", "rcn")
    for number in (
        "no",
        "number",
        "membership no",
        "membership number",
        "member no",
        "ref",
        "membership",
    )
)
_BEGINS = re.compile(rf"{_UNIONS}\b")
_PAYSLIP_BYTES = 300
_DEDUCTION = re.compile(
    rb"\b(PAYE|income tax|tax|NI|nat\.? ins\w*|national insurance|pension|LGPS|superann\w*)\b"
    rb"[ \t.:]{1,40}[0-9,]{1,6}\.[0-9]{2}\b",
    re.IGNORECASE,
)
_LEAST_CELLS = 2
_LEAST_UNHEADED = 4


def _of_branches(cells: list[str]) -> bool:
    """Return whether half of some cells begin with a union's name, at least two: "NEU Schools"."""
    right = sum(_BEGINS.match(cell) is not None for cell in cells)
    return right >= _LEAST_CELLS and 2 * right >= len(cells)


def _are_unions(cells: list[str]) -> bool:
    """Return whether all of some cells begin with a union's name, of a list without heading.

    >>> _are_unions(["GMB", "Unite", "GMB", "UNISON"]), _are_unions(["GMB", "Depot", "Hall"])
    (True, False)
    """
    return len(cells) >= _LEAST_UNHEADED and all(map(_BEGINS.match, cells))


def _deducted(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the union whose subscription a payslip deducts, among tax and National Insurance."""
    del end
    around = data[max(0, start - _PAYSLIP_BYTES) : start + _PAYSLIP_BYTES]
    kinds = {match[1].lower() for match in _DEDUCTION.finditer(around)}
    name = re.match(rb"[A-Za-z]+", data[start : start + _LED_BYTES])
    return None if name is None or len(kinds) < 2 else (start, start + name.end())


def _union_paid(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the union that somebody's pay is sent to: "unite_subs": "14.00"."""
    name = re.match(rb"[A-Za-z]+", data[start:end])
    return None if name is None else in_a_record(data, start, start + name.end())


DETECTOR = Detector(
    entity="UNION_DATA",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="trade union membership",
    source="UK GDPR, article 9",
    forms=(
        Form(
            "member of a union, in a record of one person",
            r"\b(?:[Mm]ember(?:ship)? (?:of|with)|[Jj]oin(?:ed|s|ing)?|[Bb]elongs to|[Ll]eft"
            rf"|[Ss]ubs (?:to|for)|[Rr]epresented by"
            r"|[Rr]esigned from|[Rr]ejoined|(?:[Ii]s|[Ww]as|[Bb]een|[Aa]m|I'm) in|[Aa]elod o"
            r"|[Rr]ep(?:resentative)? (?:from|for)|[Ss]teward (?:for|of)|[Oo]rganiser (?:for|of))"
            rf" (?:the )?{_UNIONS}\b",
            0.80,
            Scan.CASE,
            in_a_record,
        ),
        Form(
            "member of a union, in a record of one person",
            rf"\b{_UNIONS} (?:[Mm]ember(?:ship)?|[Rr]ep(?:resentative)?|[Ss]teward|[Ss]ubs"
            r"|[Ss]ubscriptions?|[Dd]ues|[Cc]ard|[Cc]onvenor|[Oo]rganiser|[Pp]icket"
            r"|(?:[Rr]egional|[Ff]ull[ -][Tt]ime) (?:[Oo]fficer|[Oo]rganiser)"
            r"|[Bb]ranch [Ss]ecretary)\b",
            0.75,
            Scan.CASE,
            in_a_record,
        ),
        Form(
            "minutes of a branch, which list who was there",
            r"\bbranch (?:committee|meeting|minutes|agm|executive|officers)\b",
            0.75,
            expand=_lists_its_members,
        ),
        Form(
            "union that pay is sent to, in a record of one person",
            r"\b(?:unison|unite|gmb|nasuwt|neu|pcs|ucu|rmt|fbu|cwu|usdaw|rcn)[ _]"
            r"(?:subs?|dues|deductions?|contributions?)[\x22']?[ \t]?[:=>\t.]",
            0.75,
            expand=_union_paid,
        ),
        Form(
            "union among what a payslip deducts",
            rf"\b{_UNIONS}(?: {{2,30}}|\t|[ .:]{{3,40}})[0-9]{{1,2}}\.[0-9]{{2}}\b",
            0.75,
            Scan.CASE,
            _deducted,
        ),
        *record_forms("union"),
        everyday_field_form("member of", _named),
        field_form(r"trade union|union membership|union|undeb(?: llafur)?", _named),
    ),
    check=canonical,
    check_name="known union",
    pass_rate=0.5,
    headers=(
        "trade union", "union", "union name", "union membership", "tu membership", "union member",
        "trade union membership", "union deduction type", "union dedn", "union ded", "tu",
        "tu subs", "union subs",
        "union subscription", "union subscriptions", "union dues", "tu deduction", "tu name",
        *_NUMBER_HEADERS, "union deduction", "union code", "union rep", "undeb llafur", "undeb",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    among_people=_of_branches,
    typed_beside=_are_unions,
    version=7,
)  # fmt: skip
