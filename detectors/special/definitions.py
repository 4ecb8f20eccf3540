"""Lists of what abbreviations mean: "DoLS: deprivation of liberty safeguards" is said of nobody."""

from __future__ import annotations

import re

_DEFINED = re.compile(
    rb"(?:\A|(?<=\n))[ \t]{0,8}(?:[-*|][ \t]|\xe2\x80\xa2 ?)?[*\x22]{0,2}"
    rb"(?P<short>[A-Z][A-Za-z]{1,7}?)s?[*\x22]{0,2}"
    rb"(?: ?[:=\t|]| [(]| (?:-|\xe2\x80[\x93\x94]|is|means|stands for|is short for) )[ \t|*]{0,4}"
    rb"(?:(?:an?|the) )?(?P<long>[A-Za-z][A-Za-z ,'/&\-]{4,90})(?![A-Za-z ,'/&\-]|[0-9])"
)
_WORD = re.compile(rb"[A-Za-z]+")
_SMALL_WORDS = frozenset((b"of", b"and", b"the", b"for", b"in", b"to", b"a", b"an", b"at", b"on"))


def is_defined(data: bytes, start: int, end: int) -> bool:
    """Return whether the line of a term tells in words what its letters stand for.

    >>> is_defined(b"EHCP: education, health and care plan", 0, 4)
    True
    >>> is_defined(b"EHCP: in place since May", 0, 4)
    False
    """
    first = data.rfind(b"\n", 0, start) + 1
    match = _DEFINED.match(data, first)
    if match is None or start >= match.end() or end <= match.start("short"):
        return False
    return _stands_for(match["short"].lower(), _WORD.findall(match["long"].lower()))


def _stands_for(letters: bytes, words: list[bytes]) -> bool:
    """Return whether letters are the first ones of words in order, less small words among them."""
    for word in words:
        if not letters:
            return True
        if word.startswith(letters[:1]):
            letters = letters[1:]
        elif word not in _SMALL_WORDS:
            return False
    return not letters
