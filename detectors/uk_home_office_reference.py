"""Home Office reference: names one person's application to enter or stay in the UK.

Shape     GWF0 and eight or nine digits (web form); a letter and seven digits, with a slash and
          the number of a dependant (Home Office reference, client number); sixteen digits in
          fours (UAN, unique application number).
Check     none; A0000000 is the Legal Aid Agency's code for "none".
Chance    any text of the shape passes. GWF0 is rare in other text, the rest needs a label.
Category  identity.
Source    Legal Aid Agency, Home Office unique client number, 21 April 2016; guides to visa
          applications (GWF, UAN); read 2026-11-25.

>>> canonical("gwf 012345678")
'GWF012345678'
>>> canonical("A0000000") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form

_SEPARATORS = re.compile(r"[ .\-]+")
_REFERENCE = re.compile("GWF0[0-9]{8,9}|[0-9]{16}")
_CLIENT = re.compile("([A-Z][0-9]{7})(?:/[0-9]{1,3})?")
_NONE, _EXAMPLE = "A0000000", "GWF012345678"


def canonical(text: str) -> str | None:
    """Return the reference in ``text`` without the number of a dependant, or None."""
    compact = _SEPARATORS.sub("", text.upper())
    if _REFERENCE.fullmatch(compact):
        return compact if len(set(compact)) > 1 else None
    match = _CLIENT.fullmatch(compact)
    return match[1] if match and match[1] != _NONE else None


def note(value: str) -> str | None:
    """Say so where guides print the number as an example."""
    return EXAMPLE_VALUE if value == _EXAMPLE else None


_NUMBERS = (
    "reference", "ref", "no", "number", "ref no", "reference no", "reference number", "ucn", "id",
    "case", "case no", "case ref", "case id", "case number", "file", "file no", "file ref",
    "client no", "client number", "referral",
)  # fmt: skip
_LABELS = (
    *(f"home office {what}" for what in _NUMBERS),
    *(f"ho {what}" for what in _NUMBERS),
    *(
        f"{whose} {what}"
        for whose in ("ukvi", "gwf", "uan", "ucn")
        for what in ("no", "number", "ref", "reference")
    ),
    "unique client number", "unique application number", "uan", "ucn", "gwf", "ukvi case",
    "ukvi case no", "nass ref", "nass no", "nass number", "asylum ref", "asylum reference",
    "visa application no", "visa application number", "cid ref", "cid no", "atlas ref",
    "cyfeirnod y swyddfa gartref", "cyfeirnod swyddfa gartref",
)  # fmt: skip

DETECTOR = Detector(
    entity="UK_HOME_OFFICE_REFERENCE",
    category=Category.IDENTITY,
    title="Home Office reference",
    source="Legal Aid Agency, Home Office unique client number",
    forms=(Form("web form", r"\bgwf[ \-]?0[0-9]{8,9}\b", 0.90),),
    near=(
        Form("web form", r"gwf[ \-]?0[0-9]{8,9}\b", 0.90),
        Form("application", r"[0-9]{4}(?:[ \-]?[0-9]{4}){3}\b", 0.40),
        Form("client", r"[a-z] ?[0-9]{7}(?:/[0-9]{1,3})?\b", 0.40),
    ),
    check=canonical,
    check_name="well formed",
    pass_rate=0.9,
    supporting=(*_LABELS, "ho, ref", "home office, ref"),
    beside_remarks=True,
    headers=_LABELS,
    note=note,
)
