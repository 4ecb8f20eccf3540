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

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import in_a_record, record_forms
from detectors.special.disclosure import disclosure_form, is_disclosure
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form
from detectors.special.lexicon import TermStrength, folded, term_in, terms, words, written
from detectors.special.notes import noted

_TERMS = terms("child_safeguarding")
_IN_NOTES = frozenset(map(folded, written("child_safeguarding", TermStrength.OF_ART))) | {
    *words("cin cp ehcp iep plac"), "care leaver", "foster care", "early help", "looked after",
    "child protection",
}  # fmt: skip
_KIN = (
    r"dad|daddy|father|mum|mummy|mam|mother|step\w+|uncle|aunt\w*|brother|grand\w+|cousin"
    "|babysitter|teacher|coach"
)
_HANDED_ON = re.compile(r"\bDSL$|safeguarding lead$", re.IGNORECASE)


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; what was disclosed is not repeated."""
    told = is_disclosure(text) or _HANDED_ON.search(text)
    return term_in(text, _TERMS) or ("disclosure" if told else None)


DETECTOR = Detector(
    entity="CHILD_SAFEGUARDING",
    category=Category.CHILDREN,
    shown=Shown.NOTHING,
    title="safeguarding, care or special needs of a child",
    source="Children Act 1989",
    forms=(
        *record_forms("child_safeguarding"),
        disclosure_form(_KIN),
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
        "ady", "aln status", "category of need", "cp category", "case type", "alerts", "flags",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    noted=noted(_IN_NOTES),
    version=3,
)  # fmt: skip
