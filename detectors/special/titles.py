"""Titles of records: "SECTION 42 ENQUIRY" above "Adult at risk: Jane Hill" is said of Jane Hill."""

from __future__ import annotations

import re

_TITLE_BYTES = 90
_RECORD_BYTES = 420  # below a title: the first fields of a form, or the address of a letter
_ENDS = re.compile(rb"[.!?](?: |$)|[,;]$")  # sentences, which titles are not
_FIELD = re.compile(
    rb"(?:^|[\n\t|>] ?| {2})(?i:(?:full |client'?s? "
    rb"|child'?s? |pupil'?s? |patient'?s? |person |young person'?s? (?:full )?)?name"
    rb"|children|name of (?:child|client|pupil|patient|person)|client|child|pupil|victim"
    rb"|adult at risk|service user|applicant|tenant|young person|claimant|patient"
    rb"|person interviewed|defendant"
    rb"|offender|subject|dob|d\.o\.b\.?|date of birth|carers?|enw|interviewee|appellant"
    rb"|detained person|surname|employee|relevant person|person|survivor|nominal|injured person)"
    rb"(?:[ \t]*[:\t|=][: \t|\n]{0,6}| {2,30}|\] ?| ?\.{3,60} ?|\n {0,8})"
    rb"(?:[A-Z\xc3-\xc5][\w'\-\x80-\xff]+,? "
    rb"(?:(?:[AaEeUu]l|bin|binti|[Dd]e|[Dd]a|[Dd]os|[Vv]an|[Vv]on|der|den|[Aa]p|la|le)[ \-]){0,2}"
    rb"[A-Z\xc3-\xc5][\w'\-\x80-\xff]|(?:Mr|Mrs|Ms|Miss) [A-Z]"
    rb"|[A-Z]{2}[A-Z'\-]*\n"
    rb"|\d{1,2}(?:st|nd|rd|th)?[./ \-]\w)"
    rb"|\b[A-Z\xc3-\xc5][\w'\-\x80-\xff]+,?(?: [\w'\-\x80-\xff]+){1,3},? \(?"
    rb"(?:dob|DOB|d\.o\.b\.?|D\.O\.B\.?|born|b\.)[ :]{1,2}\d"
    rb"|(?i:date of birth|\bdob\b|\bborn\b)[^\n]{0,120}\n(?:[-|: \t]{3,120}\n)?[| \t]{0,4}"
    rb"[A-Z\xc3-\xc5][\w'\-\x80-\xff]+,?(?: [\w'\-\x80-\xff]+){1,3} ?[\t|]"
)
"""A field that says who the record is about, filled in."""
_LETTER = re.compile(rb"\nDear (?:Mr|Mrs|Ms|Miss|Mx) [A-Z]")
_DATED = re.compile(
    rb"\b(?:\d{1,2}(?:st|nd|rd|th)?[./ \-](?:\d{1,2}|[A-Z][a-z]{2,8})[./ \-]\d{2,4})\b"
)
_TELLS_OF_ONE = re.compile(
    rb"\s{1,4}[A-Z\xc3-\xc5][\w'\-\x80-\xff]+(?: [A-Z\xc3-\xc5][\w'\-\x80-\xff]+)? "
    rb"(?:came|has|had|is|was|lives|lived|said|told|moved|started|attended|presents?|remains)\b"
    rb"[^\n]{0,120}?(?:\n[^\n]{0,80}?)?[.!] (?:He|She|His|Her)\b"
)
"""What tells of somebody below a title with its day: "For the review 3 May 2026", "Jo came ..."."""


def heads_a_record(data: bytes, start: int, end: int) -> bool:
    """Return whether the term at start..end is in a title, and below it a record of one begins."""
    first, last = data.rfind(b"\n", 0, start) + 1, data.find(b"\n", end)
    if last < 0 or last - first > _TITLE_BYTES or _ENDS.search(data[first:last].strip()):
        return False
    below = data[last : last + _RECORD_BYTES]
    if _DATED.search(data, first, last) and _TELLS_OF_ONE.match(below):
        return True
    return bool(_FIELD.search(below) or _LETTER.search(below))
