"""The usual ways of writing an address, each by one pattern: what most texts hold.

Another way is not refused here: the answer is None, and the address is read part by part, which
gives the same at ten times the cost.
"""

from __future__ import annotations

import re

from detectors.address.buildings import stands_alone
from detectors.address.lexicon import last_words, places

_BACK_BYTES = 120
_WORD = rb"[A-Z][A-Za-z'.\-]*"
_STREET = rb"[0-9]{1,3}[A-Za-z]? (?:" + _WORD + rb" ){1,3}([A-Z][A-Za-z]+)"
_PLACE = rb"[A-Za-z][A-Za-z'\-]*(?: [A-Za-z][A-Za-z'\-]*){0,4}"
_UP_TO_POSTCODE = re.compile(
    rb"(?s:.*[ \n\t])?(" + _STREET + rb")((?:(?:, ?|,?\r?\n)" + _PLACE + rb"){0,4}),?\r?[ \n]?"
)
_TO_TOWN = re.compile(  # or to what no town can follow
    rb"[0-9]{1,3}[A-Za-z]?(?: [A-Z][a-z]+){2,4}(?:(, [A-Z][a-z]+)(?=\.\s|\n\n)|(?=[.;:)<\]]))"
)
_BEFORE = b' \n\t\0"(:>,'
_TOWN_FROM = 2  # after comma and space


def up_to_postcode(data: bytes, start: int) -> tuple[int, bytes] | None:
    """Return where the address begins that ends at ``start``, and the places after its street.

    None where it is not written in the usual way, or where what stands before it counts.
    """
    match = _UP_TO_POSTCODE.fullmatch(data, max(0, start - _BACK_BYTES), start)
    if match is None or match[2].lower().decode() not in last_words():
        return None
    begin = match.start(1)
    return (begin, match[3]) if stands_alone(data, begin) else None


def onwards(data: bytes, start: int, end: int) -> int | None:
    """Return where the address ends that the number and street from ``start`` to ``end`` open."""
    match = _TO_TOWN.match(data, start)
    if match is None or (start and data[start - 1] not in _BEFORE):
        return None
    town = match[1]
    if town is None:
        known = match.end() == end
    else:
        known = match.start(1) == end and town[_TOWN_FROM:].lower().decode() in places()
    return match.end() if known and stands_alone(data, start) else None
