"""Religion: the religious or philosophical belief of a person (UK GDPR, article 9).

Shape     a faith said of a person ("is a practising Muslim"), a practice ("attends church"), or a
          faith in a field or a column headed so.
Check     the faith is in our list.
Chance    high for the word alone: streets, schools and charities hold it.
Category  special category.
Source    list in detectors/data/NOTICE (census 2021), 2026-11-25; Welsh names and churches
          compiled, 2026-11-26.

>>> canonical("Roman Catholic")
'roman catholic'
>>> canonical("attending the local mosque")
'mosque'
"""

from __future__ import annotations

import re

from detectors.base import Category, Detector, Form, Shown
from detectors.special.attribution import in_a_record, led_by, said_forms
from detectors.special.fields import OF_WORK, SUMMARY_HEADERS, field_form
from detectors.special.lexicon import folded, opens_with, term_in, terms, words
from detectors.special.links import IS
from detectors.special.notes import noted
from detectors.special.ticks import answered

_TERMS = terms("religion", "religions.csv")
_NAMES_TOO = words("christian jain faith pagan druid moravian jew")  # in columns of names
_WORSHIP = words(
    "church mosque synagogue temple gurdwara mass chapel prayers kosher halal ramadan eid"
    " baptised christened islam judaism hinduism christianity buddhism sikhism catholicism hijab"
    " sabbath shabbat diwali passover lent navratri vaisakhi hanukkah quaker"
    " methodist baptist pagan shul"
    " niqab burqa turban kippah mitzvah prays muslim jewish hindu sikh buddhist catholic christian"
)


_PRACTICE = (
    r"\b(?:(?:sits?|sat|sitting) shiva|(?:my|our|her|his|their) (?:faith|religion)"
    r" (?:asks|requires|teaches|says|forbids|obliges|does not (?:allow|permit))"
    r"|asked for (?:communion|an imam|a priest|a rabbi|the chaplain)"
    r"|(?:took|takes|receives?|received|brought|wants|given) (?:holy )?communion"
    r"|anointed (?:before|by|on)|last rites|(?:refuses|no) blood (?:products|transfusions?)"
    r"|says (?:his|her) (?:prayers|rosary))\b"
)
_PARTED = re.compile(r"\s[-:/]\s|[(),;]")
_PRACTISED = re.compile(_PRACTICE, re.IGNORECASE)


def canonical(text: str) -> str | None:
    """Return the faith that ``text`` is, or the practice that it tells of."""
    text = answered(text)
    value = folded(text)
    if value in _TERMS:
        return value
    parts = map(folded, _PARTED.split(text))  # "Christian - Methodist"
    if known := next((each for each in parts if each in _TERMS), None):
        return known
    return term_in(value, _WORSHIP | _PRAYERS) or ("practice" if _PRACTISED.search(text) else None)


_OPENS = re.compile(rb"(?:[.:]|\bward \w{1,4}[.,]| -) ?\Z")
_OPENS_BYTES = 16


