"""Ethnicity: the racial or ethnic origin of a person (UK GDPR, article 9).

Shape     a group of the census or a code of the school census, in a field or a column headed so;
          a group said of a person; "of Somali origin".
Check     the group is in our lists.
Chance    high for the group alone.
Category  special category.
Source    lists in detectors/data/NOTICE (census 2021, school census), 2026-11-25; groups of
          the censuses of Scotland and Northern Ireland, extended codes of the school census and
          Welsh names compiled without the documents at hand, 2026-11-26.

>>> canonical("Asian, Asian British or Asian Welsh: Indian")
'asian asian british or asian welsh indian'
>>> canonical("not stated") is None
True
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import after_link, in_a_record, said_forms
from detectors.special.fields import (
    OF_WORK,
    SUMMARY_HEADERS,
    everyday_field_form,
    field_form,
)
from detectors.special.lexicon import (
    TermStrength,
    folded,
    opens_with,
    term_in,
    terms,
    written,
)
from detectors.special.links import IS
from detectors.special.ticks import answered

_TERMS = terms("ethnicity", "ethnic_groups.csv", "nationalities.csv")
_GROUPS = _TERMS - frozenset({"other", "mixed", "any other", "refused"})
_ORIGIN = (
    "origin", "heritage", "descent", "background", "ethnicity", "community", "family", "parentage",
)  # fmt: skip
_LINKS = (
    r"\b(?:(?:describes?|described|identif(?:y|ies|ied)|self-identif(?:ies|ied)|sees"
    r"|class(?:es|ed)) (?:(?:him|her|them)sel(?:f|ves) )?as"
    r"|(?:ethnicity|ethnic (?:origin|group|background)) (?:(?:recorded|given|stated|noted) as|is"
    r"|was|as)) "
)
_OF = r"\b(?:ethnicity|ethnic (?:origin|group|background)) of\b"
_RECORDED = re.compile(rb"[^.!?\n\t:]{2,50}? (?:is|was|as) ")
_OF_ONE = frozenset(
    term for term in _TERMS if term.startswith(("white ", "black ", "asian ", "mixed ", "gwyn "))
) | frozenset(folded(term) for term in written("ethnicity", TermStrength.WEAK) if len(term) == 4)
_POLICE = re.compile(r"ic[1-9] (?:fe)?male")
_CODE_BEFORE = re.compile(r"(?:\d{2}|[WMABO]\d{1,2}) (?=[A-Z])")
"""A code of the learners' record or of the police before its group: "39 Indian", "W1 British"."""
_SEEN_AS = re.compile(
    r"(black|white|asian|mixed[ -]race|chinese|arab|oriental|mediterranean) "
    r"(?:british )?(?:male|female|man|woman|boy|girl|lady|youth|teenager)"
)
"""How somebody is described: "an Asian woman"."""
_SPLIT = re.compile(r"\s[-:]\s|[()]")


def canonical(text: str) -> str | None:
    """Return the group that ``text`` is, or of which it says "of ... origin"."""
    text = _CODE_BEFORE.sub("", answered(text))
    value = folded(text)
    if value in _TERMS:
        return value
    if value.endswith(_ORIGIN):
        return term_in(value, _TERMS)
    if _POLICE.fullmatch(value):
        return value[:3]
    if seen := _SEEN_AS.fullmatch(value):
        return seen[1]
    parts = _SPLIT.split(text)  # "W1 - White British", "White British (WBRI)"
    return next((one for one in map(folded, parts[:3]) if one in _TERMS), None)


def _group_recorded(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the group that is recorded as the ethnicity of somebody."""
    recorded = _RECORDED.match(data, end)
    return None if recorded is None else _AFTER_LINK(data, start, recorded.end())


def _are_groups(cells: list[str]) -> bool:
    """Return whether nearly all cells of a list without heading are ethnic groups, or their codes.

    >>> _are_groups(["White British", "Black African", "WBRI", "Asian Indian"])
    True
    """
    known = sum(folded(cell) in _OF_ONE for cell in cells)
    return known >= _LEAST_CELLS and known >= _NEARLY_ALL * len(cells)


_LEAST_CELLS, _NEARLY_ALL = 4, 0.8
_AFTER_LINK = after_link(_GROUPS)

DETECTOR = Detector(
    entity="ETHNICITY_DATA",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="racial or ethnic origin",
    source="UK GDPR, article 9; census 2021",
    forms=(
        *said_forms("ethnicity", IS),
        Form(
            "of an origin, in a record of one person",
            r"\b(?:of|from)(?: an?| the)? (?:[Mm]ixed )?[A-Z][A-Za-z\-]{2,15}"
            r"(?:(?: and)? [A-Z][a-z]{2,12}){0,4}"
            r" (?:origin|heritage|descent|background|ethnicity|parentage|community|family)\b",
            0.75,
            Scan.CASE,
            in_a_record,
        ),
        Form("after a word that says it of a person", _LINKS, 0.80, expand=_AFTER_LINK),
        Form("recorded of a person", _OF, 0.80, expand=_group_recorded),
        Form(
            "description by the police, in a record of one person",
            r"\bIC[1-9] (?:fe)?male\b",
            0.70,
            expand=in_a_record,
        ),
        Form(
            "description, in a record of one person",
            r"\b(?:black|white|asian|mixed[ \-]race|chinese|arab|oriental|mediterranean) "
            r"(?:british )?(?:male|female|man|woman|boy|girl|lady|youth|teenager)\b",
            0.75,
            expand=in_a_record,
        ),
        field_form(
            r"ethnicity (?:code|group|category|description)|ethnicity"
            r"|ethnic (?:origin|group|background|code|category)|race|ethnigrwydd"
            r"|(?:tarddiad|cefndir|gr\xc3\xb5p|grwp) ethnig",
            canonical,
        ),
        everyday_field_form("heritage", canonical),
    ),
    check=canonical,
    check_name="known group",
    pass_rate=0.5,
    headers=(
        "ethnicity", "heritage", "cultural heritage", "ethnic category",
        "ethnic origin", "ethnic group", "ethnic background",
        "ethnicity code",
        "ethnic code", "race", "ethnic", "ethnicity description", "self defined ethnicity",
        "officer defined ethnicity", "eth", "ethnicity desc", "ethnic desc", "ethnic description",
        "eth origin", "eth group", "eth code", "ethnicity group", "ethnicity 18", "racial origin",
        "racial group", "race ethnicity", "sde", "ethnigrwydd", "tarddiad ethnig",
        "cefndir ethnig", "grŵp ethnig", "grwp ethnig",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    among_people=opens_with(_OF_ONE),
    typed_beside=_are_groups,
    version=7,
)  # fmt: skip
