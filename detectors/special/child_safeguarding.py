"""Safeguarding of children, care and special educational needs, in a record of one child.

Shape     a term of art (child protection plan, section 47, LADO, EHCP, looked after child) whose
          sentence or record speaks of one person; a status in a field or a column headed so.
Check     the term is in our list.
Chance    high for the term alone: policies, training and committee reports hold it.
Category  children. No category of the law by itself, but what a council must guard most.
Source    Children Act 1989, sections 17, 20, 31 and 47; Working Together to Safeguard Children;
          terms compiled, 2026-11-26, without the documents at hand.

>>> canonical("On CP plan")
'cp plan'
"""

from __future__ import annotations

import re
from dataclasses import replace

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import in_a_record, led_by, record_forms
from detectors.special.disclosure import (
    MARKS,
    disclosure_form,
    harm_form,
    is_disclosure,
    marks_where,
)
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form
from detectors.special.lexicon import TermStrength, folded, term_in, terms, words, written
from detectors.special.notes import noted

_LEAST_LETTERS = 5  # shorter ones are codes: "K", "S20", "CIN"
_TERMS = terms("child_safeguarding")
_IN_NOTES = frozenset(map(folded, written("child_safeguarding", TermStrength.OF_ART))) | {
    *words("cin cp ehcp iep plac"), "care leaver", "foster care", "early help", "looked after",
    "child protection",
}  # fmt: skip
_KIN = (
    r"dad|daddy|father|mum|mummy|mam|mother|step\w+|uncle|aunt\w*|brother|grand\w+|cousin"
    "|babysitter|teacher|coach"
)
_SPELT_OUT = frozenset(term for term in _TERMS if len(term) >= _LEAST_LETTERS)
_IN_CARE = re.compile(r"\bin(?:to)? (?:[a-z ]+ )?care \w+$|\babused \w+( a)?$", re.IGNORECASE)
_HARMED = (
    r"\b(?:pushed|hit|slapped|grabbed|pinched|shook|dragged|kicked|smacked|shoved|struck|restrained)"
    r" (?:the |a |another )?(?:child|pupil|boy|girl|baby|toddler|student|learner)\b"
)
_HARM_TO_ONE = re.compile(_HARMED, re.IGNORECASE)
_TOLD_BY_CHILD = re.compile(
    r"^(?:c[ao]mes?|gets|got) into |(?:to go|of going|of being|to go) home$"
    r"|^(?:str[ui]\w+|hits?|smacked|slapped|beats?|pushed|punched|kicked) \w"
    r"|^(?:Dad|Daddy|Mum|Mummy|Mam|stepdad) \w|^(?:locked out|home alone|left alone) \w"
)
_HANDED_ON = re.compile(r"\bDSL$|safeguarding lead$", re.IGNORECASE)


_OFFICES = words("mash lado cafcass cypmhs camhs dsl") | {
    "foster carer", "foster carers", "independent reviewing officer", "leaving care",
    "special guardian", "early help worker", "personal adviser",
}  # fmt: skip
"""What somebody works as, or where: "Foster carer" under "Trade", "MASH" under "Team"."""
_OPENS_CELL, _CLOSES_CELL = (
    re.compile(rb"(?:\A|[\t\n\r|>:][ \x22']{0,12})\Z"),
    re.compile(rb"[ \x22',]{0,12}(?:\Z|[\t\n\r|<])"),
)
_CELL_BYTES = 14
_OFFENCE_AFTER = re.compile(
    rb"[ ,]{1,2}(?:\(?(?:un)?lawful|malicious|wounding|assault|GBH|ABH|OAPA|grievous|inflict"
    rb"|of the (?:Offences|OAPA|Public Order|Theft|Road|Landlord)"
    rb"|notices?\b|consultations?\b|major works|qualifying works|LTA\b|of the LTA)",
    re.IGNORECASE,
)
"""What makes a section one of another act: "Section 20 wounding", "Section 20 notices" of works."""


