"""Criminal offence data: convictions, offences and alleged ones of a person (UK GDPR, article 10).

Shape     a term of art (convicted, cautioned, on bail, released on licence), an offence after
          "charged with", or an offence in a field or a column headed so.
Check     the term is in our lists.
Chance    high for an offence alone: reports on crime and policies hold it.
Category  criminal offence.
Source    Data Protection Act 2018, section 11(2); lists in detectors/data/NOTICE (Home Office
          offence codes), 2026-11-25; everyday and Welsh terms compiled, 2026-11-26.

>>> canonical("Common assault 1999")
'common assault'
"""

from __future__ import annotations

from detectors.base import Category, Detector, Form, Shown
from detectors.special.attribution import after_link, record_forms
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form
from detectors.special.lexicon import folded, term_in, terms

_TERMS = terms("criminal_offence", "offences.csv")
_LINKS = (
    r"\b(?:convicted of|convictions? for|charged with|arrested for|arrested on suspicion of"
    r"|cautioned for|caution for|prosecuted for|(?:found|pleaded) guilty (?:of|to)"
    r"|sentence for|investigated for|prison for|wanted for|suspected of|offence of) "
)


def canonical(text: str) -> str | None:
    """Return the longest term in ``text``; "yes" stays, for it answers a field that asks."""
    value = folded(text)
    return "yes" if value in ("yes", "y") else term_in(value, _TERMS)


DETECTOR = Detector(
    entity="CRIMINAL_OFFENCE_DATA",
    category=Category.CRIMINAL_OFFENCE,
    shown=Shown.NOTHING,
    title="criminal offence, conviction or proceedings",
    source="UK GDPR, article 10; Data Protection Act 2018, section 11",
    forms=(
        *record_forms("criminal_offence"),
        Form("after a word that says it of a person", _LINKS, 0.80, expand=after_link(_TERMS)),
        field_form(
            r"index offence|nature of offence|offences?(?: charged)?|convictions?(?: declared)?"
            r"|cautions?|criminal record|charges?|previous convictions|euogfarnau|trosedd(?:au)?",
            canonical,
        ),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "offence", "offences", "index offence", "offence type", "conviction", "convictions",
        "cautions", "criminal record", "offence description", "previous convictions",
        "dbs disclosure", "dbs result", "dbs disclosures", "charge", "charges", "offending",
        "offending history", "criminal convictions", "convictions declared", "unspent convictions",
        "risk flag", "warning", "warnings", "warning marker", "warning markers", "alerts", "flags",
        "euogfarnau", "trosedd", "troseddau",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    version=2,
)  # fmt: skip
