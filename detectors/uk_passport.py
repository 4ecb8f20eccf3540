"""Passport number: names the holder of a British passport to every border.

Shape     nine digits; on old blue ones a letter and six digits, or six digits and a letter. The
          second line of the machine readable zone holds nine digits, nationality, birth and expiry.
Check     the number itself has none. The line has four check digits: weights 7, 3, 1, modulus 10,
          over number, birth, expiry, and all of them with the optional data.
Chance    any nine digits pass; 1 in 10,000 random lines.
Category  identity.
Source    ICAO Doc 9303, parts 3 and 4 (worked lines); help sheet 2512, Validating Common British
          Data; read 2026-11-25.

>>> canonical("925 076 473")
'925076473'
>>> canonical("GBR 925076473")
'925076473'
>>> canonical("9250764733GBR8809117F2007162<<<<<<<<<<<<<<08")
'925076473'
>>> canonical("9250764733GBR8809118F2007162<<<<<<<<<<<<<<08") is None
True
"""

from __future__ import annotations

import re
from itertools import cycle

from detectors.after_words import TO_A_DIGIT, after_words
from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Scan, Strength

_SEPARATORS = re.compile(r"[ .\-]+")
_COUNTRY = re.compile("(?:GBR?|UK)(?=[0-9]{9}$)")
_NUMBER = re.compile("[0-9]{9}|[A-Z][0-9]{6}|[0-9]{6}[A-Z]")
# British citizens, and the five other kinds of British nationality.
_LINE = "[0-9]{9}[0-9]GB[RDNOPS][0-9]{7}[MFX<][0-9]{7}[0-9A-Z<]{14}[0-9<][0-9]"
_ZONE = re.compile(_LINE)
_WEIGHTS = (7, 3, 1)  # ICAO Doc 9303, part 3, section 4.9
_LABEL = r"(?:\b|_)(?:pass ?port|p/?port|pasbort|travel document)(?:\b|_)"
_WRITTEN = r"(?:(?:gbr?|uk)[ .\-]?)?[0-9](?:[ .\-]?[0-9]){8}\b(?![.\-]?[0-9])|[a-z] ?[0-9]{6}\b"
_LAST_NINE = re.compile(rb"(?<![0-9\-])[0-9](?:[ \-]?[0-9]){8}\Z")
_LONGEST = len("925-076-473")
_EXAMPLE = "925076473"  # on the specimen passport of HM Passport Office


def canonical(text: str) -> str | None:
    """Return the passport number in ``text``, a number or a line of the zone, else None."""
    compact = _COUNTRY.sub("", _SEPARATORS.sub("", text.upper()))
    if _ZONE.fullmatch(compact):
        return compact[:9] if _line_checks(compact) else None
    if _NUMBER.fullmatch(compact) is None or set(compact) == {"0"}:
        return None
    return compact


def _line_checks(line: str) -> bool:
    """Return whether the four check digits of a line of the zone are right."""
    parts = ((line[:9], line[9]), (line[13:19], line[19]), (line[21:27], line[27]))
    all_of_them = (line[:10] + line[13:20] + line[21:43], line[43])
    return all(check_digit(part) == int(digit) for part, digit in (*parts, all_of_them))


def check_digit(part: str) -> int:
    """Return the check digit of a part of a machine readable zone.

    >>> check_digit("L898902C<")
    3
    """
    values = (0 if char == "<" else int(char, 36) for char in part)
    return sum(weight * value for weight, value in zip(cycle(_WEIGHTS), values)) % 10


def last_nine(data: bytes, start: int, _end: int) -> tuple[int, int] | None:
    """Return the nine digits whose last one the trigger begins with."""
    match = _LAST_NINE.search(data, max(0, start + 1 - _LONGEST), start + 1)
    return match.span() if match else None


def whole_zone(_data: bytes, start: int, end: int) -> tuple[int, int]:
    """Return the line of the zone as it was matched."""
    return start, end


def note(value: str) -> str | None:
    """Say so where it is the number of the specimen passport."""
    return EXAMPLE_VALUE if value == _EXAMPLE else None


DETECTOR = Detector(
    entity="UK_PASSPORT",
    category=Category.IDENTITY,
    title="passport number",
    source="ICAO Doc 9303",
    forms=(
        Form("machine readable zone", rf"\b{_LINE}\b", 0.97, Scan.CASE, whole_zone),
        Form(
            "before its label",
            r"[0-9] {0,2}(?:[\-=(]|is (?:the|my|his|her|their|a)) {0,2}(?:uk |british )?passport"
            r"(?: number| no)?[.,;)]?[ \t\r]{0,4}(?:\n|$)",
            0.90,
            expand=last_nine,
        ),
        Form(
            "some words after its label",
            _LABEL + TO_A_DIGIT,
            0.88,
            expand=after_words(_LABEL, _WRITTEN),
        ),
    ),
    near=(
        Form("machine readable zone", rf"{_LINE}\b", 0.97, Scan.CASE),
        Form("nine digits", r"[0-9](?:[ \-]?[0-9]){8}\b", 0.35),
        Form("old, letter first", r"[a-z] ?[0-9]{6}\b", 0.30),
        Form("old, letter last", r"[0-9]{6} ?[a-z]\b", 0.30),
    ),
    check=canonical,
    check_name="well formed",
    pass_rate=0.9,
    supporting=(
        "passport", "passport seen", "passports seen", "passports", "passport no",
        "passport num", "passport number", "uk passport",
        "british passport", "pasbort", "rhif pasbort", "passport id", "passport/id",
        "passport id no", "passport ref", "passport reference", "passport details", "ppt", "ppt no",
        "passport, number", "passport with number", "passport bearing number", "passport numbered",
        "passport / id", "passport document number", "passport document no", "passport serial no",
        "passport serial number", "passport/id no", "passport/id number", "passport or id no",
        "travel document number", "travel document no", "uk passport number", "uk passport no",
        "travel document", "passport nr",
    ),
    headers=(
        "passport seen", "passport checked", "passport verified", "passport no seen",
        "passport number seen", "passport evidence", "passport provided", "passport copy",
        "pp no", "pp number",
        "passport", "passport no", "passport num", "passport number", "pasbort", "rhif pasbort",
        "passport id", "passport id no", "passport ref", "passport details", "ppt", "ppt no",
        "travel document number", "travel document no", "travel document", "travel doc no",
        "pport no", "p port no", "psprt no", "passpt no", "passport doc no",
    ),
    opposing_headers=(
        "passport expiry", "passport issued", "passport expiry date", "passport issue date",
        "travel document expiry", "travel document type",
    ),
    version=5,
    note=note,
    strength=Strength.ONE_PERSON,
)  # fmt: skip