def _opens_a_sentence(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the faith that a sentence in a record of one person begins with."""
    if not _OPENS.search(data, max(0, start - _OPENS_BYTES), start):
        return None
    faith = re.match(rb"[A-Za-z' ]+", data[start:end])
    return None if faith is None else in_a_record(data, start, start + faith.end())


_PRAYERS = words("zuhr dhuhr fajr maghrib isha asr jumuah taraweeh simran puja communion evensong")


def _of_worship(cells: list[str]) -> bool:
    """Return whether half of some cells tell of worship, at least two: what a room is booked for.

    >>> _of_worship(["Zuhr prayer", "Lent reflection", "quiet time"])
    True
    """
    right = sum(bool(set(folded(cell).split()) & (_PRAYERS | _SEASONS)) for cell in cells)
    return opens_with(_TERMS - _NAMES_TOO)(cells) or (right > 1 and 2 * right >= len(cells))


def _are_faiths(cells: list[str]) -> bool:
    """Return whether cells of a list without heading are faiths, of three at least.

    >>> _are_faiths(["RC, communion Fridays", "Sikh", "none", "Methodist"])
    True
    """
    known = [term for cell in cells if (term := folded(_PARTED.split(cell)[0])) in _TERMS]
    told = set(known) - _NOT_TELLING
    return 2 * len(known) >= len(cells) and len(told) >= _LEAST_FAITHS


_LEAST_FAITHS = 3
_NOT_TELLING = words("none other spiritual")
_SEASONS = words("prayer prayers ramadan lent shabbat sabbath diwali passover eid")
_FAITHS = words("judaism hinduism christianity buddhism sikhism catholicism ramadan")
_IN_NOTES = (_TERMS | _FAITHS) - _NAMES_TOO - words("none other spiritual rc orthodox islam")

DETECTOR = Detector(
    entity="RELIGION_DATA",
    category=Category.SPECIAL_CATEGORY,
    shown=Shown.NOTHING,
    title="religion or belief",
    source="UK GDPR, article 9; census 2021",
    forms=(
        *said_forms("religion", IS),
        Form(
            "practice, in a record of one person",
            r"\battend(?:s|ed|ing)? (?:(?:his|her|their|the|a|an) )?(?:local |\w+ )?"
            r"(?:church|mosque|synagogue|temple|gurdwara|mass|chapel|friday prayers)\b",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "practice, in a record of one person",
            r"\b(?:keeps? (?:a )?kosher|eats? (?:only )?halal|fast(?:s|ing)? (?:for|during)"
            r" ramadan|(?:was|were|been) (?:baptised|christened)|leave for (?:eid|ramadan))\b",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "practice, in a record of one person",
            r"\b(?:practi[sc]es|converted to|follower of|brought up in|raised in) "
            r"(?:the )?(?:islam|judaism|hinduism|christianity|buddhism|sikhism|catholicism)\b"
            r"|\bof the (?:muslim|jewish|hindu|sikh|buddhist|catholic|christian|bah.{1,3}i) faith\b"
            r"|\b(?:prays? (?:five times|daily)|wears? (?:a |the |her )?(?:hijab|niqab|burqa|turban"
            r"|kippah)|goes to (?:church|mosque|synagogue|temple|gurdwara|chapel|mass)"
            r"|(?:his|her) (?:bar|bat) mitzvah)\b",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "practice, in a record of one person",
            r"\b(?:leave|off|break|absent|shifts?|hours|cover) (?:for|during|around|over|at) "
            r"(?:eid|ramadan|diwali|passover|yom kippur|rosh hashanah|hanukkah|vaisakhi|navratri"
            r"|lent|good friday|friday prayers|jumu.?ah|sabbath|shabbat)\b"
            r"|\b(?:observ(?:es?|ing)|keeps?|keeping|celebrat(?:es|ing)) (?:the )?"
            r"(?:sabbath|shabbat|ramadan|lent|passover|eid|diwali|navratri)\b",
            0.75,
            expand=in_a_record,
        ),
        Form(
            "faith of somebody, in a record of one person",
            r"\b(?:muslim|jewish|hindu|sikh|buddhist|catholic|christian|quaker|methodist|baptist"
            r"|islamic|pagan) (?:faith|beliefs?|religion|upbringing|tradition|rites?)\b",
            0.75,
            expand=led_by("(?:his|her|their|my|your)(?: own| strong| deep)?"),
        ),
        Form(
            "practice, in a record of one person",
            _PRACTICE,
            0.75,
            expand=in_a_record,
        ),
        Form(
            "faith that a sentence on somebody begins with",
            r"\b(?:muslim|jewish|hindu|sikh|buddhist|(?:roman )?catholic|christian|quaker|methodist"
            r"|baptist|pentecostal|anglican|presbyterian|orthodox|jehovah'?s witness)[,;:] "
            r"(?:asks|asked|wants|wanted|wishes|family|no|not|does|would|prays|keeps|fasts|attends"
            r"|goes|practising|lapsed|eats|requests|requested|visited|needs|given|received)\b",
            0.75,
            expand=_opens_a_sentence,
        ),
        field_form(
            r"religion or belief|religious belief|religion|faith|denomination|crefydd"
            r"|community background",
            canonical,
        ),
    ),
    check=canonical,
    check_name="known faith or practice",
    pass_rate=0.5,
    headers=(
        "religion", "faith", "religion or belief", "religious belief", "belief", "denomination",
        "religion belief", "crefydd", "relig", "religious group", "religious affiliation",
        "religion code", "religion description", "church", "crefydd neu gred", "faith group",
        "community background", "perceived religion", "parish or synagogue", "place of worship",
        "congregation", "rite", "funeral rite", "funeral rites", "religious rite",
        "church or mosque", "place of worship attended", "faith or church", "faith community",
    ),
    opposing_headers=OF_WORK,
    summary_headers=SUMMARY_HEADERS,
    among_people=_of_worship,
    typed_beside=_are_faiths,
    noted=noted(_IN_NOTES),
    version=7,
)  # fmt: skip
