"""UK postcode: some 15 addresses; with a name or house number it points to one household.

Shape     outward A9 A99 AA9 AA99 A9A AA9A, then a digit and two letters, never C I K M O V.
Check     the outward code exists: data/outward_codes.csv; XX (large users) by pattern.
Chance    7.7 % of text of this shape, 49 % by grammar alone.
Category  contact.
Source    ONS Postcode Directory, February 2025; MRS note on the Royal Mail format, 2026-11-25.

>>> canonical("sw1a  1aa")
'SW1A1AA'
>>> canonical("QQ1 1AA") is None
True
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from detectors.base import Category, Chars, Detector, Form, Letters
from detectors.check_digits import as_values

_SEPARATORS = re.compile(r"[ .\-\r\n]+")
_SHAPE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9O])([ABD-HJLNP-UW-Z]{2})")
_OUTWARD_SHAPE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")
_LARGE_USER = re.compile(r"XX[0-9]{1,2}")
_GIROBANK = "GIR0AA"  # the one code without a digit in its outward part
_FORMER = frozenset({"former", "pseudo", "overseas"})
_ORDINALS = frozenset({"1ST", "2ND", "3RD", "4TH", "5TH", "6TH", "7TH", "8TH", "9TH", "0TH"})


@cache
def outward_codes() -> dict[str, bool]:
    """Return each outward code, and whether addresses are delivered to under it today.

    Codes of another shape (GIR, BFPO, ASCN of Ascension) are left out.
    """
    table = files("detectors.data").joinpath("outward_codes.csv").read_text("utf-8")
    return {
        row["outward"]: row["kind"] not in _FORMER
        for row in csv.DictReader(table.split("\n"))
        if _OUTWARD_SHAPE.fullmatch(row["outward"])
    }


@cache
def _not_geographic() -> frozenset[str]:
    table = files("detectors.data").joinpath("outward_codes.csv").read_text("utf-8")
    rows = csv.DictReader(table.split("\n"))
    return frozenset(row["outward"] for row in rows if row["kind"] == "non-geographic")


def large_users(value: str) -> bool:
    """Return whether a postcode in canonical form is of large users and PO boxes, not of homes."""
    return value[:-3] in _not_geographic() or _LARGE_USER.fullmatch(value[:-3]) is not None


def homes(outward: str) -> bool:
    """Return whether an outward code, in capitals, exists and is not of large users."""
    return outward in outward_codes() and outward not in _not_geographic()


@cache
def _former() -> frozenset[str]:
    return frozenset(code for code, delivered_to in outward_codes().items() if not delivered_to)


@cache
def _outward_numbers() -> NDArray[np.int64]:
    large = [f"XX{number}" for number in range(100)] + [f"XX0{number}" for number in range(10)]
    codes = [*outward_codes(), *large, _GIROBANK[:3]]
    return np.array(sorted({int.from_bytes(code.encode()) for code in codes}), dtype=np.int64)


def canonical(text: str) -> str | None:
    """Return ``text`` closed up and in capitals if its outward code exists, else None.

    An O that stands for the sector's nought is mended.
    """
    compact = _SEPARATORS.sub("", text.upper())
    if compact == _GIROBANK:
        return compact
    match = _SHAPE.fullmatch(compact)
    if match is None:
        return None
    outward, sector, unit = match.groups()
    if outward not in outward_codes() and _LARGE_USER.fullmatch(outward) is None:
        return None
    return outward + sector.replace("O", "0") + unit


_UNIT_LETTER = np.zeros(256, dtype=bool)
_UNIT_LETTER[list(b"ABDEFGHJLNPQRSTUWXYZ")] = True


def canonical_many(chars: Chars) -> NDArray[np.bytes_]:
    """Return each row whose outward code exists, b"" for the others."""
    width = chars.shape[1]
    if not 5 <= width <= 7:
        return np.full(len(chars), b"", dtype="S7")
    outward = np.zeros(len(chars), dtype=np.int64)
    for column in range(width - 3):
        outward = outward << 8 | chars[:, column]
    known = _outward_numbers()
    passes = known[np.searchsorted(known[:-1], outward)] == outward
    sector, units = chars[:, -3], chars[:, -2:]
    fixed = chars.copy()
    fixed[:, -3] = np.where(sector == ord("O"), ord("0"), sector)
    passes &= (fixed[:, -3] >= ord("0")) & (fixed[:, -3] <= ord("9"))
    passes &= _UNIT_LETTER[units].all(axis=1)
    return as_values(fixed, passes)


def delivered(value: str) -> bool:
    """Return whether the code is in use, and does not read as an ordinal ("A4 2nd")."""
    return value[-3:] not in _ORDINALS and value[:-3] not in _former()


_OUTWARD = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
_INWARD = r"[0-9][ABD-HJLNP-UW-Z]{2}\b"

_WORD_BEFORE = re.compile(rb"(?:^|[\s(,])([a-z]{2,16}) {1,2}\Z")
_LEADS_TO_A_PLACE = frozenset(
    b"about address addresses all and are area areas around as at beside between both but by "
    b"covering estate flat for from had has home house in inside into is just lane live "
    b"lived lives living location moved moving near nearby now of on only or our outside over "
    b"premises property reside residents resides road round see sent since site street than that "
    b"the their then there this through to toward towards town under until via village visited "
    b"was were where within zip "
    b"applicant carer claimant client customer daughter family father husband mother occupier "
    b"owner parent patient partner resident son tenant tenants wife "
    b"application bins benefit claim complaint home housing rent repair repairs tax tenancy".split()
)
_WORD_BYTES = 20
_RANGE = re.compile(
    rb"(?<![A-Z0-9])([A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}) ?(?:-|to|and|till) ?\Z"
)  # "rounds E1 2AB to E1 2AH": what goes for the first goes for the last
_RANGE_BYTES = 16


_LABEL = re.compile(rb"post ?code|postal code|cod post", re.IGNORECASE)
_LABEL_BYTES = 64
_SCREW = re.compile(rb"M[0-9]{1,2}", re.IGNORECASE)
_FIXED = re.compile(
    rb" {1,2}(?:hex|cap|set|socket|flange)?[ \-]?(?:head )?(?:bolt|screw|nut|washer|stud|rivet"
    rb"|thread|anchor|coupler)s?\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(rb"[^.\n]{0,24}\b(?:finger tight|[0-9.]+ ?N ?m)\b", re.IGNORECASE)
_SIZE_BYTES = 3


def names_a_size(data: bytes, start: int, end: int) -> bool:
    """Return whether a code begins with the size of a screw, or follows a thing.

    >>> names_a_size(b"M4 2HX bolts 4.5 Nm", 0, 6), names_a_size(b"M4 2HX", 0, 6)
    (True, False)
    """
    size = slice(start, start + _SIZE_BYTES)
    if _SCREW.match(data[size]) and (_FIXED.match(data, end) or _MEASURED.match(data, end)):
        return True
    return after_a_thing(data, start, end)


def after_a_thing(data: bytes, start: int, _end: int) -> bool:
    """Return whether a code in capitals follows a small word that leads to no place: "bracket".

    >>> after_a_thing(b"bracket SS5 1EN", 8, 15), after_a_thing(b"moved to SS5 1EN", 9, 16)
    (True, False)
    """
    if not data[start : start + 1].isupper():
        return False
    first = _RANGE.search(data, max(0, start - _RANGE_BYTES), start)
    start = first.start(1) if first else start
    word = _WORD_BEFORE.search(data, max(0, start - _WORD_BYTES), start)
    return word is not None and word[1] not in _LEADS_TO_A_PLACE


def not_led_to(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return a code over a line end, unless a label leads to it: then it is read by that."""
    label = _LABEL.search(data, max(0, start - _LABEL_BYTES), start)
    return None if label else (start, end)


