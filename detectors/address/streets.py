"""A number and a street, the plain parts of an address, and houses that have names only."""

from __future__ import annotations

import re

from detectors.address.buildings import civic, ends_with_prefix
from detectors.address.lexicon import (
    NEVER,
    NEVER_IN_PLACES,
    OF_HOUSES,
    ORGANISATIONS,
    SMALL_WORDS,
    first_words,
    last_words,
)
from detectors.names.lexicon import FIRMS, MONTHS, NEVER_NAMES, TITLES, first_names, folded

_MOST_CHARS = 80  # of a part that are looked at: number, street and town without commas
_MOST_PART_CHARS = 45
NUMBER = r"[0-9]{1,4}[A-Za-z]?(?: ?[\-/&] ?[0-9]{1,4}[A-Za-z]?)?"
_WORD = r"[^\W\d_][\w'.\-]*"
_NUMBERED = re.compile(rf"(?<![\w/£#.\-])({NUMBER}),? {{1,3}}({_WORD}(?: {{1,2}}{_WORD}){{0,7}})\Z")
_QUICK = re.compile(r"[0-9]{1,3}[A-Za-z]? (?:[A-Z][a-z]+ ){1,2}([A-Z][a-z]+)")  # most there are
_PLAIN = re.compile(rf"{_WORD}(?: {{1,2}}[\w'.\-&()]+){{0,4}}")
_LEADS = re.compile(
    r"(?:\b(?:at|to|of|from|is|in|address|cyfeiriad|yn|o|i)|[:(>\-=]|\.{3})\s*\Z", re.I
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTHS_SHORT = frozenset(month[:3] for month in MONTHS) | {"sept"}
_NUMBER_IN_WORDS = re.compile(
    r"number (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    re.IGNORECASE,
)


def numbered(part: str) -> int | None:
    """Return where a number and a street begin that ``part`` ends with, or None."""
    if (quick := _QUICK.fullmatch(part)) and quick[1].lower() in last_words():
        return 0
    match = _NUMBERED.search(part[-_MOST_CHARS:])
    skipped = max(0, len(part) - _MOST_CHARS)
    if match is None or _YEAR.fullmatch(match[1]):
        return None
    words = match[2].split()
    small = [folded(word) for word in words]
    if any(word in NEVER for word in words):
        return None
    if is_street_words(small):
        return skipped + match.start()
    lead = part[: skipped + match.start()]
    capital = all(map(_capital, words)) if lead.strip() else words[0][0].isupper()
    if len(words) > 4 or small[0] in MONTHS or small[0] in _MONTHS_SHORT or not capital:
        return None
    leads = not lead.strip() or _LEADS.search(lead) or ends_with_prefix(lead)
    return skipped + match.start() if leads else None


def _capital(word: str) -> bool:
    return any(map(str.isupper, word[:3])) or word in SMALL_WORDS  # o'Field


def is_street(part: str) -> bool:
    """Return whether a word of a street stands where it makes a street's name."""
    return is_street_words(folded(part).split())


def is_street_words(small: list[str]) -> bool:
    """Return the same for folded words: not first in English, first or second in Welsh."""
    return not last_words().isdisjoint(small[1:]) or (
        len(small) > 1 and not first_words().isdisjoint(small[:2])
    )


def closes_with_street(part: str) -> bool:
    """Return whether a part is a street and little more: "Mill Lane North", not a sentence on one.

    A number on the line above is then its house's.
    """
    small = folded(part).split()
    return is_street_words(small[-3:]) or not first_words().isdisjoint(small[:1])


def plain_part(part: str) -> bool:
    """Return whether a part of an address may be a street, locality, town or county."""
    if len(part) > _MOST_PART_CHARS or _PLAIN.fullmatch(part) is None:
        return False
    return NEVER_IN_PLACES.isdisjoint(folded(part).split())


def house_name(part: str) -> bool:
    """Return whether what stands before a street without number is a house, and nobody's name."""
    if _NUMBER_IN_WORDS.fullmatch(part):
        return True
    words = part.split()
    if len(words) > 3 or not plain_part(part) or not all(map(_capital, words)):
        return False
    if any(map(str.isdigit, part)):
        return False
    small = [folded(word) for word in words]
    if small[0] == "the":  # The Old Forge
        small.pop(0)
    named_so = " ".join(small) in FIRMS  # Bryn Awel
    others = frozenset(small) - (OF_HOUSES if "old" in small else frozenset({"new"}))
    return bool(small) and not (
        (is_street_words(small) and not named_so)
        or civic(part)
        or any(len(word) == 1 and word != "y" for word in small)
        or (len(small) > 1 and small[0] in first_names() and not named_so)
        or any(w in ORGANISATIONS or w in TITLES or w in NEVER_NAMES for w in others)
    )


def numbered_cell(cell: str) -> bool:
    """Return whether the first part of a cell is a number and a street."""
    first = re.split("[,\n]", cell, maxsplit=1)[0]
    return numbered(first) == 0 and is_street(first.partition(" ")[2])
