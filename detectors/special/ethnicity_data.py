"""Ethnicity: the racial or ethnic origin of a person (UK GDPR, article 9).

Shape     a group of the census or a code of the school census, in a field or a column headed so;
          a group said of a person; "of Somali origin".
Check     the group is in our lists.
Chance    high for the group alone.
Category  special category.
Source    lists in detectors/data/NOTICE (census 2021, school census), 2026-11-25.

>>> canonical("Asian, Asian British or Asian Welsh: Indian")
'asian asian british or asian welsh indian'
>>> canonical("not stated") is None
True
"""

from __future__ import annotations

from detectors.base import Category, Detector, Form, Scan, Shown
from detectors.special.attribution import IS, in_a_record, said_forms
from detectors.special.fields import SUMMARY_HEADERS, field_form
from detectors.special.lexicon import folded, term_in, terms

_TERMS = terms("ethnicity", "ethnic_groups.csv", "nationalities.csv")
_ORIGIN = ("origin", "heritage", "descent", "background", "ethnicity")


def canonical(text: str) -> str | None:
    """Return the group that ``text`` is, or of which it says "of ... origin"."""
    value = folded(text)
    if value in _TERMS:
        return value
    return term_in(value, _TERMS) if value.endswith(_ORIGIN) else None


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
            r"\bof (?:[Mm]ixed )?[A-Z][A-Za-z\-]{2,15}(?:(?: and)? [A-Z][a-z]{2,12}){0,4}"
            r" (?:origin|heritage|descent|background|ethnicity)\b",
            0.75,
            Scan.CASE,
            in_a_record,
        ),
        field_form(
            r"ethnicity|ethnic (?:origin|group|background|code)|race",
            canonical,
        ),
    ),
    check=canonical,
    check_name="known group",
    pass_rate=0.5,
    headers=(
        "ethnicity", "ethnic origin", "ethnic group", "ethnic background", "ethnicity code",
        "ethnic code", "race", "ethnic", "ethnicity description", "self defined ethnicity",
        "officer defined ethnicity",
    ),
    summary_headers=SUMMARY_HEADERS,
)  # fmt: skip
