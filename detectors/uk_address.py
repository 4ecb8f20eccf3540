r"""Postal address: where somebody can be found; with a name it is a household's.

Shape     [flat or house,] number and street, [locality, town, county,] postcode; on one line or
          several. A house with a name may stand for the number, a label for the postcode.
Check     a house number or name, and a street or town; a street alone is nobody's home.
Chance    a number before a word of streets is rare, and the postcode's outward code exists.
Category  contact. A home is shared. After the name of a firm or council it weighs little.
Source    design.md, section 6; lists in detectors/data/NOTICE, 2026-11-25.

>>> canonical("Flat 2, 12 Mill Lane,\nLeeds LS14AB")
'flat 2 12 mill lane leeds ls1 4ab'
>>> canonical("Mill Lane, Leeds") is None
True
"""

from __future__ import annotations

import re

from detectors.address.lexicon import last_words, street_words
from detectors.address.onwards import ends_with_a_place, numbered_street, welsh_street
from detectors.address.streets import numbered_cell
from detectors.address.written import (
    address_in,
    before_postcode,
    folded_address,
    of_an_organisation,
)
from detectors.base import Category, Detector, Form, Scan, Shown

_MOST_CHARS = 200
_QUICK = re.compile(  # most of what a column of addresses holds
    r"[0-9]{1,3}[A-Za-z]? (?:[A-Z][a-z]+ ){1,2}([A-Z][a-z]+)(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?){0,3}"
)
_OF_FIRMS = re.compile(
    r"\b(?:industrial|trading|retail|business|enterprise|science|distribution)"
    r" (?:estate|park|village|centre|units?)\b"
)
_POSTCODE_END = re.compile(r"\b[a-z]{1,2}[0-9][0-9a-z]? [0-9][a-z]{2}\Z")


def canonical(text: str) -> str | None:
    """Return the address that ``text`` holds, folded, single-spaced, without commas, or None.

    >>> canonical("Rose Cottage, Mill Lane, Ambleside")
    'rose cottage mill lane ambleside'
    """
    text = text.strip(" \t\r\n\"',.;")
    if (quick := _QUICK.fullmatch(text)) and quick[1].lower() in last_words():
        return lived_at(text)
    address = address_in(text) if len(text) <= _MOST_CHARS else None
    return None if address is None else lived_at(address)


def lived_at(text: str) -> str | None:
    """Return an address folded, None of one where firms are and nobody lives.

    >>> lived_at("Unit 4, Quay Industrial Estate") is None
    True
    """
    address = folded_address(text)
    return None if _OF_FIRMS.search(address) else address


def ends_well(value: str) -> bool:
    """Return whether an address ends with a postcode, or with a town or county that we know."""
    if value[-3:-2].isdigit() and _POSTCODE_END.search(value[-8:]):
        return True
    return ends_with_a_place(value)


_SHARE, _LEAST_CELLS = 0.6, 5


def column_of_addresses(cells: list[str]) -> bool:
    """Return whether most cells of a column without heading hold a number and a street."""
    held = sum(cell[:1].isdigit() and numbered_cell(cell) for cell in cells)
    return len(cells) >= _LEAST_CELLS and held > _SHARE * len(cells)


def _alternatives(*, opens: bool) -> str:
    words = (each.word for each in street_words() if each.usual and each.opens is opens)
    return "|".join(sorted(words))


_POSTCODE = r"\b[A-Z]{1,2}[0-9][A-Z0-9]?(?: {0,2}|\r?\n)[0-9][ABD-HJLNP-UW-Z]{2}\b"
_NUMBER = r"\b[0-9]{1,4}[a-z]?,? "
_WORD = r"[a-z'.\-\x80-\xff]{1,20}"
_NAME = r"[A-Z][A-Za-z'\-]{1,20}\b\.?"
_NAMES = rf"{_NAME}(?: (?:(?:y|yr|the|of|on|de|[ao]'[a-z]{{1,3}}) )?{_NAME}){{0,3}}"
_MORE = rf"(?:,[ \n]{{1,2}}{_NAMES}){{0,4}}"

DETECTOR = Detector(
    entity="UK_ADDRESS",
    category=Category.CONTACT,
    shown=Shown.LAST_TWO_FIXED,
    title="postal address",
    source="design.md, section 6",
    forms=(
        Form("up to its postcode", _POSTCODE, 0.88, expand=before_postcode),
        Form("of an organisation", _POSTCODE, 0.18, expand=of_an_organisation, yields=True),
        Form(
            "number and street",
            rf"{_NUMBER}(?:{_WORD} ){{1,3}}(?:{_alternatives(opens=False)})\b",
            0.42,
            expand=numbered_street,
            yields=True,
        ),
        Form(
            "number and Welsh or Gaelic street",
            rf"{_NUMBER}(?:{_alternatives(opens=True)}) [a-z\xc3\xc5]",
            0.42,
            expand=welsh_street,
        ),
    ),
    near=(
        Form(
            "number or house",
            rf"(?:[Ff]lat [0-9]{{1,3}}[A-Za-z]?,? )?(?:[0-9]{{1,4}}[A-Za-z]?,? )?{_NAMES}{_MORE}",
            0.38,
            Scan.CASE,
        ),
    ),
    check=canonical,
    check_expanded=lived_at,
    check_name="number or house, and street",
    pass_rate=0.05,
    supporting=(
        "address", "home address", "postal address", "correspondence address", "current address",
        "previous address", "address line 1", "address 1", "line 1", "line1", "addr 1",
        "addr1", "first line of address", "current location",
        "mailing street", "mailing address", "billing street", "street address", "street 1",
        "home street", "lives at",
        "living at", "resides at", "residing at", "resident at", "staying at", "moved to",
        "moving to", "of his own at", "of her own at", "sleeping at", "stopping at",
        "home visit to", "home visit at", "tenancy at", "tenant at", "tenant of", "cyfeiriad",
        "cyfeiriad cartref",
        "byw yn",
    ),
    opposing=(
        "site address", "site location", "land at", "land adjacent to", "registered office",
        "head office", "business address", "company address", "office address", "school address",
        "premises address", "venue", "held at", "development at", "junction of", "works at",
        "roadworks", "road closure", "planning application",
    ),
    headers=(
        "address", "addr", "home address", "postal address", "full address", "address line 1",
        "address line", "address 1", "address1", "addr1", "address line1", "street address",
        "street", "house and street", "house number and street", "first line of address",
        "property address", "correspondence address", "current address", "previous address",
        "residential address", "tenancy address", "property", "cyfeiriad", "cyfeiriad cartref",
        "mailing street", "mailing address", "billing street", "billing address", "home street",
        "postal street", "delivery address", "contact address", "address street", "addr line 1",
        "add1", "add 1", "house and road", "number and street",
    ),
    part_headers=(
        (
            "house", "house no", "house number", "house num", "house name", "house name or number",
            "house no or name", "house name number", "house name no", "door number", "door no",
            "flat house no", "building number", "paon",
        ),
        ("street", "road", "street name", "road name", "thoroughfare"),
    ),
    opposing_headers=(
        "site address", "business address", "company address", "office address", "school address",
        "premises address", "email address", "e-mail address", "web address", "ip address",
        "mac address", "location", "venue", "site", "depot", "address line 2", "address 2",
    ),
    typed_by=column_of_addresses,
    favoured=ends_well,
    favour_says=("ends with a postcode or town", "no postcode or town we know"),
    encloses=True,
    uses=("UK_POSTCODE",),
    version=6,
)  # fmt: skip
