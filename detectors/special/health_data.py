"""Health: a condition, disability, medicine or treatment of a person (UK GDPR, article 9).

Shape     a term for a condition or medicine, said of a person by a link ("she has", "diagnosed
          with", "his"), in a field ("Medication:") or in a column headed so.
Check     the term is in our lists.
Chance    high for the term alone, which leaflets and policies hold too: never believed without
          a person.
Category  health (UK GDPR, article 4(15); recital 35).
Source    lists in detectors/data/NOTICE, 2026-11-25; ICO's list of special categories, read
          2026-11-25.

>>> canonical("Yes - mild asthma")
'asthma'
>>> canonical("None") is None
True
"""

from __future__ import annotations

from functools import lru_cache

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import (
    STATED,
    after_link,
    in_a_record,
    record_forms,
    said_forms,
)
from detectors.special.fields import SUMMARY_HEADERS, field_form
from detectors.special.lexicon import folded, term_in, terms

_KEPT_VALUES = 1 << 14  # cells of a column recur
_TERMS = terms("health", "conditions.csv", "medicines.csv")
_LINKS = (
    r"\b(?:diagnosed (?:with|as)|diagnosed w/|diagnosis of|suffer(?:s|ed|ing)? (?:from|with)"
    r"|treat(?:ed|ment) for|allergic to|prescribed|history of|admitted with|recovering from"
    r"|signed off (?:work )?(?:with|due to)|off (?:work |sick )(?:with|due to)"
    r"|register(?:ed)? (?:as )?(?:blind|disabled)|medication for) "
)
_SHORT = r"\b(?:has|have|had|with|of|got) (?:MS|ME|TB|ADD|PDA|TIAs|DVT)\b"  # words otherwise


@lru_cache(_KEPT_VALUES)
def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; "yes" stays, for it answers a field that asks."""
    if folded(text) in ("yes", "y"):
        return "yes"
    return term_in(text, _TERMS)


DETECTOR = Detector(
    entity="HEALTH_DATA",
    category=Category.HEALTH,
    shown=Shown.NOTHING,
    title="term for a health condition, medicine or treatment",
    source="UK GDPR, articles 4(15) and 9",
    forms=(
        *said_forms("health", STATED),
        *record_forms("health"),
        Form("after a word that says it of a person", _LINKS, 0.80, expand=after_link(_TERMS)),
        Form("said of a person by a link", _SHORT, 0.75, Scan.CASE, in_a_record),
        field_form(
            r"medical conditions?|health conditions?|medical needs?|diagnosis|diagnoses|disability"
            r"|disabilities|medications?|allerg(?:y|ies)|primary need|current medication"
            r"|reason for (?:absence|sickness)|sickness reason|nature of (?:illness|disability)"
            r"|impairment|dietary needs",
            canonical,
        ),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "disability", "disabilities", "disability type", "medical condition", "medical conditions",
        "health condition", "health conditions", "diagnosis", "medication", "medications",
        "medical needs", "medical notes", "allergies", "allergy", "reason for absence",
        "absence reason", "sickness reason", "reason for sickness", "illness", "nature of illness",
        "sen primary need", "primary need", "sen need", "sen type", "impairment", "disabled",
    ),
    summary_headers=SUMMARY_HEADERS,
)  # fmt: skip
