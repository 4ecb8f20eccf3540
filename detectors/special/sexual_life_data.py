"""Sex life and sexual orientation of a person (UK GDPR, article 9); with these, being trans.

Shape     an orientation said of a person ("he told me that he is gay"), a term of art, or an
          orientation in a field or a column headed so.
Check     the term is in our list.
Chance    high for the word alone: names of streets, choirs and festivals hold it.
Category  special category.
Source    ICO's list of special categories, read 2026-11-25; terms of the census 2021, compiled;
          Welsh ones, 2026-11-26.

>>> canonical("Gay or lesbian")
'gay or lesbian'
"""

from __future__ import annotations

from detectors.base import Category, Detector, Shown
from detectors.special.attribution import record_forms, said_forms
from detectors.special.fields import SUMMARY_HEADERS, everyday_field_form, field_form
from detectors.special.lexicon import TermStrength, folded, terms, whole_term, written
from detectors.special.links import IS
from detectors.special.notes import noted

canonical = whole_term(terms("sexual_life"))
_NAMED = frozenset(map(folded, written("sexual_life", TermStrength.NAMED)))

_ORIENTATIONS = _NAMED | {"bi", "gay man", "gay woman", "trans boy", "trans girl"}
_LEAST_CELLS = 3


def _are_orientations(cells: list[str]) -> bool:
    """Return whether most of some cells are orientations or identities, and nothing else.

    >>> _are_orientations(["gay", "lesbian", "bi", "trans boy"]), _are_orientations(["trans"] * 2)
    (True, False)
    """
    said = [folded(cell) for cell in cells]
    known = sum(each in _ORIENTATIONS for each in said)
    return known >= _LEAST_CELLS and 2 * known > len(said)


DETECTOR = Detector(
    entity="SEXUAL_LIFE_DATA",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="sex life or sexual orientation",
    source="UK GDPR, article 9",
    forms=(
        *said_forms("sexual_life", IS),
        *record_forms("sexual_life"),
        field_form(
            r"sexual orientation|sexuality|sexual identity|gender identity|cyfeiriadedd rhywiol",
            canonical,
        ),
        everyday_field_form("orientation|identifies as", canonical),
    ),
    check=canonical,
    check_name="known term",
    pass_rate=0.5,
    headers=(
        "sexual orientation", "sexuality", "orientation", "sexual identity", "gender identity",
        "trans status", "sexual orient", "sex orientation", "sexual preference", "lgbt",
        "identifies as", "gender reassignment", "transgender", "trans", "cyfeiriadedd rhywiol",
    ),
    summary_headers=SUMMARY_HEADERS,
    among_people=_are_orientations,
    noted=noted(_NAMED),
    version=7,
)  # fmt: skip
