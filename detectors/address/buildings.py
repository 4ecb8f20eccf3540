"""The flat and house name before a house number, and the organisation before an address."""

from __future__ import annotations

import re

from detectors.address.lexicon import (
    CIVIC,
    FLAT_WORDS,
    HOUSE_OPENERS,
    HOUSE_WORDS,
    NOBODYS,
    ORGANISATIONS,
)
from detectors.names.lexicon import TITLES, folded
from detectors.names.words import Known, known

_MOST_CHARS = 80  # of the line before an address that are looked at
_PREFIX_CHARS = 48
_MOST_PREFIXES = 3  # Flat 3, Floor 2, Rose House
_FLAT = (
    rf"(?i:\b(?:{FLAT_WORDS})\b\.? ?(?:no\.? ?)?[0-9]*[A-Za-z]?(?:[/\-.][0-9A-Za-z]{{1,3}})?"
    r"|\b(?:ground|first|second|third|top|upper|lower|basement|garden|1st|2nd|3rd|4th)"
    r"(?: floor)?(?: (?:left|right|flat|floor|maisonette))"
    r"|(?<![0-9/.\-])[0-9]{1,2}/[0-9]{1,2}|\b[0-9]F[0-9])"
)
FLAT_NUMBER = re.compile(
    r"\b(?:flat|apartment|apt|studio|fflat|caravan|pitch|plot|bedsit)\.? ?(?:no\.? ?)?"
    r"[0-9]{1,4}[A-Za-z]?(?:[/\-][0-9A-Za-z]{1,3})?(?:,? [^\W\d_][\w' ]{2,30})?\Z",
    re.IGNORECASE,
)
_HOUSE = (
    rf"(?:[A-Z][\w'\-]*[ ]){{1,3}}(?:{HOUSE_WORDS}|{HOUSE_WORDS.upper()})"
    rf"|(?:{HOUSE_OPENERS})(?: [^\W\d_][\w'\-]*){{1,3}}"
)
HOUSE_END = re.compile(rf"(?<![\w'\-])({_HOUSE})\Z")
_NAMED_WORDS = (
    "Dairy|Forge|Smithy|Granary|Manse|Parsonage|Priory|Schoolhouse|Gatehouse|Bakehouse|Orchard|Nook"
    "|Top|View|Dene|Brow|Gables|Acres|Corner|Haven|Ridge|Warren|Willows|Laurels|Elms|Firs|Limes"
    "|Cedars|Beeches|Hollies|Oaks|Poplars|Chestnuts|Meadows?|Chapel"
)
"""What names of houses end with too, where a number and a street follow."""
_NAMED = rf"(?:The (?:Old |New )?|(?:[A-Z][\w'\-]*[ ]){{1,2}})(?:{_NAMED_WORDS})"
_PREFIX = re.compile(rf"(?<![\w'\-])({_FLAT}|{_HOUSE}|{_NAMED})\Z")
_WORDS_OF_A_NAME = 2
_NAMED_SO = frozenset(
    {"orchard", "top", "view", "dene", "brow", "warren", "corner", "ridge", "meadows", "oaks"}
)
_LAST_PART = re.compile(r"[,\n|;:]")
_REFERENCE = re.compile(r"[0-9]{4}[A-Za-z]?\Z")
"""What ends so is a label with its number, and no body's name."""
_SOMEBODYS = frozenset({"current", "present", "last", "usual", "their", "his", "her", "whose"})
"""A location of these is where a person is."""
_OCCUPIED = re.compile(
    r"\b(?:occupier|occupant|tenant|resident|householder|leaseholder|lodger)s?\b[^\n]*\n[^\n]*\Z",
    re.IGNORECASE,
)
"""The line above names who lives at a site."""


def _spellings(alternatives: str) -> set[str]:
    """Return the words of a pattern such as "Barns?|Mill", in small letters."""
    words = alternatives.lower().split("|")
    return {re.sub(r".\?", "", word) for word in words} | {word.replace("?", "") for word in words}


_TELLING = frozenset(
    word.encode()
    for word in _spellings(f"{FLAT_WORDS}|{HOUSE_WORDS}|{HOUSE_OPENERS}|{_NAMED_WORDS}")
    | {"left", "right", "floor", "ty"}
    | ORGANISATIONS
    | NOBODYS
)
"""Words of flats, houses and organisations: before an address without any, nothing counts."""
_PLAIN = bytes(
    code if chr(code).isalnum() or chr(code) == "&" else ord(" ") for code in range(128)
).lower() + bytes(range(128, 256))


def civic(part: str) -> bool:
    """Return whether a hall or house is a town's, parish's or the like."""
    return not CIVIC.isdisjoint(folded(part).split())


def with_prefix(text: str, at: int) -> int:
    """Return where flat and house name before the number at ``at`` begin."""
    for _ in range(_MOST_PREFIXES):
        head = text[:at].rstrip(' ,\n\r"|\\')
        skipped = max(len(head) - _PREFIX_CHARS, head.rfind("\n") + 1, head.rfind(",") + 1)
        match = _PREFIX.search(head[skipped:])
        if match is None or text.count("\n", len(head), at) > 1 or civic(match[1]):
            break
        words = folded(match[1]).split()
        if not TITLES.isdisjoint(words) or _may_be_called(words):  # Mrs Carol Hall, Ann Orchard
            break
        at = skipped + match.start(1)
    return at


def _may_be_called(words: list[str]) -> bool:
    """Return whether the name of a house may be that of somebody: "Ann Orchard"."""
    if len(words) != _WORDS_OF_A_NAME or words[-1] not in _NAMED_SO:
        return False
    return bool(known(words[0]) & Known.COMMON)


def organisation(text: str, at: int) -> bool:
    """Return whether the line or part before an address is an organisation's, or a site's."""
    head = text[:at].rstrip(" ,\n\r\"|:'(-")
    if text.count("\n", len(head), at) > 1:
        return False
    part = _LAST_PART.split(head[-_MOST_CHARS:])[-1]
    words = folded(part).split()[-4:]
    if "flat" in words or not words:  # The Flat Above the Shop
        return False
    if _REFERENCE.search(part):  # NHS No 999 000 0018
        return False
    if words[-1] in NOBODYS:
        of_somebody = len(words) > 1 and words[-2] in _SOMEBODYS  # current location
        return not (of_somebody or _OCCUPIED.search(head))
    return not ORGANISATIONS.isdisjoint(words) or (words[-1] == "hall" and civic(part))


def stands_alone(data: bytes, at: int) -> bool:
    """Return whether plainly no flat, house or organisation stands before the number at ``at``."""
    head = data[max(0, at - _MOST_CHARS) : at]
    if not head or head[-1:] == b"\t":
        return True
    head = head.rstrip(b' ,\n\r"|')
    part = head[max(head.rfind(b"\n"), head.rfind(b",")) + 1 :]
    words = part.translate(_PLAIN).split()
    if not words:
        return not head
    return words[-1].isalpha() and part.isascii() and _TELLING.isdisjoint(words)


def ends_with_prefix(text: str) -> bool:
    """Return whether ``text`` ends with a flat or the name of a house."""
    return _PREFIX.search(text.rstrip(" ,")[-_PREFIX_CHARS:]) is not None
