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

from detectors.base import Category, Detector, Form

_OLDEST = 120
_SHAPE = re.compile(
    r"(?:aged?|oed)?[ :=]{0,3}\(?([0-9]{1,3})\)?[ \-]?"
    r"(?:y|yo|y/o|(?:years?|yrs?|blwydd|mlwydd)(?:[ \-](?:old|oed|of age))?)?\)?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rb"[\-/+]| ?(?:to|and) [0-9]| (?:and|or) (?:over|under|above|below|older|younger)"
    rb"| (?:months|mths|weeks|wks|days)",
    re.IGNORECASE,
)


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


def in_brackets(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return the number in brackets that ends a trigger."""
    return data.index(b"(", start), end


DETECTOR = Detector(
    entity="AGE",
    category=Category.IDENTITY,
    title="age",
    source="design.md, section 6",
    forms=(
        Form("aged", r"\b(?:aged?|oed)[ :=]{1,3}[0-9]{1,3}\b", 0.85, expand=of_one),
        Form(
            "years old",
            r"\b[0-9]{1,3}[ \-]?(?:(?:years?|yrs?)[ \-](?:old|of age)|(?:blwydd|mlwydd) oed|y/o)\b",
            0.85,
            expand=of_one,
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
    headers=("age", "age in years", "age years", "current age", "age at referral", "oed", "oedran"),
    opposing_headers=("age group", "age band", "age range", "age of debt", "age category"),
    beside="PERSON",
    version=2,
)
