"""What somebody has told of harm done to them: "disclosed that her uncle hits her".

The harm is looked for, since it is rare; who is said to have done it, and that it was told, are
read back from there. Harm that somebody has come to, "hit with a belt by stepfather", tells it
by itself.
"""

from __future__ import annotations

import re

from detectors.base import Form
from detectors.special.attribution import in_a_record, led_by

_TOLD_BYTES = 110
_HARM = (
    r"\b(?:hits?|hitting|slap(?:s|ped)|beats?|punche[sd]|kick(?:s|ed)|touche[sd]|hurts?|abuse[sd]"
    r"|raped|burn(?:s|ed|t)|strangle[sd]|grab(?:s|bed)|locks?|locked|smack(?:s|ed)|threatens"
    r"|threatened|chok(?:es|ed)) (?:me|her|him|them)\b"
    r"|\b(?:took|takes|taking|stole|steals|spends?) (?:my|his|her) (?:money|pension|benefits)\b"
)
_HARMED = (
    "(?:hit|slapped|beaten|punched|kicked|touched|abused|raped|burnt|burned|strangled|grabbed"
    "|smacked|threatened|choked|assaulted|bitten|stabbed|attacked|thrown)(?: [a-z]+){0,5}"
)
_BY = r"\bby (?:(?:her|his|my|their|the|an?|mum's|dad's) )?(?:ex[ \-]|step[ \-]?)?"
_TOLD = rb"\b(?:disclosed|alleged|alleges|told|says|said|reports|reported)\b[^.!?\n\t]{0,60}?\b(?:"


def disclosure_form(by: str) -> Form:
    """Return the form of harm that one of ``by``, a choice of words, is said to have done."""
    told = re.compile(_TOLD + by.encode("ascii") + rb")\b[^.!?\n\t]{0,30} ?$", re.IGNORECASE)

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        low = max(0, start - _TOLD_BYTES)
        before = told.search(data[low:start])
        if before is None:
            return None
        return in_a_record(data, low + before.start(), end)

    return Form("disclosure, in a record of one person", _HARM, 0.75, expand=expand)


def harm_form(by: str) -> Form:
    """Return the form of harm that somebody has come to by one of ``by``, a choice of words."""
    return Form(
        "harm that was done, in a record of one person",
        rf"{_BY}(?:{by})\b",
        0.75,
        expand=led_by(_HARMED),
    )


def is_disclosure(text: str) -> bool:
    """Return whether ``text`` is what the forms give: from the word that tells to the harm."""
    return _WHOLE.search(text) is not None or _PASSIVE.match(text) is not None


_WHOLE = re.compile(
    rf"^(?:disclosed|alleged|alleges|told|says|said|reports|reported)\b.*(?:{_HARM})$",
    re.IGNORECASE | re.DOTALL,
)
_PASSIVE = re.compile(rf"\b{_HARMED} by\b", re.IGNORECASE)