DETECTOR = Detector(
    entity="UK_POSTCODE",
    category=Category.CONTACT,
    title="UK postcode",
    source="ONS Postcode Directory, February 2025",
    forms=(
        Form("spaced", rf"\b{_OUTWARD} {{1,2}}{_INWARD}", 0.82),
        Form("closed up", rf"\b{_OUTWARD}{_INWARD}", 0.58),
        Form("GIR 0AA", r"\bGIR ?0AA\b", 0.90),
        Form(
            "over a line end", rf"\b{_OUTWARD}\r?\n{_INWARD}", 0.45, expand=not_led_to
        ),
        Form("hyphen", rf"\b{_OUTWARD}[.\-]{_INWARD}", 0.35),
    ),
    near=(Form("misread nought", rf"{_OUTWARD}[ \-]{{0,2}}O[ABD-HJLNP-UW-Z]{{2}}\b", 0.30),),
    check=canonical,
    check_many=canonical_many,
    check_name="outward code exists",
    pass_rate=0.077,
    supporting=(
        "postcode", "post code", "postal code", "pc", "address", "home address", "lives at",
        "moved to", "living at", "resides at", "resident at", "cod post", "cyfeiriad", "zip",
        "p/code", "p code", "pcode",
    ),
    opposing=(
        "part", "part no", "form", "drawing", "batch", "sku", "stock code", "cost centre", "bin",
        "bolt", "grid ref", "size", "junction", "model", "serial", "order", "asset", "rev no",
        "revision",
        "product", "bay no", "bay number", "loading bay", "parking bay", "shelf",
        "code", "room", "section", "closure", "lamp column", "bus stop",
        "cone", "taper", "cone taper", "traffic sign", "sign diagram", "road plate",
    ),
    headers=(
        "postcode", "post code", "postal code", "pc", "pcode", "zip", "cod post", "home postcode",
        "address postcode", "p/code", "p code", "pcd",
    ),
    opposing_headers=("part", "part no", "sku", "stock code", "cost centre", "code", "bin"),
    named_otherwise=names_a_size,
    favoured=delivered,
    favour_says=("in use today", "no longer in use, or an ordinal"),
    letters=Letters.CAPITALS,
    version=7,
)  # fmt: skip
