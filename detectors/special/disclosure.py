"""What somebody has told of harm done to them: "disclosed that her uncle hits her".

The harm is looked for, since it is rare; who is said to have done it, and that it was told, are
read back from there. Harm that somebody has come to, "hit with a belt by stepfather", tells it
by itself.
"""

from __future__ import annotations

import re

from detectors.base import Expand, Form
from detectors.special.attribution import in_a_record, led_by

_TOLD_BYTES = 110
_HARM = (
    r"\b(?:hits?|hitting|slap(?:s|ped)|beats?|punche[sd]|kick(?:s|ed)|touche[sd]|hurts?|abuse[sd]"
    r"|raped|burn(?:s|ed|t)|strangle[sd]|grab(?:s|bed)|locks?|locked|smack(?:s|ed)|threatens"
    r"|threatened|chok(?:es|ed)) (?:me|her|him|them)\b"
    r"|\b(?:took|takes|taking|stole|steals|spends?) (?:my|his|her) (?:money|pension|benefits)\b"
)
_DEPRIVED = (
    r"\b(?:(?:has|have|had) (?:had|got|taken|kept)|took|takes|keeps?|kept|holds|held|uses|used) "
    r"(?:my|his|her|the) (?:bank ?cards?|pin|pension (?:book|card)|cheque ?book|savings"
    r"|house keys)\b"
    r"|\b(?:won't|will not|would not|wouldn't|doesn't|does not|never) lets? (?:me|her|him) "
    r"(?:have|see|leave|eat|go|out|use|ring|speak|take)\b"
    r"|\b(?:tie[sd]?|tying) (?:me|her|him|them)\b"
)
_HARMED = (
    "(?:hit|slapped|beaten|punched|kicked|touched|abused|raped|burnt|burned|strangled|grabbed"
    "|smacked|threatened|choked|assaulted|bitten|stabbed|attacked|thrown)(?: [a-z]+){0,5}"
)
_BY = r"\bby (?:(?:her|his|my|their|the|an?|mum's|dad's) )?(?:ex[ \-]|step[ \-]?)?"
_TOLD = rb"\b(?:disclosed|alleged|alleges|told|says|said|reports|reported)\b[^.!?\n\t]{0,60}?\b(?:"


MARKS = (
    r"\b(?:bruis(?:es|ing|e)|(?:hand|belt|bite|burn|cigarette|grip|pinch|slap|finger|rope|strap)"
    r"[ \-](?:shaped )?(?:marks?|burns?)|marks|cuts|burns)"
    r" (?:on|to|around|round|under|behind|above|across|over|all over) "
    r"(?:both|one|his|her|the|their|left|right|each|my)\b"
    r"|\b(?:hand|belt|iron)-shaped (?:mark|bruise|burn)s?\b"
)
"""Marks on a body: they tell of harm where the text tells of a child or of somebody's care."""
_MARKS_BYTES = 400


def marks_where(told: bytes) -> Expand:
    """Return what keeps marks in a record of one person, where one of ``told`` stands around."""
    around = re.compile(rb"\b(?:" + told + rb")\b", re.IGNORECASE)

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        if not around.search(data, max(0, start - _MARKS_BYTES), end + _MARKS_BYTES):
            return None
        return in_a_record(data, start, end)

    return expand


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


def deprived_form(by: str) -> Form:
    """Return the form of what one of ``by`` keeps from somebody: "her son has had the card"."""
    who = re.compile(rf"\b(?:{by})\b[^.!?\n\t]{{0,40}} ?$".encode("ascii"), re.IGNORECASE)

    def expand(data: bytes, start: int, end: int) -> tuple[int, int] | None:
        low = max(0, start - _TOLD_BYTES)
        return in_a_record(data, start, end) if who.search(data, low, start) else None

    return Form("kept from somebody, in a record of one person", _DEPRIVED, 0.75, expand=expand)


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
    return any(each.match(text) for each in (_WHOLE, _PASSIVE, _KEPT, _MARKED))


_WHOLE = re.compile(
    rf"^(?:disclosed|alleged|alleges|told|says|said|reports|reported)\b.*(?:{_HARM})$",
    re.IGNORECASE | re.DOTALL,
)
_MARKED = re.compile(MARKS, re.IGNORECASE)
_KEPT = re.compile(_DEPRIVED, re.IGNORECASE)
_PASSIVE = re.compile(rf"\b{_HARMED} by\b", re.IGNORECASE)
