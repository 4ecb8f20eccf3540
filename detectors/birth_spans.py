"""Where a date of birth stands beside the words that tell it from other dates, in bytes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detectors.births import after_role
from detectors.names.lexicon import first_names, folded
from detectors.names.lists import born_in_household
from detectors.written_dates import ANY_DATE, canonical, this_year

_DIGIT = re.compile(rb"[0-9]")
_AFTER_NAME = re.compile(
    rb"[A-Z\xc3-\xc5\xc8][A-Za-z'\-\x80-\xff]+ [A-Z\xc3-\xc5\xc8][A-Za-z'\-\x80-\xff]+, \Z"
)
_NAME_BYTES = 60
_NAME_BEFORE = re.compile(
    rb"(?<![\w'\-\x80-\xff])(?!The |Dr |Mr |Mrs )([A-Z\xc3-\xc5\xc8][A-Za-z'\-\x80-\xff]+)"
    rb"(?: [A-Z\xc3-\xc5\xc8][A-Za-z'\-\x80-\xff]+){1,2}\Z"
)
_LEAST_AGE_IN_BRACKETS = 18  # years
_LEAST_YEARS_AGO = 4
_LEAST_AGE_OF_NUMBER = 15  # it is sent before the sixteenth birthday
_LAST = re.compile(rf"(?<![0-9/.\-]){ANY_DATE}\Z".encode(), re.IGNORECASE)
_LONGEST_DATE = 24
_LONGEST_LIST = 400  # of people with their dates of birth on one line
_WHOLE = re.compile(rf"{ANY_DATE}\b(?![/.\-][0-9])".encode(), re.IGNORECASE)
_TWO = re.compile(rf"{ANY_DATE},? ?(?:and|&|;|/|,) ?({ANY_DATE})\b".encode(), re.IGNORECASE)
_WHOSE = re.compile(
    rf"[a-z' \x80-\xff]{{1,30}}[\x22']?[ \t]{{0,40}}(?:[:=|]|\.{{3,60}}|\r?\n|\t)"
    rf"[ \t\x22'|>]{{0,40}}({ANY_DATE})\b(?![/.\-][0-9])".encode("latin-1"),
    re.IGNORECASE,
)
_ITS_NAME = re.compile(
    rf"[^\n0-9:,;.]{{3,40}}, ?({ANY_DATE})\b(?![/.\-][0-9])".encode(), re.IGNORECASE
)
_FIELD_4A = re.compile(rb"[^\n]{4,60}\r?\n4a\.")  # Directive 2006/126/EC, annex I


def before_label(data: bytes, start: int, _end: int) -> tuple[int, int] | None:
    """Return the date whose last digit the trigger begins with."""
    match = _LAST.search(data, max(0, start + 1 - _LONGEST_DATE), start + 1)
    return match.span() if match else None


def date_from(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the whole date that begins with a trigger's last byte."""
    match = _WHOLE.match(data, end - 1)
    return match.span() if match else None


def after_number(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date right after a National Insurance number, if its holder is old enough."""
    found = date_from(data, start, end)
    born = canonical(data[slice(*found)].decode("utf-8", "ignore")) if found else None
    return found if born and int(born[:4]) <= this_year() - _LEAST_AGE_OF_NUMBER else None


def date_in_brackets(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the whole date that begins with the first digit of a trigger, up to a bracket."""
    first = _DIGIT.search(data, start, end)
    found = date_from(data, start, first.end()) if first else None
    return found if found and data[found[1] : found[1] + 1] == b")" else None


def long_ago(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date after a name that a trigger goes on from, if nobody signed so long ago."""
    found = before_label(data, start + 1, end)
    if found is None or _AFTER_NAME.search(data, max(0, found[0] - _NAME_BYTES), found[0]) is None:
        return None
    born = canonical(data[slice(*found)].decode("utf-8", "ignore"))
    return found if born and int(born[:4]) <= this_year() - _LEAST_YEARS_AGO else None


def of_whom(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    r"""Return the date after a label that goes on with whose it is.

    >>> of_whom(b"Date of birth of the mother\n3 May 1980", 0, 18)
    (28, 38)
    """
    match = _WHOSE.match(data, end)
    return match.span(1) if match else None


def after_its_name(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the date that follows a name after a comma, where the trigger ends in the name."""
    match = _ITS_NAME.match(data, end)
    return match.span(1) if match else None


def before_field_4a(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date that field 3 begins with, if field 4a of a driving licence follows."""
    return date_from(data, start, end) if _FIELD_4A.match(data, end) else None


def second_date(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the second of two dates, of which the first begins with the trigger's last byte."""
    match = _TWO.match(data, end - 1)
    return match.span(1) if match else None


_ANSWER = re.compile(
    rb"[ \t]{0,4}(?:\r?\n[^\n:0-9]{0,4}(?:[(\[][0-9: smhap,./]{1,22}[)\]] ?)?"
    rb"[^\n:0-9]{1,60}:)?[ \t]{0,3}"
    rb"(?:(?:yes|yeah|sure|hi|ok|its|it's|it is|thats|that's|my dob is|dob|born)[ ,:]{1,3}){0,3}"
    + rf"({ANY_DATE})\b(?![/.\-][0-9])".encode(),
    re.IGNORECASE,
)
_EACH = re.compile(rf"(?<![0-9/.\-]){ANY_DATE}\b(?![/.\-][0-9])".encode(), re.IGNORECASE)
_NAMED_FIRST = re.compile(rb"(?!\.\s+[A-Z])[^0-9\n]{3,60}")  # in the same sentence


def in_brackets(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date in brackets after a name: in a list of people, after a role, or long ago."""
    found = born_in_household(data, start, end) or after_role(data, start, end)
    return found or _long_ago_in_brackets(data, start, end)


def _long_ago_in_brackets(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date in brackets after a known name, if hardly a paper is so old."""
    found = date_in_brackets(data, start, end)
    born = canonical(data[slice(*found)].decode("utf-8", "ignore")) if found else None
    if born is None or int(born[:4]) > this_year() - _LEAST_AGE_IN_BRACKETS:
        return None
    name = _NAME_BEFORE.search(data, max(0, start - _NAME_BYTES), start + 1)
    return found if name and folded(name[1].decode("utf-8", "ignore")) in first_names() else None


def answered(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    r"""Return the date that begins the answer to a question, on its line or as the next speaker's.

    >>> answered(b"And your date of birth?\n(2m 4s) Jo: 8/11/1945 thanks", 9, 23)
    (36, 45)
    """
    match = _ANSWER.match(data, end)
    return match.span(1) if match else None


def first_in_brackets(data: bytes, start: int, _end: int) -> tuple[int, int] | None:
    """Return the date that the brackets at the end of a trigger begin with."""
    return date_from(data, start, data.index(b"(", start) + 2)


def dates_of_line(data: bytes, _start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return the dates of the line that a trigger ends in, each after a name."""
    line = data.find(b"\n", end)
    last = min(len(data) if line < 0 else line, end + _LONGEST_LIST)
    spans, begins = [], end - 1
    for match in _EACH.finditer(data, end - 1, last):
        if _NAMED_FIRST.fullmatch(data, begins, match.start()) is None:
            break
        spans.append(match.span())
        begins = match.end()
    return spans
