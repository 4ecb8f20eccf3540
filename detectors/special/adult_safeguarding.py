"""Safeguarding of adults, domestic abuse and modern slavery, in a record of one person.

Shape     a term of art (section 42 enquiry, MARAC, DoLS, no recourse to public funds) whose
          sentence or record speaks of one person; a kind of abuse in a field or a column.
Check     the term is in our list.
Chance    high for the term alone: policies, training and committee reports hold it.
Category  special category: it mostly tells of health or of offences.
Source    Care Act 2014, section 42; terms compiled, 2026-11-26, without the documents at hand.

>>> canonical("Financial abuse (alleged)")
'financial abuse'
"""

from __future__ import annotations

from detectors.base import Category, Detector, Form, Shown
from detectors.special.attribution import record_forms
from detectors.special.disclosure import (
    MARKS,
    deprived_form,
    disclosure_form,
    harm_form,
    is_disclosure,
    marks_where,
)
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form
from detectors.special.lexicon import term_in, terms, words
from detectors.special.notes import noted

_TERMS = terms("adult_safeguarding")
_ALONE = words("domestic emotional physical financial sexual psychological neglect exploitation")
_CLOSE = "husband|wife|partner|ex|boyfriend|girlfriend|son|daughter|carer|neighbour|nephew|niece"


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; what was disclosed is not repeated."""
    return term_in(text, _TERMS) or ("disclosure" if is_disclosure(text) else None)


DETECTOR = Detector(
    entity="ADULT_SAFEGUARDING",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="safeguarding of an adult, domestic abuse or slavery",
    source="Care Act 2014, section 42",
    forms=(
        *record_forms("adult_safeguarding"),
        disclosure_form(_CLOSE),
        harm_form(_CLOSE),
        deprived_form(f"{_CLOSE}|he|she|they|friend|lodger|I"),
        Form(
            "marks on somebody, in a record of one person",
            MARKS,
            0.75,
            expand=marks_where(rb"care home|carers?|resident|nephew|niece|lives alone|lives with"
                               rb"|adult|dementia|room \d|safeguarding adults|her son|his son"),
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
    noted=noted(_TERMS - _ALONE),
    version=7,
)  # fmt: skip
