"""Reading a postal address backwards from its postcode, or from the end of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detectors.address.buildings import FLAT_NUMBER, HOUSE_END, civic, organisation, with_prefix
from detectors.address.lexicon import ORGANISATIONS, places
from detectors.address.streets import (
    NUMBER,
    closes_with_street,
    house_name,
    is_street,
    numbered,
    plain_part,
)
from detectors.address.usual import up_to_postcode
from detectors.names.lexicon import folded
from detectors.uk_postcode import canonical as postcode
from detectors.uk_postcode import homes, large_users

_BACK_BYTES = 220
_MOST_PARTS = 8
_EDGE = " ,\r\n\"|;'.-(\\"

_SEPARATOR = re.compile(  # "\," in contact cards, ">" before lines of mail that is answered
    r'[ "|;\r\\]*(?:[,\n|;"]| [\-/] )[ "|;,\r\n]*(?:(?<=\n)>[> ]*)?'
)
_NOTHING = (0, 0)  # what stands before the first part
_BARRIERS = ("\n\n", "\n\r\n", "\n \n", "\t", "\0")  # no address reaches over one
_LONE_NUMBER = re.compile(rf"(?:.*[^\d\s/]\s+)?({NUMBER})")  # not the end of a telephone's
_POSTCODE = re.compile(r"[ ,]*\b[A-Z]{1,2}[0-9][A-Z0-9]? {0,2}[0-9][A-Z]{2}\Z", re.IGNORECASE)
_POSTCODE_END = re.compile(r"([a-z]{1,2}[0-9][0-9a-z]?) ?([0-9][a-z]{2})\Z")
_LABEL = re.compile(r".*(?:[:>=]|\.{3})")
_DWELLS = re.compile(
    r".*\b(?:now at|liv(?:es|ed|ing) at|stay(?:s|ed|ing) at|resid(?:es|ed|ing) at|moved to|c/o) "
    r"|(?:of|at|yn) "
)
_HOUSE_LABEL = re.compile(r".*(?:address|addr|cyfeiriad)\W{1,3}\s*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BETWEEN_PLACES = re.compile(r", ?\r?\n?|\r?\n")
_KEPT_PLACES = 1 << 12  # towns and their order recur
_INWARD_CHARS = 3
_TO_SPACES = str.maketrans(dict.fromkeys(',;|"().\\', " "))
_FOLDED = bytes(range(128)).decode().translate(_TO_SPACES).lower().encode() + bytes(128)


def before_postcode(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the bytes of the address that ends with the postcode at ``start``, or None.

    One of an organisation is none.
    """
    if _opens_cell(data, start):
        return None
    if (usual := up_to_postcode(data, start)) and _plain_places(usual[1]):
        outward = data[start : end - _INWARD_CHARS].rstrip(b" \r\n").upper().decode()
        return (usual[0], end) if homes(outward) else None
    found = _to_postcode(data, start, end)
    if found is None or organisation(*found[1:]) or large_users(found[0]):
        return None
    return _span(found[1], found[2], start, end)


