"""Dates as people write them, of days on which somebody alive may be born: as ISO 8601.

>>> canonical("3rd of March 1980"), canonical("31/02/1980")
('1980-03-03', None)
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache

_OLDEST_YEARS = 120  # nobody alive in the UK is older
_MONTHS = (
    ("jan", "ionawr", "ion"), ("feb", "chwefror", "chwef"), ("mar", "mawrth"), ("apr", "ebrill"),
    ("may", "mai"), ("jun", "mehefin"), ("jul", "gorffennaf"), ("aug", "awst"), ("sep", "medi"),
    ("oct", "hydref"), ("nov", "tachwedd"), ("dec", "rhagfyr"),
)  # fmt: skip
_NUMBER_OF = {name[:3]: at for at, names in enumerate(_MONTHS, 1) for name in names}
MONTH = (
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
DAY_OF_WEEK = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAY = re.compile(rf"^{DAY_OF_WEEK},? (?:the )?(?=[0-9])")
_CLOSED_UP = re.compile(r"([0-9]{2})([0-9]{2})((?:19|20)[0-9]{2})")
_DAY_MONTH = re.compile(
    rf"([0-9]{{1,2}})(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?[ \-/.,]{{0,2}}(?:of )?({MONTH})"
    r"[ \-/.,']{0,3}([0-9]{4}|[0-9]{2})"
)
_MONTH_DAY = re.compile(rf"({MONTH})\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?,? ([0-9]{{4}})")


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


def this_year() -> int:
    """Return the year that it is, UTC."""
    return datetime.now(UTC).year


_SEPARATOR = r" ?[/.\- ] ?"
WRAPPED = r"(?:\s?[/.\-]\s{0,2}| )"
_ISO = r"[12][0-9]{3}[\-/.][0-9]{1,2}[\-/.][0-9]{1,2}"
FIGURES = rf"[0-9]{{1,2}}{_SEPARATOR}[0-9]{{1,2}}{_SEPARATOR}(?:[0-9]{{4}}|[0-9]{{2}})"
NAMED = (
    r"[0-9]{1,2}(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?[ \-/.,]{0,2}(?:of )?"
    rf"{MONTH}[ \-/.,']{{0,3}}(?:[0-9]{{4}}|[0-9]{{2}})"
)
ANY_DATE = rf"(?:{_ISO}|{FIGURES}|{NAMED})"
