"""Date of birth: with a name it tells one person from all others of that name.

Shape     a date, day first, in figures or with the month's name (English or Welsh).
Check     the date exists, lies in the past and at most 120 years back. A year of two digits is
          never in the future.
Category  identity. Never by shape alone: only after a label, or in a column typed as such.
Source    design.md, section 6; ISO 8601; read 2026-11-25.

>>> canonical("3rd of March 1980")
'1980-03-03'
>>> canonical("31/02/1980") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from detectors.base import Category, Detector, Form
from detectors.births import after_role, births_in_cell, births_of_line
from detectors.names.lists import born_in_household

_OLDEST_YEARS = 120  # nobody alive in the UK is older
_MONTHS = (
    ("jan", "ionawr", "ion"), ("feb", "chwefror", "chwef"), ("mar", "mawrth"), ("apr", "ebrill"),
    ("may", "mai"), ("jun", "mehefin"), ("jul", "gorffennaf"), ("aug", "awst"), ("sep", "medi"),
    ("oct", "hydref"), ("nov", "tachwedd"), ("dec", "rhagfyr"),
)  # fmt: skip
_NUMBER_OF = {name[:3]: at for at, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = (
    "(?:january|february|march|april|june|july|august|september|october|november|december"
    "|ionawr|chwefror|mawrth|ebrill|mehefin|gorffennaf|tachwedd|rhagfyr|hydref|awst|medi"
    "|jan|feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec|mai)"
)
_YEAR_FIRST = re.compile(
    r"([12][0-9]{3})(?:([\-/. ])([0-9]{1,2})\2([0-9]{1,2})|([0-9]{2})([0-9]{2}))(?:[t ].*)?"
)
_DAY_FIRST = re.compile(
    r"([0-9]{1,2}) ?[/.\- ] ?([0-9]{1,2}) ?[/.\- ] ?([0-9]{4}|[0-9]{2})(?: .*)?"
)
_DAY_OF_WEEK = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAY = re.compile(rf"^{_DAY_OF_WEEK},? (?:the )?(?=[0-9])")
_CLOSED_UP = re.compile(r"([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})")
_DAY_MONTH = re.compile(
    rf"([0-9]{{1,2}})(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?[ \-/.,]{{0,2}}(?:of )?({_MONTH})"
    r"[ \-/.,']{0,3}([0-9]{4}|[0-9]{2})"
)
_MONTH_DAY = re.compile(rf"({_MONTH})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})")


@lru_cache(maxsize=1 << 16)
def canonical(text: str) -> str | None:
    """Return the date in ``text`` as ISO 8601 if somebody alive may be born on it, else None."""
    text = _WEEKDAY.sub("", " ".join(text.lower().split()))
    if match := _DAY_FIRST.fullmatch(text):
        return _born(match[3], int(match[2]), int(match[1]))
    if (match := _CLOSED_UP.fullmatch(text)) and (
        born := _born(match[3], int(match[2]), int(match[1]))
    ):
        return born
    if match := _YEAR_FIRST.fullmatch(text):
        return _born(match[1], int(match[3] or match[5]), int(match[4] or match[6]))
    if match := _DAY_MONTH.fullmatch(text):
        return _born(match[3], _NUMBER_OF[match[2][:3]], int(match[1]))
    if match := _MONTH_DAY.fullmatch(text):
        return _born(match[3], _NUMBER_OF[match[1][:3]], int(match[2]))
    return None


def _born(year: str, month: int, day: int) -> str | None:
    today = datetime.now(UTC).date()
    number = int(year)
    if len(year) == 2:
        number += 2000
        if (number, month, day) > (today.year, today.month, today.day):
            number -= 100
    try:
        born = date(number, month, day)
    except ValueError:
        return None
    return born.isoformat() if today.year - _OLDEST_YEARS <= number and born <= today else None


_WHOLE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_LEAST_AGE_OF_NUMBER = 15  # it is sent before the sixteenth birthday
_GROWN_AGE = 20  # what an office dates is seldom so old
_SPREAD_YEARS, _OLDEST_AGE, _LEAST_CELLS, _SHARE = 40, 50, 8, 0.9


def column_of_births(cells: list[str]) -> bool:
    """Return whether dates without a heading spread over lives, as no other dates do."""
    least = _SHARE * len(cells)
    figures = sum(cell[:1].isdigit() or cell[-1:].isdigit() for cell in cells)
    if len(cells) < _LEAST_CELLS or figures < least:  # most columns: told without a pattern
        return False
    years = sorted(int(born[:4]) for cell in cells if (born := canonical(cell)))
    if len(years) < least:
        return False
    return years[-1] - years[0] >= _SPREAD_YEARS and years[0] <= _today_year() - _OLDEST_AGE


def few_births(cells: list[str]) -> bool:
    """Return whether every cell is a day, with its whole year, on which a grown person was born."""
    born = [canonical(cell) for cell in cells if _WHOLE_YEAR.search(cell)]
    latest = _today_year() - _GROWN_AGE
    return len(born) == len(cells) and all(day and int(day[:4]) < latest for day in born)


def _today_year() -> int:
    return datetime.now(UTC).year


_SEPARATOR = r" ?[/.\- ] ?"
_WRAPPED = r"(?:\s?[/.\-]\s{0,2}| )"
_ISO = r"[12][0-9]{3}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}"
_FIGURES = rf"[0-9]{{1,2}}{_SEPARATOR}[0-9]{{1,2}}{_SEPARATOR}(?:[0-9]{{4}}|[0-9]{{2}})"
_NAMED = (
    r"[0-9]{1,2}(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?[ \-/.,]{0,2}(?:of )?"
    rf"{_MONTH}[ \-/.,']{{0,3}}(?:[0-9]{{4}}|[0-9]{{2}})"
)
_ANY_DATE = rf"(?:{_ISO}|{_FIGURES}|{_NAMED})"
_LAST = re.compile(rf"(?<![0-9/.\-]){_ANY_DATE}\Z".encode(), re.IGNORECASE)
_LONGEST_DATE = 24
_LONGEST_LIST = 400  # of people with their dates of birth on one line
_WHOLE = re.compile(rf"{_ANY_DATE}\b(?![/.\-][0-9])".encode(), re.IGNORECASE)
_LABEL = r"\b(?:date of birth|d\.?o\.?b\.?)"
_WHO = (
    "(?:(?:the|her|his|their|my) )?"
    "(?:child|applicant|claimant|partner|tenant|client|patient|mother|father|carer|parent)"
)
_TWO = re.compile(rf"{_ANY_DATE},? ?(?:and|&|;|/|,) ?({_ANY_DATE})\b".encode(), re.IGNORECASE)
_OF_WHOM = ("person", "child", "pupil", "patient", "client", "learner", "applicant", "tenant")


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
    return found if born and int(born[:4]) <= _today_year() - _LEAST_AGE_OF_NUMBER else None


def second_date(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the second of two dates, of which the first begins with the trigger's last byte."""
    match = _TWO.match(data, end - 1)
    return match.span(1) if match else None


