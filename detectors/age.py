"""Age of a person: right after a name it says something of that person, elsewhere nothing.

Shape     "aged 7", "age: 34", "7 years old", "7-year-old", "(34)" directly after a name.
Check     a whole number of years up to 120.
Chance    any number has the shape: only right after a person's name, in the same sentence, or in a
          column headed so of a table that names people.
Category  identity. Many are of one age.
Source    design.md, section 6; how councils write ages is known from their letters.

>>> canonical("7 yrs old"), canonical("aged 34")
('7', '34')
>>> canonical("121 years old") is None
True
"""

from __future__ import annotations

import re

from detectors.address.lexicon import places
from detectors.base import Category, Detector, Form, Scan
from detectors.names.lexicon import MONTHS, first_names

_OLDEST = 120
_SHAPE = re.compile(
    r"(?:(?:aged?|oed)(?: ?[(]years[)]| in years| at [a-z]+)?[\x22\]]?)?"
    r"[\s:=.|>\x22]{0,60}\(?(?:aged? )?([0-9]{1,3})\)?[ \-]?"
    r"(?:y|yo|y/o|(?:years?|yrs?|blwydd|mlwydd)(?:[ \-](?:old|oed|of age))?)?\)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rb"[\-/+]| ?(?:to|and) [0-9]| (?:and|or) (?:over|under|above|below|older|younger)"
    rb"| (?:months|mths|weeks|wks|days)",
    re.IGNORECASE,
)


_OPENS_FIELD = re.compile(rb"(?:\A|[\n\t|,;>\[\x22{\-]|  |[.:][0-9]{1,2}) {0,40}\Z")
_ENDS_FIELD = re.compile(rb"[ ]?(?:yrs?|years?)?[\x22\]]?[ ]?(?:\Z|[\r\n\t|,;}\]<]|  | - )")
_FIELD_BYTES = 42
_NUMBER = re.compile(rb"[0-9]{1,3}(?:[ \-]?(?:yrs?|years?|y/o|yo)\b(?: old)?)?")
_GIVEN_NAME = re.compile(rb"[A-Za-z]+")
_FORM_BYTES, _LETTER_BYTES = 1_200, 4_000


def canonical(text: str) -> str | None:
    """Return the years in ``text`` without noughts in front, or None where it is no age."""
    match = _SHAPE.fullmatch(text.strip())
    if match is None:
        return None
    years = int(match[1])
    return str(years) if years <= _OLDEST else None


