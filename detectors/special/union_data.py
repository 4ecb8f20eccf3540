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

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import in_a_record, record_forms
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form
from detectors.special.lexicon import term_in, terms

_TERMS = terms("union", "trade_unions.csv")
_UNIONS = (
    "(?:UNISON|Unison|GMB|NASUWT|NEU|PCS|USDAW|Usdaw|UCU|RMT|ASLEF|Aslef|CWU|FBU|RCN|NAHT|ASCL"
    "|TSSA|BECTU|Bectu|Napo|NAPO|Unite|UNITE|POA|EIS|NUJ|NALGO|NUPE|TGWU|Amicus|NUT"
    "|Equity|FDA|BMA|RCM|SWU|UCAC|INTO|UTU|NIPSA|BFAWU|BALPA|Nautilus|URTU|UVW|IWGB)"
)


def canonical(text: str) -> str | None:
    """Return the union that ``text`` names, or what it says of a membership."""
    return term_in(text, _TERMS)


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
            rf"|[Ss]ubs (?:to|for)|[Rr]epresented by|[Ii]s in|[Ww]as in|[Aa]elod o)"
            rf" (?:the )?{_UNIONS}\b",
            0.80,
            Scan.CASE,
            in_a_record,
        ),
        Form(
            "member of a union, in a record of one person",
            rf"\b{_UNIONS} (?:[Mm]ember(?:ship)?|[Rr]ep(?:resentative)?|[Ss]teward|[Ss]ubs"
            r"|[Ss]ubscriptions?|[Dd]ues|[Cc]ard|[Bb]ranch [Ss]ecretary)\b",
            0.75,
            Scan.CASE,
            in_a_record,
        ),
        *record_forms("union"),
        field_form(r"trade union|union membership|union|undeb(?: llafur)?", canonical),
    ),
    check=canonical,
    check_name="known union",
    pass_rate=0.5,
    headers=(
        "trade union", "union", "union name", "union membership", "tu membership", "union member",
        "trade union membership", "union deduction type", "union dedn", "union ded", "tu",
        "tu subs", "union subs",
        "union subscription", "union subscriptions", "union dues", "tu deduction", "tu name",
        "union deduction", "union code", "union rep", "undeb llafur", "undeb",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    version=3,
)  # fmt: skip
