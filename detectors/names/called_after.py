"""Places that are called after somebody with a title: Lord Street, Dr Grace Medical Centre."""

from __future__ import annotations

import re

from detectors.names.lexicon import AFTER_A_PLACE, PLACE_WORDS, folded

_OWNED = re.compile(rb"'s ([A-Z][a-z]{2,20})\b")
_PARTNERS = re.compile(rb" ?(?:&|and) (?:Partners|Associates|Sons?|Co|Colleagues)\b")
_OF_PLACES = (
    *(b"Lord ", b"Lady ", b"Dame ", b"Sir ", b"Master ", b"Canon ", b"Father ", b"Sister "),
    *(b"Dr ", b"Dr. ", b"Doctor "),
)
"""Titles that open names of streets, inns and surgeries too: "Lord Street", "Lady Lane"."""
_OF_INNS = (b"Lord ", b"Lady ", b"Sir ")
_THE = re.compile(
    rb"\b(?:[Tt]he|[Dd]redger|[Ff]erry|[Tt]ug|[Tt]rawler|[Ll]ifeboat|[Yy]acht|[Nn]arrowboat|[Ss]hip"
    rb"|[Ll]aunch|[Bb]arge) \Z"
)
"""What inns and ships are called by: "behind the Lord Raglan", "dredger Lord Nelson"."""
_THE_BYTES = 12
_MAP = re.compile(
    rb"\b(?:coordinates|geometry|latitude|longitude|easting|northing)\b", re.IGNORECASE
)
_MAP_BYTES = 200
_CAPITALS_AFTER = re.compile(rb"(?: [A-Z][a-z]{2,20}){1,3}")
_IS_A_HOUSE = re.compile(
    rb" (?:(?i:public house|pub|inn|arms|hotel|tavern|memorial|statue|suite|room|stand|ward|wing)\b"
    rb"|(?:and|&) [A-Z][a-z]+ (?i:public house|pub|inn|arms)\b)"
)


def of_a_place(data: bytes, start: int, name: tuple[int, int]) -> bool:
    """Return whether the title at ``start`` and ``name`` after it are a street's or a house's."""
    if _owns_a_place(data, name[1]) or _PARTNERS.match(data, name[1]):
        return True
    if not data.startswith(_OF_PLACES, start):
        return False
    if data.startswith(_OF_INNS, start) and _THE.search(data, max(0, start - _THE_BYTES), start):
        return True
    return _is_of_land(data, name) or _names_a_place(data, name)


def _owns_a_place(data: bytes, end: int) -> bool:
    """Return whether a name that ends there is a street's or a house's: Dr Barton's Lane."""
    match = _OWNED.match(data, end)
    return match is not None and match[1].decode("ascii").lower() in AFTER_A_PLACE | PLACE_WORDS


def _names_a_place(data: bytes, name: tuple[int, int]) -> bool:
    """Return whether a name is a surgery's or a school's: Dr Grace Medical Centre.

    The capital words after it tell, up to three.
    """
    match = _CAPITALS_AFTER.match(data, name[1])
    return match is not None and not AFTER_A_PLACE.isdisjoint(match[0].decode().lower().split())


def _is_of_land(data: bytes, name: tuple[int, int]) -> bool:
    """Return whether what follows "Lord" or "Lady" makes it a street, an inn or a room."""
    words = folded(data[slice(*name)].decode("utf-8", "ignore")).split()
    is_a_street = len(words) == 1 and words[0] in PLACE_WORDS | AFTER_A_PLACE
    return is_a_street or _IS_A_HOUSE.match(data, name[1]) is not None


def is_mapped(data: bytes, name: tuple[int, int]) -> bool:
    """Return whether a name that ends like a place's stands in a record of a map: "Albert Park"."""
    last = data[slice(*name)].rpartition(b" ")[2].decode("utf-8", "ignore").lower()
    if last not in PLACE_WORDS and last not in AFTER_A_PLACE:
        return False
    return _MAP.search(data, max(0, name[0] - _MAP_BYTES), name[1] + _MAP_BYTES) is not None