def of_one(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return a trigger, or None where it goes on as an age group's or in months."""
    return None if _GOES_ON.match(data, end) else (start, end)


def in_field(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the number that ends a trigger if label and number are a field of a form."""
    opens = _OPENS_FIELD.search(data, max(0, start - _FIELD_BYTES), start)
    return (start, end) if opens and _ENDS_FIELD.match(data, end) else None


def last_number(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the number in a trigger, with its unit, unless it goes on as an age group's."""
    match = _NUMBER.search(data, start, end)
    return None if match is None or _GOES_ON.match(data, end) else match.span()


def in_brackets(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return the number in brackets that ends a trigger."""
    return data.index(b"(", start), end


def of_given_name(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the number after a given name that is no place's: "Ines is 9", "Ines (9)"."""
    name = _GIVEN_NAME.match(data, start)
    word = name[0].decode().lower() if name else ""
    if word not in first_names() or word in places() or word in MONTHS:
        return None
    return (
        in_brackets(data, start, end)
        if data[end - 1 : end] == b")"
        else last_number(data, start, end)
    )


DETECTOR = Detector(
    entity="AGE",
    category=Category.IDENTITY,
    title="age",
    source="design.md, section 6",
    forms=(
        Form(
            "in a field of a form",
            r"\bage(?: ?[(]years[)]| in years| at (?:time|death|referral|admission|arrest))?"
            r"[\x22\]]?[ \t]{0,40}(?:[:|=.]|\.{2,60})?[ \t\x22|]{0,24}(?:\r?\n[ \t>|]{0,12})?"
            r"[0-9]{1,3}\b",
            0.80,
            expand=in_field,
            beside_bytes=_FORM_BYTES,
        ),
        Form(
            "of the writer",
            r"\bi(?: am|'m)(?: now| only| nearly)? [0-9]{1,3}"
            r"(?: ?(?:years?|yrs?) old| with | and (?:i |it |have|live|my)"
            r"|[.,] (?:i|my|we|the|please)\b)",
            0.80,
            expand=last_number,
            beside_bytes=_LETTER_BYTES,
        ),
        Form(
            "of him or her",
            r"\b(?:s?he|they)(?: is| was| are|'s|'re)(?: only| now| just| nearly)? [1-9][0-9]?"
            r"(?: ?(?:years?|yrs?)\b|\s(?:now|today|next|and (?:has|is|lives|was|in))\b|[.,;]\s)",
            0.70,
            expand=last_number,
            beside_bytes=_LETTER_BYTES,
        ),
        Form(
            "of a relative",
            r"\b(?:my|his|her|our|their) (?:mum|mam|dad|nan|gran|grandad|mother|father|son|daughter"
            r"|wife|husband|sister|brother|partner|neighbour)(?: is|'s)"
            r"(?: only| now| just| nearly)?"
            r" [1-9][0-9]?(?: and| now|[.,;])",
            0.70,
            expand=last_number,
            beside_bytes=_LETTER_BYTES,
        ),
        Form(
            "of this man or woman",
            r"\b(?:this|the|a|an|your) [1-9][0-9]?[ \-](?:years?|yrs?)[ \-]old (?:(?:wo)?man"
            r"|gentleman|lady|boy|girl|male|female|patient|resident|tenant|client|pupil|child|mother|father)\b",
            0.75,
            expand=last_number,
            beside_bytes=_LETTER_BYTES,
        ),
        Form(
            "of a given name",
            r"\b[A-Z][a-z]{2,14}(?: is(?: now| only)? [1-9][0-9]?[.,]\s| \([1-9][0-9]?\))",
            0.70,
            Scan.CASE,
            of_given_name,
            beside_bytes=_FORM_BYTES,
        ),
        Form("aged", r"\b(?:aged?|oed)[ :=]{1,3}[0-9]{1,3}\b", 0.85, expand=of_one),
        Form(
            "years old",
            r"\b[0-9]{1,3}[ \-]?(?:(?:years?|yrs?)[ \-](?:old|of age)|(?:blwydd|mlwydd) oed|y/o)\b",
            0.85,
            expand=of_one,
        ),
        Form(
            "after a name and a comma",
            r"[a-z], [0-9]{1,3} ?(?:yrs?|years?|y/o|yo)\b",
            0.75,
            expand=last_number,
            beside_bytes=4,
        ),
        Form(
            "is so much, after a name",
            r"[a-z] (?:is|was|turned|turns|now)(?: only| now| just| nearly| almost)? [0-9]{1,2}"
            r"(?: and |[.,;] |[)])",
            0.70,
            expand=last_number,
            beside_bytes=14,
        ),
        Form(
            "between commas after a name",
            r"[A-Za-z], (?:now |aged )?[1-9][0-9]?(?:[,;] [a-z]|[.)]\s)",
            0.70,
            Scan.CASE,
            last_number,
            beside_bytes=7,
        ),
        Form(
            "after a name, before a date",
            r"[a-z], [1-9][0-9]?, [0-9]{1,2}[/.\- ][0-9]{1,2}[/.\- ][0-9]{2}",
            0.75,
            expand=last_number,
            beside_bytes=4,
        ),
        Form(
            "in brackets after a birth",
            r"[0-9] {1,4}[(](?:aged? )?[0-9]{1,3} ?(?:yrs?|years?)(?: old)?[)]",
            0.75,
            expand=in_brackets,
        ),
        Form(
            "in brackets after a name",
            r"[a-z] \([1-9][0-9]?(?: ?(?:yrs?|years?|y|oed|mlwydd oed|yrs? old|years? old))?\)",
            0.70,
            expand=in_brackets,
            beside_bytes=2,
        ),
    ),
    check=canonical,
    check_name="up to 120 years",
    pass_rate=0.9,
    headers=(
        "age",
        "age in years",
        "age years",
        "current age",
        "age at referral",
        "oed",
        "oedran",
        "age at time",
        "age at death",
        "age at admission",
        "age at arrest",
        "age at incident",
        "age (yrs)",
        "age (years)",
        "age now",
        "your age",
        "age last birthday",
    ),
    opposing_headers=("age group", "age band", "age range", "age of debt", "age category"),
    beside="PERSON",
    version=4,
)
