"""Prison number (NOMIS, NOMS): names one person in the prisons of England and Wales.

Shape     a letter, four digits, two letters: A1234BC.
Check     none.
Chance    any text of the shape passes, and stock codes have it: only after a label or in a headed
          column.
Category  criminal offence data.
Source    HMPPS, prisoner search (ministryofjustice/hmpps-prisoner-search), prisoner number; read
          2026-11-25.

>>> canonical("a1234bc")
'A1234BC'
>>> canonical("A1234B") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Strength

_CHARS = len("A1234BC")
_THING = re.compile(
    rb"\b(?:parts?|stock|order(?:ed|s)?|items?|codes?|batch|products?|drawing|asset|model|serial"
    rb"|units?|deliver(?:y|ed)|invoice|sku|lot|van|vehicle|reg)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile("[A-Z][0-9]{4}[A-Z]{2}")
_EXAMPLES = frozenset({"A1234BC", "A1234AA"})  # in guides and documentation


def canonical(text: str) -> str | None:
    """Return the seven characters of ``text`` if they have the shape, else None."""
    compact = "".join(text.upper().split())
    return compact if _NUMBER.fullmatch(compact) else None


def note(value: str) -> str | None:
    """Say so where documentation publishes the number."""
    return EXAMPLE_VALUE if value in _EXAMPLES else None


def last_seven(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the number that ends a trigger, unless a thing that has numbers is named before it."""
    span = data[end - _CHARS : end]
    plain = span.isupper() or span.islower()
    return (end - _CHARS, end) if plain and _THING.search(data, start, end) is None else None


DETECTOR = Detector(
    entity="UK_PRISON_NUMBER",
    category=Category.CRIMINAL_OFFENCE,
    title="prison number",
    source="HMPPS prisoner search",
    forms=(
        Form(
            "after the prison",
            r"\b(?:hmp(?: ?(?:/|&|and) ?yoi)?|hm prison|hmyoi|yoi|prison|prisoner|in custody"
            r"|on remand|remanded|carchar|carcharor)\b[^0-9\n]{1,40}\b[a-z][0-9]{4}[a-z]{2}\b",
            0.85,
            expand=last_seven,
        ),
    ),
    near=(Form("number", r"[a-z] ?[0-9]{4} ?[a-z]{2}\b", 0.40),),
    check=canonical,
    check_name="well formed",
    pass_rate=0.9,
    supporting=(
        "prison number", "prison no", "prison num", "prison id", "prisoner number",
        "prisoner no", "prisoner id", "noms", "noms no", "noms number", "noms id", "nomis",
        "nomis no", "nomis number", "nomis id", "offender no", "offender number",
        "rhif carcharor", "prisoner", "prisoner ref", "prison ref", "prison roll number",
        "noms ref", "inmate no", "inmate number", "custody no", "custody number", "pnomis",
        "pnomis no", "p-nomis", "p-nomis no", "cnomis", "c-nomis", "nomis ref", "prn no",
        "prisoner num", "prisoners no", "offender id", "offender ref", "rhif carchar",
    ),
    beside_remarks=True,
    headers=(
        "prison number", "prison no", "prison id", "prisoner number", "prisoner no",
        "prisoner id", "noms", "noms no", "noms number", "noms id", "nomis", "nomis no",
        "nomis number", "nomis id", "offender no", "offender number", "rhif carcharor",
        "prisoner ref", "prison ref", "noms ref",
        "inmate no", "inmate number", "prison roll number", "pnomis", "pnomis no", "p nomis",
        "p nomis no", "cnomis", "c nomis", "nomis ref", "prison num", "prisoner num", "inmate",
        "prison roll no", "custody no", "custody number", "offender id", "offender ref",
        "rhif carchar",
    ),
    note=note,
    strength=Strength.ONE_PERSON,
    version=2,
)  # fmt: skip