def of_an_organisation(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the bytes of an organisation's address that ends with the postcode at ``start``."""
    if _opens_cell(data, start):
        return None
    words = before(data, start).lower().translate(_TO_SPACES).split()
    if ORGANISATIONS.isdisjoint(words) and "hall" not in words and not _large(data, start, end):
        return None  # most are told apart here, at a tenth of the cost
    found = _to_postcode(data, start, end)
    if found is None or not (organisation(*found[1:]) or large_users(found[0])):
        return None
    return _span(found[1], found[2], start, end)


@lru_cache(_KEPT_PLACES)
def _plain_places(places: bytes) -> bool:
    """Return whether what stands between a street and its postcode is places and nothing else."""
    following = ""
    for part in reversed(_BETWEEN_PLACES.split(places.decode())):
        if part and not (plain_part(part) and (not following or _house(part, following) is None)):
            return False
        following = part
    return True


def _to_postcode(data: bytes, start: int, end: int) -> tuple[str, str, int] | None:
    """Return the postcode, the text before it, and where the address begins in that text."""
    code = postcode(data[start:end].decode("ascii"))
    if code is None:
        return None
    text = before(data, start)
    at = _begins(text)
    return None if at is None else (code, text, at)


def _opens_cell(data: bytes, start: int) -> bool:
    """Return whether a postcode has its own cell, or opens the text."""
    return start == 0 or data[start - 1] in b"\t\0"


def before(data: bytes, start: int) -> str:
    """Return the text before ``start`` as far as an address may reach back."""
    text = data[max(0, start - _BACK_BYTES) : start].decode("utf-8", "surrogateescape")
    return text[max(map(text.rfind, _BARRIERS)) + 1 :]


def _large(data: bytes, start: int, end: int) -> bool:
    code = postcode(data[start:end].decode("ascii"))
    return code is not None and large_users(code)


def _span(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    return start - len(text[at:].encode("utf-8", "surrogateescape")), end


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts of ``text`` begin and end, the last one first."""
    end = len(text)
    for separator in reversed(list(_SEPARATOR.finditer(text))[-_MOST_PARTS:]):
        if separator.end() < end:
            yield separator.end(), end
        end = separator.start()
    if end:
        yield 0, end


def _begins(text: str) -> int | None:
    """Return where an address begins that ``text`` holds all but the postcode of, or None."""
    text = text.rstrip(_EDGE)
    passed: list[str] = []
    parts = list(_parts(text))
    for (begin, end), further in zip(parts, [*parts[1:], _NOTHING], strict=False):
        label = _LABEL.match(text, begin, end)
        part = text[label.end() if label else begin : end].strip()
        begin = end - len(part)  # parts end with no space
        at = _core(part, passed)
        if at is None and passed:
            at = _house(part, passed[-1])
            if at == 0 and is_street(part) and house_name(text[slice(*further)].strip()):
                begin = further[0]  # Two Hoots, Brunswick Place
            number = _number_of_house(text[slice(*further)]) if at == 0 and not label else None
            if number is not None:
                begin, at = further[0], number
            if at is None and _leads_to_house(label) and _house_in_place(part, passed):
                at = 0
        if at is not None:
            return with_prefix(text, begin + at)
        if label or not plain_part(part):
            return None
        passed.append(part)
    return None


def _core(part: str, passed: list[str]) -> int | None:
    """Return where a house number begins in ``part``, that the parts ``passed`` follow."""
    at = numbered(part)
    if at is not None:
        return at
    if passed and (flat := FLAT_NUMBER.search(part)):
        return flat.start()
    return _lone_number(part) if passed and closes_with_street(passed[-1]) else None


def _house(part: str, following: str) -> int | None:
    """Return where the name of a house begins in ``part``, that the part ``following`` follows."""
    if (house := HOUSE_END.search(part)) and not civic(part):
        return house.start()
    if not is_street(following):
        return None
    dwells = _DWELLS.match(part)
    begin = dwells.end() if dwells else 0
    return begin if house_name(part[begin:]) else None


def _number_of_house(part: str) -> int | None:
    """Return where the number begins that stands before a house: 27, or 12 Mill Lane."""
    return numbered(part) if _LONE_NUMBER.fullmatch(part) is None else _lone_number(part)


def _lone_number(part: str) -> int | None:
    """Return where the number begins that is all of a part, or its end; a year is none."""
    lone = _LONE_NUMBER.fullmatch(part)
    return None if lone is None or _YEAR.fullmatch(lone[1]) else lone.start(1)


def _leads_to_house(label: re.Match[str] | None) -> bool:
    """Return whether a label says that an address follows."""
    return label is not None and _HOUSE_LABEL.fullmatch(label[0]) is not None


def _house_in_place(part: str, passed: list[str]) -> bool:
    """Return whether a house is named, and in what ``passed`` a street and a town that we know.

    After a label the street needs no word of streets: Wayside, Upper Batter, Settle.
    """
    return (
        len(passed) > 1
        and folded(passed[0]) in places()
        and folded(part) not in places()
        and house_name(part)
    )


def address_in(text: str) -> str | None:
    """Return the address that a cell or field ends with, with or without postcode, or None."""
    code = _POSTCODE.search(text)
    head = text[: code.start()] if code else text
    at = _begins(head)
    if at is None and code and _all_of_a_house(head):
        at = 0
    return None if at is None else text[at:]


def _all_of_a_house(head: str) -> bool:
    """Return whether all before a postcode is a house, streets and a town that we know."""
    parts = [head[begin:end].strip() for begin, end in _parts(head.rstrip(_EDGE))]
    return bool(parts) and all(map(plain_part, parts)) and _house_in_place(parts[-1], parts[:-1])


def folded_address(text: str) -> str:
    r"""Return an address folded, on one line and without commas, its postcode parted.

    >>> folded_address("12 Mill Lane,\nLeeds LS14AB")
    '12 mill lane leeds ls1 4ab'
    """
    if text.isascii():
        value = b" ".join(text.encode().translate(_FOLDED).split()).decode()
    else:
        value = folded(text.translate(_TO_SPACES))
    if value[-3:-2].isdigit() and value[-4:-3] != " ":
        return _POSTCODE_END.sub(r"\1 \2", value)
    return value