def _of_a_child(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return a term of art in a record of one child, no office that fills a cell, no offence."""
    if _OFFENCE_AFTER.match(data, end):
        return None
    if folded(data[start:end].decode("utf-8", "replace")) in _OFFICES:
        opens = _OPENS_CELL.search(data, max(0, start - _CELL_BYTES), start)
        if opens and _CLOSES_CELL.match(data, end, end + _CELL_BYTES):
            return None
    return in_a_record(data, start, end)


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; what was disclosed is not repeated."""
    told = (
        is_disclosure(text)
        or _TOLD_BY_CHILD.search(text)
        or _HANDED_ON.search(text)
        or _HARM_TO_ONE.search(text)
    )
    if found := term_in(text, _TERMS) or ("disclosure" if told else None):
        return found
    return "in care" if _IN_CARE.search(text) else None


def _spelt_out(text: str) -> str | None:
    """Return a term after a label that others use too: one that is no code."""
    return term_in(text, _SPELT_OUT)


_CATEGORIES = frozenset(
    {
        *("neglect", "physical", "physical abuse", "emotional", "emotional abuse", "sexual"),
        *("sexual abuse", "domestic abuse", "home issues", "online", "online safety", "self harm"),
        *("bullying", "peer on peer", "child on child", "cse", "cce", "fgm", "radicalisation"),
    }
)
_SURELY = frozenset({"neglect", "physical abuse", "emotional abuse", "sexual abuse"})
"""Those that no catalogue of anything else holds."""


def _are_categories(cells: list[str]) -> bool:
    """Return whether half of some cells are categories of harm, and one surely so.

    >>> _are_categories(["Neglect", "Physical", "Home issues"]), _are_categories(["Physical"])
    (True, False)
    """
    said = [folded(cell) for cell in cells]
    known = [each for each in said if each in _CATEGORIES]
    return 2 * len(known) >= len(said) and not _SURELY.isdisjoint(known)


DETECTOR = Detector(
    entity="CHILD_SAFEGUARDING",
    category=Category.CHILDREN,
    shown=Shown.NOTHING,
    title="safeguarding, care or special needs of a child",
    source="Children Act 1989",
    forms=(
        *(replace(form, expand=_of_a_child) for form in record_forms("child_safeguarding")),
        disclosure_form(_KIN),
        harm_form("dad|daddy|father|mum|mummy|mam|mother|parents?|uncle|aunt\\w*|brother|grand\\w+"),
        Form(
            "marks on a child, in a record of one person",
            MARKS,
            0.75,
            expand=marks_where(rb"child|pupil|school|class|nursery|mum|mummy|dad|daddy|mam|boy|girl"
                               rb"|toddler|teacher|baby|young person"),
        ),
        Form(
            "what a child told, in a record of one person",
            r"\b(?:c(?:a|o)mes?|gets|got) into (?:my|his|her|the) (?:bed|bedroom|room) (?:at night"
            r"|when)\b|\b(?:scared|afraid|frightened) (?:to go|of going|of being) home\b"
            r"|\b(?:does not|doesn't|did not|didn't) want to go home\b"
            r"|\b(?:struck|strikes|hits|hit|smacked|slapped|beat|beats|pushed|punched|kicked) "
            r"[A-Z][a-z\x80-\xff'\-]{1,20} (?:with an?|across|on|in|down|over)\b"
            r"|\b(?:Dad|Daddy|Mum|Mummy|Mam|stepdad) (?:pushed|hits|hit|kicked|punched|hurts|hurt"
            r"|smacked|slapped|strangled|threw) (?:Mum|Mummy|Mam|Dad|Daddy|me|him|her|us)\b"
            r"|\b(?:locked out|home alone|left alone) (?:all night|overnight|at night|again|for"
            r"|while|when|since)\b",
            0.75,
            Scan.CASE,
            marks_where(rb"child|children|pupil|school|class|nursery|mum|mummy|dad|daddy|mother"
                        rb"|father|mam|boy|girl|teacher|young person"),
        ),
        Form(
            "in care, in a record of one person",
            r"\bin(?:to)? (?:local authority |council |public |residential |foster )?care"
            r" (?:in|from|between|since|as|under|for|until|till|and|aged|when|proceedings)\b",
            0.75,
            expand=led_by(
                "(?:was|were|is|am|been|being|went|came|still|now|placed|children|child|him|her)"
                "(?: back)?"
            ),
        ),
        Form("harm to a child, in a record of one person", _HARMED, 0.75, expand=in_a_record),
        Form(
            "abuse of a child, in a record of one person",
            r"\babused (?:at|as a|in|when|while|aged|from)\b",
            0.75,
            expand=led_by("(?:was|were|been)(?: (?:sexually|physically|emotionally))?"),
        ),
        Form(
            "handed on to who safeguards, in a record of one person",
            r"\b(?:spoke to|told|informed|refer(?:red|ral) to|reported to|logged with|passed to"
            r"|discussed with) (?:the |our )?(?:DSL|MASH|LADO"
            r"|[Dd]esignated [Ss]afeguarding [Ll]ead)\b",
            0.75,
            Scan.CASE,
            in_a_record,
        ),
        field_form(
            r"sen need|sen category|send status|care status|looked after|cin status"
            r"|legal status|sen status|sen provision|cp status|plan type|category of (?:abuse|need)"
            r"|looked after status|child in need|safeguarding category|ehcp",
            canonical,
        ),
        field_form(
            r"(?:nature of |main |presenting )?concerns?"
            r"|reason for (?:referral|contact|involvement)"
            r"|referral reason|presenting (?:issues?|needs?)|primary need code|risk factors?"
            r"|allegations?",
            _spelt_out,
        ),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "legal status", "sen status", "sen provision", "cp status", "plan type", "lac status",
        "category of abuse", "looked after status", "safeguarding category", "cin status", "sen",
        "ehcp", "child protection", "child in need", "ehcp sen", "sen ehcp", "sen code", "send",
        "send status", "sen stage", "sen provision type", "care status", "lac", "cla", "cin", "cp",
        "cin cp", "cla status", "cpp", "child status", "safeguarding", "safeguarding status",
        "safeguarding concern", "legal status code", "vulnerability", "vulnerable group", "aln",
        "ady", "aln status", "category of need", "cp category",
        "allegation", "allegations", "nature of allegation", "case type", "alerts", "flags",
    ),
    opposing_headers=tuple(each for each in OF_WORK if each != "category"),
    summary_headers=SUMMARY_HEADERS,
    among_people=_are_categories,
    doubtful_headers=("category", "main category", "concern category", "incident type"),
    under_doubtful=_are_categories,
    noted=noted(_IN_NOTES),
    version=7,
)  # fmt: skip
