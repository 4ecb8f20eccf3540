"""Safeguarding of children, care and special educational needs, in a record of one child.

Shape     a term of art (child protection plan, section 47, LADO, EHCP, looked after child) whose
          sentence or record speaks of one person; a status in a field or a column headed so.
Check     the term is in our list.
Chance    high for the term alone: policies, training and committee reports hold it.
Category  children. No category of the law by itself, but what a council must guard most.
Source    Children Act 1989, sections 17, 20, 31 and 47; Working Together to Safeguard Children;
          terms compiled, 2026-11-25, without the documents at hand.

>>> canonical("On CP plan")
'cp plan'
"""

from __future__ import annotations

from detectors.base import Category, Detector, Shown
from detectors.special.attribution import record_forms
from detectors.special.fields import SUMMARY_HEADERS, field_form
from detectors.special.lexicon import term_in, terms

_TERMS = terms("child_safeguarding")


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``."""
    return term_in(text, _TERMS)


DETECTOR = Detector(
    entity="CHILD_SAFEGUARDING",
    category=Category.CHILDREN,
    shown=Shown.NOTHING,
    title="safeguarding, care or special needs of a child",
    source="Children Act 1989",
    forms=(
        *record_forms("child_safeguarding"),
        field_form(
            r"legal status|sen status|sen provision|cp status|plan type|category of (?:abuse|need)"
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
        "ehcp", "child protection", "child in need",
    ),
    summary_headers=SUMMARY_HEADERS,
)  # fmt: skip
