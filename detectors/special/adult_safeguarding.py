"""Safeguarding of adults, domestic abuse and modern slavery, in a record of one person.

Shape     a term of art (section 42 enquiry, MARAC, DoLS, no recourse to public funds) whose
          sentence or record speaks of one person; a kind of abuse in a field or a column.
Check     the term is in our list.
Chance    high for the term alone: policies, training and committee reports hold it.
Category  special category: it mostly tells of health or of offences.
Source    Care Act 2014, section 42; terms compiled, 2026-11-25, without the documents at hand.

>>> canonical("Financial abuse (alleged)")
'financial abuse'
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form, Shown
from detectors.special.attribution import in_a_record, record_forms
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form
from detectors.special.lexicon import term_in, terms

_TERMS = terms("adult_safeguarding")
_CLOSE = "(?:husband|wife|partner|ex|ex-partner|boyfriend|girlfriend|son|daughter|carer|neighbour)"
_HARM = (
    "(?:hits?|hit|hitting|slap(?:s|ped)|beats?|punche[sd]|kick(?:s|ed)|strangled|abuse[sd]|raped"
    "|threatens|threatened to kill|controls|steals|stole|took (?:his|her) (?:money|pension|card))"
)
_TOLD = re.compile(rf"{_CLOSE}.* {_HARM}$", re.IGNORECASE | re.DOTALL)


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; what was disclosed is not repeated."""
    return term_in(text, _TERMS) or ("disclosure" if _TOLD.search(text) else None)


DETECTOR = Detector(
    entity="ADULT_SAFEGUARDING",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="safeguarding of an adult, domestic abuse or slavery",
    source="Care Act 2014, section 42",
    forms=(
        *record_forms("adult_safeguarding"),
        Form(
            "disclosure, in a record of one person",
            r"\b(?:disclosed|alleged|alleges|told (?:me|us|staff|the \w+)|says|said)(?: that)?"
            rf"(?: \w+){{0,2}} {_CLOSE}(?: \w+){{0,3}} {_HARM}\b",
            0.75,
            expand=in_a_record,
        ),
        field_form(
            r"type of abuse|abuse type|category of abuse|safeguarding concern"
            r"|nature of (?:abuse|concern)",
            canonical,
        ),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "type of abuse", "abuse type", "type of harm", "safeguarding concern type", "abuse",
        "safeguarding", "safeguarding concern", "category of abuse", "nature of abuse", "dols",
        "dols status", "alert type", "concern type", "vulnerability", "safeguarding category",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    version=2,
)  # fmt: skip