_BOTH = r"(?:dates? of birth|d\.?o\.?b\.?s?|birth ?dates?)"
_MORE = "(?:address|nhs no|school|relationship|sex|gender)"
_LED = r"[ \t:.|_\-]{0,40}[\r\n]{0,2}[ \t]{0,8}[a-z\x80-\xf4]"
_ANSWER = re.compile(
    rb"[ \t]{0,4}(?:\r?\n[^\n:0-9]{0,4}(?:[(\[][0-9: smhap,./]{1,22}[)\]] ?)?"
    rb"[^\n:0-9]{1,60}:)?[ \t]{0,3}"
    rb"(?:(?:yes|yeah|sure|hi|ok|its|it's|it is|thats|that's|my dob is|dob|born)[ ,:]{1,3}){0,3}"
    + rf"({_ANY_DATE})\b(?![/.\-][0-9])".encode(),
    re.IGNORECASE,
)
_EACH = re.compile(rf"(?<![0-9/.\-]){_ANY_DATE}\b(?![/.\-][0-9])".encode(), re.IGNORECASE)
_NAMED_FIRST = re.compile(rb"(?!\.\s+[A-Z])[^0-9\n]{3,60}")  # in the same sentence


def in_brackets(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date in brackets after a name, in a list of people or after a role."""
    return born_in_household(data, start, end) or after_role(data, start, end)


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


DETECTOR = Detector(
    entity="DATE_OF_BIRTH",
    category=Category.IDENTITY,
    title="date of birth",
    source="ISO 8601",
    forms=(
        Form(
            "before its label",
            r"[0-9](?: {0,2}[(](?:dob|d\.o\.b\.?|date of birth|born)[)]"
            r"| is (?:the|my|his|her|their) (?:dob|date of birth))",
            0.90,
            expand=before_label,
        ),
        Form(
            "second of two",
            r"\b(?:dobs|d\.o\.bs|dates of birth)[ :=\-]{1,4}[0-9]",
            0.80,
            expand=second_date,
        ),
        Form(
            "some words after its label",
            rf"{_LABEL}(?: ?[(]{_WHO}[)]| (?:of|for) {_WHO}"
            r"| for (?:the |my |your )?(?:form|file|records?)"
            r"| (?:confirmed|given|stated|recorded|shown) (?:as|to be))"
            r"(?: is| was)?[ \t:,\-=]{1,4}[0-9]",
            0.85,
            expand=date_from,
        ),
        Form(
            "after the place",
            r"\bborn (?:in|at) [^0-9\n.;]{2,40} on (?:the )?[0-9]",
            0.80,
            expand=date_from,
        ),
        Form(
            "after a name, below a label for both",
            rf"\b(?:names?|who|whom|child(?:ren)?|pupils?) ?(?:,|/|&|\+|-|and|with) ?(?:their )?"
            rf"{_BOTH}(?: and {_MORE})?[)]?{_LED}",
            0.85,
            expand_all=dates_of_line,
        ),
        Form(
            "after a name, below a label for relatives",
            r"\b(?:child(?:ren)?|dependants?|dependents?|siblings?|sons?|daughters?|plant"
            r"|brothers?|sisters?|mother|mum|father|dad|grand(?:mother|father|son|daughter|child)"
            r"|step-?(?:mother|father|son|daughter)|aunt|uncle|nephew|niece|cousin|husband|wife"
            r"|victim|complainant|injured party|offender|suspect|perpetrator"
            r"|partner|spouse|beneficiar(?:y|ies))(?:[(]s[)]| [0-9])?"
            r"(?: (?:in|at) (?:the )?(?:home|house|household))?"
            r"[ \t]{0,2}(?:[:|\t]|-)(?:[ \t]{0,4}|[ \t]{0,2}\r?\n[ \t]{0,4})[a-z\x80-\xf4]",
            0.85,
            expand_all=births_of_line,
        ),
        Form(
            "after a question for it",
            r"\b(?:dob|d\.o\.b\.?|date of birth|birth ?date)\b[^\n?0-9]{0,60}[?]",
            0.85,
            expand=answered,
        ),
        Form(
            "before an age",
            r"[0-9][ ,]{1,4}(?:[(][ ]?(?:aged? )?[0-9]{1,3} ?(?:yrs?|years?|y/?o?)\b(?: old)?[)]"
            r"|[(]?aged? [0-9]{1,3}\b)",
            0.85,
            expand=before_label,
        ),
        Form(
            "before another number, in brackets after a name",
            r"[a-z\x80-\xc8] [(][0-9][^()\n]{5,22}[,;] ?(?:[a-z]{2,4} ?(?:no\.?)? ?[:.]? ?)?"
            r"[a-z]{0,2}[0-9][0-9 ]{5,12}[0-9a-z][)]",
            0.85,
            expand=first_in_brackets,
        ),
        Form(
            "after a National Insurance number",
            r"\b[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d][ ,;/|(]{1,3}(?:b\.? ?)?[0-9]",
            0.80,
            expand=after_number,
        ),
        Form(
            "after b.",
            r"(?:(?:[a-z], |[(])b(?:\. ?| )|[a-z\x80-\xc8] b\. ?)[0-9]",
            0.75,
            expand=date_from,
        ),
        Form(
            "in brackets after a name in a list of people, or with a role",
            r"[a-z\x80-\xc8] [(][0-9][^()\n]{5,22}[)]",
            0.85,
            expand=in_brackets,
        ),
    ),
    near=(
        Form("year first", r"[12][0-9]{3}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}", 0.30),
        Form("figures", rf"{_FIGURES}\b", 0.30),
        Form("month named", rf"{_NAMED}\b", 0.35),
        Form(
            "figures over a line end",
            rf"[0-9]{{1,2}}{_WRAPPED}[0-9]{{1,2}}{_WRAPPED}[12][0-9]{{3}}\b",
            0.25,
        ),
        Form(
            "month named, over a line end",
            rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)?\s{{1,3}}{_MONTH},?\s{{1,3}}[12][0-9]{{3}}\b",
            0.30,
        ),
        Form("after its weekday", rf"{_DAY_OF_WEEK}[ ,]{{1,2}}(?:the )?{_NAMED}\b", 0.35),
        Form("month first", rf"{_MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}\b", 0.35),
        Form("closed up", r"[0-9]{8}\b", 0.20),
    ),
    check=canonical,
    check_name="date exists and lies in the past",
    pass_rate=0.9,
    supporting=(
        "date of birth", "dob", "d.o.b", "d o b", "d/o/b", "birth date", "date born", "born",
        *(f"{who} {what}" for who in _OF_WHOM for what in ("birth date", "dob", "date of birth")),
        "dobs", "dates of birth", "bday", "bday;value=date",
        "born on", "born on the", "birthday", "dyddiad geni", "ganwyd", "geni", "birth dt",
        "d.g", "dydd geni", "ganed", "ganed ar", "ganwyd ar", "genedigaeth", "day of birth",
        "d.o.birth", "d. o. b", "wedi ei eni ar", "wedi ei geni ar",
        "date and place of birth", "date & place of birth", "date, place of birth", "when born",
        "date/place of birth", "place and date of birth", "dyddiad a lleoliad geni",
        "brth dt", "d of b", "dofb", "date birth", "dt of birth", "birth time", "dt brth",
        "dtofbrth", "dt bth", "brth date", "birth dte", "dte of birth", "dteofbrth", "dob dt",
        "dyddiad genedigaeth", "dydd. geni", "dydd. gen", "d. geni", "d.geni", "dyddiadau geni",
        # as scanners misread it
        "dale of birth", "date 0f birth", "date of blrth", "date of b1rth", "dale of blrth",
    ),
    headers=(
        "date of birth", "dob", "d.o.b", "d.o.b.", "d o b", "birth date", "birthdate",
        "date born", "born", "birthday", "dyddiad geni", "bday", "dobs", "dates of birth", "birth",
        "birth dt", "brth dt", "dt birth", "dt of birth", "dt of brth", "dte of birth", "dte birth",
        "date birth", "bdate", "dt bth", "dtbth", "when born", "birth dte",
        "d geni", "dydd geni", "dyddiad genedigaeth", "date of brith", "date of bith",
        "date of bitrh", "date of brth", "dat of birth", "data of birth", "date o birth",
        "birth time", "dt brth", "brth date", "brthdt", "dg", "d.g.", "d.g", "d/g", "dob dt",
        "b'date", "d of b", "dofb", "dof b", "dob1", "dob2", "birth day",
    ),
    typed_by=column_of_births,
    typed_beside=few_births,
    among_relatives=births_in_cell,
    version=6,
    opposing_headers=("date", "start", "end", "issued", "updated", "created", "review", "run date"),
)  # fmt: skip
