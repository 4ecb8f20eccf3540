"""Titles of records: "SECTION 42 ENQUIRY" above "Adult at risk: Jane Hill" is said of Jane Hill."""

from __future__ import annotations

import re

_TITLE_BYTES = 90
_RECORD_BYTES = 420  # below a title: the first fields of a form, or the address of a letter
_ENDS = re.compile(rb"[.!?](?: |$)|[,;]$")  # sentences, which titles are not
_FIELD = re.compile(
    rb"(?:^|[\n\t|>] ?| {2})(?i:(?:full |client'?s? "
    rb"|child'?s? |pupil'?s? |patient'?s? |person )?name"
    rb"|name of (?:child|client|pupil|patient|person)|client|child|pupil|victim|adult at risk"
    rb"|service user|applicant|tenant|young person|claimant|patient|person interviewed|defendant"
    rb"|offender|subject|dob|d\.o\.b\.?|date of birth|carers?|enw|interviewee|appellant"
    rb"|detained person|surname|employee|relevant person|person|survivor|nominal|injured person)"
    rb"(?:[ \t]*[:\t|=][: \t|\n]{0,6}| {2,30}|\] ?| ?\.{3,60} ?|\n {0,8})"
    rb"(?:[A-Z][\w'\-\x80-\xff]+,? [A-Z\xc3-\xc5][\w'\-\x80-\xff]|(?:Mr|Mrs|Ms|Miss) [A-Z]"
    rb"|[A-Z]{2}[A-Z'\-]*\n"
    rb"|\d{1,2}(?:st|nd|rd|th)?[./ \-]\w)"
)
"""A field that says who the record is about, filled in."""
_LETTER = re.compile(rb"\nDear (?:Mr|Mrs|Ms|Miss|Mx) [A-Z]")


def heads_a_record(data: bytes, start: int, end: int) -> bool:
    """Return whether the term at start..end is in a title, and below it a record of one begins."""
    first, last = data.rfind(b"\n", 0, start) + 1, data.find(b"\n", end)
    if last < 0 or last - first > _TITLE_BYTES or _ENDS.search(data[first:last].strip()):
        return False
    below = data[last : last + _RECORD_BYTES]
    return bool(_FIELD.search(below) or _LETTER.search(below))
