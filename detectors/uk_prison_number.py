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

_NUMBER = re.compile("[A-Z][0-9]{4}[A-Z]{2}")
_EXAMPLES = frozenset({"A1234BC", "A1234AA"})  # in guides and documentation


def canonical(text: str) -> str | None:
    """Return the seven characters of ``text`` if they have the shape, else None."""
    compact = "".join(text.upper().split())
    return compact if _NUMBER.fullmatch(compact) else None


def note(value: str) -> str | None:
    """Say so where documentation publishes the number."""
    return EXAMPLE_VALUE if value in _EXAMPLES else None


DETECTOR = Detector(
    entity="UK_PRISON_NUMBER",
    category=Category.CRIMINAL_OFFENCE,
    title="prison number",
    source="HMPPS prisoner search",
    forms=(),
    near=(Form("number", r"[a-z] ?[0-9]{4} ?[a-z]{2}\b", 0.40),),
    check=canonical,
    check_name="well formed",
    pass_rate=0.9,
    supporting=(
        "prison number", "prison no", "prison num", "prison id", "prisoner number",
        "prisoner no", "prisoner id", "noms", "noms no", "noms number", "noms id", "nomis",
        "nomis no", "nomis number", "nomis id", "offender no", "offender number",
        "rhif carcharor",
    ),
    headers=(
        "prison number", "prison no", "prison id", "prisoner number", "prisoner no",
        "prisoner id", "noms", "noms no", "noms number", "noms id", "nomis", "nomis no",
        "nomis number", "nomis id", "offender no", "offender number", "rhif carcharor",
    ),
    note=note,
    strength=Strength.ONE_PERSON,
)  # fmt: skip
