r"""Dates that a name leads: "Child: Ann Lee (2/3/2015)", "Ann Lee 2/3/2015, Bo Lee 4/5/2017".

A date behind a name may be the day on which somebody signed. It is a birth where a word before the
name says what the person is to the file (child, patient, partner), or where the column lists
relatives.

>>> births_in_cell("Ann Lee (02/03/2015); Bo Lee 4.5.17")
[(9, 19), (29, 35)]
>>> births_in_cell("seen 02/03/2015")
[]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_DATE = (
    r"(?:[0-9]{1,2}(?:st|nd|rd|th)?[ /.\-]{1,3}(?:[0-9]{1,2}|[A-Za-z]{3,9})[ /.\-]{1,3}"
    r"(?:[12][0-9]{3}|[0-9]{2})|[12][0-9]{3}-[0-9]{2}-[0-9]{2})"
)
_NO_NAME = "(?:Seen|Signed|Date|Dated|Due|Review|Reviewed|Visit|Meeting|Since|From|On|Until|Start)"
_WORD = rf"(?!{_NO_NAME}\b)[A-Z\xc0-\U0001ffff][^\W\d_]*(?:['’.\-][^\W\d_]+)*\.?"
_PARTICLE = "(?:de|da|van|der|von|al|bin|ap|ab|ferch|y|mac)"
_NAME = rf"{_WORD}(?: {_PARTICLE})?(?:,? {_WORD}){{0,4}}"
_BORN = r"[ ,]{0,3}[(\[]?(?:b\.? ?|born |dob:? ?|d\.o\.b\.? ?|g\. ?)?"
_ONE = re.compile(
    rf"(?:\A|[,;&/+\n)]|\band\b|\ba\b)\s*{_NAME}{_BORN}({_DATE})(?![/.\-]?[0-9]|[/\-])"
)
_MOST_CELL_CHARS = 400

_ROLE = (
    rb"child(?:ren)?|son|daughter|baby|infant|twins?|siblings?|brother|sister|pupil|student|learner"
    rb"|patient|client|employee|claimant|clmt|applicant|tenant|resident|lodger|appellant|subject"
    rb"|mother|mum|father|dad|mam|partner|ptnr|wife|husband|spouse|carer|victim|perpetrator"
    rb"|complainant|witness|injured party|suspect|defendant|offender|young person|deceased"
    rb"|service user|beneficiary|dependants?|(?:prospective )?adopters?|foster carers?"
    rb"|(?:relevant|young|missing) person"
    rb"|non-?dep(?:endant)?|plentyn|plant|disgybl"
)
_NAMED = (
    rb"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?[A-Z\xc3-\xc5\xc8][A-Za-z'.\-\x80-\xff]*"
    rb"(?: [A-Za-z'.\-\x80-\xff]+){0,3}"
)
_AFTER_ROLE = re.compile(
    rb"\b(?i:" + _ROLE + rb")(?i: (?:is|was|called|named)| ?[1-9])?"
    rb"(?:[ \t:,\-]{1,4}|[ ]{1,40}\t ?|:?\r?\n[ \t>]{0,6})" + _NAMED + rb" ?\Z"
)
_BACK_BYTES = 80
_WHOLE = re.compile(_DATE.encode())


def births_in_cell(text: str) -> list[tuple[int, int]]:
    """Return the dates in a cell of relatives that a name leads, in characters."""
    if len(text) > _MOST_CELL_CHARS:
        return []
    return [match.span(1) for match in _ONE.finditer(text)]


def births_of_line(data: bytes, _start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return the dates that names lead on the line of a trigger, which ends at the first name."""
    line = data.find(b"\n", end)
    last = len(data) if line < 0 else line
    text = data[end - 1 : min(last, end + _MOST_CELL_CHARS)].decode("utf-8", "ignore")
    return [
        (end - 1 + len(text[:first].encode()), end - 1 + len(text[:stop].encode()))
        for first, stop in births_in_cell(text[:_MOST_CELL_CHARS])
    ]


def after_role(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date in the brackets that end a trigger, if a role leads the name before them."""
    opens = data.rfind(b"(", start, end)
    if _WHOLE.fullmatch(data, opens + 1, end - 1) is None:
        return None
    line = data.rfind(b"\n", max(0, opens - _BACK_BYTES), opens)
    above = data.rfind(b"\n", max(0, line - _BACK_BYTES), max(line, 0)) + 1
    led = _AFTER_ROLE.search(data, max(above, opens - _BACK_BYTES), opens)
    return (opens + 1, end - 1) if led else None
