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

from detectors.base import Category, Detector, Form, Scan
from detectors.birth_spans import (
    after_its_name,
    after_number,
    answered,
    before_field_4a,
    before_label,
    date_from,
    date_in_brackets,
    dates_of_line,
    first_in_brackets,
    in_brackets,
    long_ago,
    of_whom,
    second_date,
)
from detectors.births import births_in_cell, births_of_line
from detectors.written_dates import (
    DAY_OF_WEEK,
    FIGURES,
    MONTH,
    NAMED,
    WRAPPED,
    canonical,
    this_year,
)

_WHOLE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_GROWN_AGE = 20  # what an office dates is seldom so old
_YOUNG_AGE = 14  # and a whole column of it never, beside people
_SHORT_YEAR = re.compile(r"(?<![0-9])[0-9]{2}\Z")
_YEARS_AHEAD = 5  # for which an office sets days
_SPREAD_YEARS, _OLDEST_AGE, _LEAST_CELLS, _SHARE = 40, 50, 8, 0.9


def column_of_births(cells: list[str]) -> bool:
    """Return whether dates without a heading spread over lives, as no other dates do."""
    least = _SHARE * len(cells)
    figures = sum(cell[:1].isdigit() or cell[-1:].isdigit() for cell in cells)
    if len(cells) < _LEAST_CELLS or figures < least:  # most columns: told without a pattern
        return False
    born = [(int(day[:4]), cell) for cell in cells if (day := canonical(cell))]
    if len(born) < least:
        return False
    years = sorted(_lately(year) if _SHORT_YEAR.search(cell) else year for year, cell in born)
    return years[-1] - years[0] >= _SPREAD_YEARS and years[0] <= this_year() - _OLDEST_AGE


def _lately(year: int) -> int:
    """Return what a year of two digits may mean besides: "29" is 1929, or in three years' time."""
    return year + 100 if year + 100 <= this_year() + _YEARS_AHEAD else year


def births_beside(cells: list[str]) -> bool:
    """Return whether every cell is a day, with its whole year, on which a grown person was born.

    Of more cells than a few, all of which are as old, it is believed of younger people too.
    """
    born = [canonical(cell) for cell in cells if _WHOLE_YEAR.search(cell)]
    latest = this_year() - (_GROWN_AGE if len(cells) <= _LEAST_CELLS else _YOUNG_AGE)
    return len(born) == len(cells) and all(day and int(day[:4]) < latest for day in born)


_LABEL = r"\b(?:date of birth|d\.?o\.?b\.?)"
_WHO = (
    "(?:(?:the|her|his|their|my) )?"
    "(?:child|applicant|claimant|partner|tenant|client|patient|mother|father|carer|parent)"
)
_OF_WHOM = ("person", "child", "pupil", "patient", "client", "learner", "applicant", "tenant")
_BOTH = r"(?:dates? of birth|d\.?o\.?b\.?s?|birth ?dates?)"
_MORE = "(?:address|nhs no|school|relationship|sex|gender)"
_LED = r"[ \t:.|_\-]{0,40}[\r\n]{0,2}[ \t]{0,8}[a-z\x80-\xf4]"

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
            rf"{_LABEL}(?: ?[(]{_WHO}[)]| (?:of|for) {_WHO}| ?/ ?(?:edd|age)"
            r"| for (?:the |my |your )?(?:form|file|records?)"
            r"| (?:confirmed|given|stated|recorded|shown) (?:as|to be))"
            r"(?: is| was)?[ \t:,\-=]{1,4}[0-9]",
            0.85,
            expand=date_from,
        ),
        Form(
            "after its label with whose it is",
            rf"(?:{_LABEL} (?:of|for)|\bdyddiad(?:au)? geni(?:'?r| y| yr)) [a-z]",
            0.85,
            expand=of_whom,
        ),
        Form(
            "after its label in a name of parts",
            r"[a-z0-9]D(?:ob|OB|oB|ateOfBirth)[\x22']?(?:[:=>]|\x22: ?)[\x22' ]{0,3}[0-9]",
            0.90,
            Scan.CASE,
            date_from,
        ),
        Form(
            "after a name that its label leads",
            r"\b(?:woman|man|child|client|patient|victim|tenant|applicant|mother|father|carer|person"
            r"|pupil|partner)(?:'s)? name[ :=\-]{1,3}[a-z\x80-\xf4]",
            0.80,
            expand=after_its_name,
        ),
        Form(
            "after a name, before a telephone or another number",
            r"[0-9]{2}, (?:(?:tel:? ?|mob:? ?)?(?:\+44|0044|[(]?0[1-9])"
            r"|(?:nhs|chi|ni|nino|upn|uln|pnc|cro|passport)\b)",
            0.80,
            expand=long_ago,
        ),
        Form(
            "in brackets with who it is",
            r"[a-z\x80-\xc8] [(](?:child|son|daughter|baby|step-?son|step-?daughter|partner|wife"
            r"|husband|mother|father|brother|sister|sibling|grand(?:son|daughter|child))"
            r"(?:[,;:]| -)? ?(?:b\.? ?|born )?[0-9]{1,4}[ /.\-]",
            0.80,
            expand=date_in_brackets,
        ),
        Form(
            "in the third field of a driving licence",
            r"\n2\. ?[a-z\x80-\xf4][^\n]{1,50}\n3\. ?[0-9]",
            0.90,
            expand=before_field_4a,
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
            r"|partner|spouse|beneficiar(?:y|ies)|adopters?|foster carers?|occupants?"
            r"|(?:relevant|young|missing) person|(?:other|household|family) members"
            r"|who (?:will|would) (?:move|live)(?: with you| there)?)(?:[(]s[)]| ?[0-9])?"
            r"(?: (?:in|at) (?:the )?(?:home|house|household)| present| affected)?"
            r"[\x22']?(?:[ \t]{0,2}(?:[:|\t]|-)| {1,40}\t|[ \t]{0,2}\.{3,60})"
            r"(?:[ \t]{0,4}|[ \t]{0,2}\r?\n[ \t]{0,4})[\x22']?[a-z\x80-\xf4]",
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
        Form("figures", rf"{FIGURES}\b", 0.30),
        Form("month named", rf"{NAMED}\b", 0.35),
        Form(
            "figures over a line end",
            rf"[0-9]{{1,2}}{WRAPPED}[0-9]{{1,2}}{WRAPPED}[12][0-9]{{3}}\b",
            0.25,
        ),
        Form(
            "month named, over a line end",
            rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?: of)?\s{{1,3}}{MONTH},?\s{{1,3}}[12][0-9]{{3}}\b",
            0.30,
        ),
        Form("after its weekday", rf"{DAY_OF_WEEK}[ ,]{{1,2}}(?:the )?{NAMED}\b", 0.35),
        Form("month first", rf"{MONTH}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}\b", 0.35),
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
        "rugadh", "latha breith", "ceann-latha breith",
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
        "date and place of birth", "place and date of birth", "latha breith",
        "birth time", "dt brth", "brth date", "brthdt", "dg", "d.g.", "d.g", "d/g", "dob dt",
        "b'date", "d of b", "dofb", "dof b", "dob1", "dob2", "birth day",
    ),
    typed_by=column_of_births,
    typed_beside=births_beside,
    among_relatives=births_in_cell,
    beside_remarks=True,
    version=9,
    opposing_headers=("date", "start", "end", "issued", "updated", "created", "review", "run date"),
)  # fmt: skip
