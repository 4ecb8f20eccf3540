"""Names in lists of people: who was present, who lives in a household, who speaks or signs.

A heading ("Present:", "Household:"), a role in brackets or a mark of a conversation says that names
stand there; each function gives one of them, in bytes.
"""

from __future__ import annotations

import re
from itertools import chain, islice

from detectors.names.written import Lone, name_at

_BACK_BYTES = 80
_LIST_BYTES = 1_500
_MOST_LISTED = 100
_PEOPLE = re.compile(
    rb"(?:present|attend(?:ees|ance|ing)|apologies|absent|participants|household|occupants|members"
    rb"|family|children|siblings|dependants|tenants|residents|names|people)\b[^\n:]{0,30}:\Z",
    re.IGNORECASE,
)
_TIME = re.compile(
    rb"[ \t]{1,3}[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?: ?[ap]m)?[ \t]*\r?(?:\n|\Z)"
)
_IN_CAPITALS = re.compile(
    rb"[A-Z\xc3-\xc5][A-Z'\-\x80-\xff]*(?: [A-Z\xc3-\xc5][A-Z'\-\x80-\xff]*){1,3}"
    rb"(?=  |\s*(?:\n|\Z))"
)
_CARD_BYTES = 600
_CARD_NAME = re.compile(rb"([A-Za-z\xc3-\xc5\xc8][^;\n]{0,40};[A-Z\xc3-\xc5\xc8][^;\n]{0,40});")
_ZONE = re.compile(rb"[A-Z]{1,30}(?:<[A-Z]{1,30}){0,3}<<[A-Z]{1,30}(?:<[A-Z]{1,30}){0,3}(?=<)")
_SPOKEN = re.compile(rb"[^\n:]{1,120}:")
_BULLET = re.compile(rb"[ \t>]*(?:[-*o]|\xe2\x80\xa2|\xc2\xb7|[0-9]{1,2}[.)])[ \t]+")
_PARTS = re.compile(rb",[ \t]+|;[ \t]*|[ \t]*&[ \t]*|[ \t]+and[ \t]+")
_ITEM = re.compile(
    rb"(?:^|[\n\t,;:>]|[-*][ ]|\xe2\x80\xa2[ ])[ \t]*"
    rb"((?:[A-Z\xc3-\xc5\xc8][\w'\-.\x80-\xff]*(?: |\Z)|(?:de|da|van|der|von|al|bin|ap) ){2,5})\Z"
)


def listed(data: bytes, _start: int, end: int) -> list[tuple[int, int]]:
    """Return the names on the line after the heading that ends at ``end`` - 1."""
    at = end - 1
    stop = data.find(b"\n", at, at + _LIST_BYTES)
    parts = _PARTS.finditer(data, at, stop if stop >= 0 else at + _LIST_BYTES)
    begins = islice(chain((at,), (part.end() for part in parts)), _MOST_LISTED)
    return [name for begin in begins if (name := name_at(data, begin, Lone.NOTHING, 0))]


def bulleted(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the name on the line of the trigger, which ends in its second word, of such a list."""
    line = data.rfind(b"\n", max(0, end - _BACK_BYTES), end) + 1
    return bullet_name(data, line) if headed(data, line) else None


def on_card(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    r"""Return surname and given name of a contact card that gives no formatted name.

    >>> on_card(b"BEGIN:VCARD\nN:Hill;Jane;;Mrs;\nTEL:1\nEND:VCARD", 11, 15)
    (14, 23)
    """
    match = _CARD_NAME.match(data, end - 1)
    if match is None:
        return None
    begin = data.rfind(b"BEGIN:VCARD", max(0, start - _CARD_BYTES), start + 1)
    stop = data.find(b"END:VCARD", end, end + _CARD_BYTES)
    if begin < 0 or b"\nFN" in data[begin : stop if stop >= 0 else end + _CARD_BYTES]:
        return None
    return match.span(1)


def payee(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the name in capitals that begins at the last byte and ends where its column does.

    >>> payee(b"200000 55779911 99 1200 JANE HILL  RENT", 0, 25)
    (24, 33)
    """
    match = _IN_CAPITALS.match(data, end - 1)
    return match.span() if match else None


def headed(data: bytes, line: int) -> bool:
    """Return whether bullets alone stand between the line at ``line`` and a heading of people."""
    least = max(0, line - _LIST_BYTES)
    while line > least:
        above = data.rfind(b"\n", least, line - 1) + 1 or least
        if _BULLET.match(data, above) is None:
            return _PEOPLE.search(data[above:line].rstrip()) is not None
        line = above
    return False


def timed(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    r"""Return the name on a line that goes on with nothing but the time, as in an exported chat.

    >>> timed(b"Jane Hill 09:38\nnot me", 0, 8)
    (0, 9)
    """
    at = start + (data[start : start + 1] == b"\n")
    name = name_at(data, at, Lone.NOTHING, 0)
    return name if name and name[1] < end + _BACK_BYTES and _TIME.match(data, name[1]) else None


def born_in_household(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the date in the brackets that a trigger "- Jane Hill (" opens, in such a list."""
    opens = data.rfind(b"(", start, end)
    line = data.rfind(b"\n", max(0, opens - _BACK_BYTES), opens) + 1
    name = bullet_name(data, line)
    if name is None or data[name[1] : opens].strip() or not headed(data, line):
        return None
    return opens + 1, end - 1


def bullet_name(data: bytes, line: int) -> tuple[int, int] | None:
    """Return the name that a line begins with after its bullet."""
    bullet = _BULLET.match(data, line)
    return name_at(data, bullet.end(), Lone.NOTHING, 0) if bullet else None


def speaker(data: bytes, _start: int, end: int) -> tuple[int, int] | None:
    """Return the name that begins at the last byte and ends in a colon."""
    if _SPOKEN.match(data, end) is None:  # most brackets of numbers open no line of a chat
        return None
    name = name_at(data, end - 1, Lone.NOTHING, 0)
    return name if name and data[name[1] : name[1] + 1] == b":" else None


def item_before(data: bytes, start: int, _end: int) -> tuple[int, int] | None:
    """Return the name of two words or more between a mark and the trigger " (Clerk)"."""
    item = _ITEM.search(data, max(0, start - _BACK_BYTES), start)
    if item is None:
        return None
    name = name_at(data, item.start(1), Lone.NOTHING, 0)
    return name if name and name[1] == item.end(1) else None


def in_zone(data: bytes, start: int, _end: int) -> tuple[int, int] | None:
    """Return surname and given names of the first line of a machine readable zone."""
    match = _ZONE.match(data, start + len("P<GBR"))
    return match.span() if match else None
