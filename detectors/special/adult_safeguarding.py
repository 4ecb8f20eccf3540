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

from detectors.base import Category, Detector, Shown
from detectors.special.attribution import record_forms
from detectors.special.fields import SUMMARY_HEADERS, field_form
from detectors.special.lexicon import term_in, terms

_TERMS = terms("adult_safeguarding")


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``."""
    return term_in(text, _TERMS)


DETECTOR = Detector(
    entity="ADULT_SAFEGUARDING",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="safeguarding of an adult, domestic abuse or slavery",
    source="Care Act 2014, section 42",
    forms=(
        *record_forms("adult_safeguarding"),
        field_form(r"type of abuse|abuse type|category of abuse|safeguarding concern", canonical),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=("type of abuse", "abuse type", "type of harm", "safeguarding concern type"),
    summary_headers=SUMMARY_HEADERS,
)
