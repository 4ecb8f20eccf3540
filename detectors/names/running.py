"""Names in running text that nothing announces: a given name and a surname side by side.

Shape     two to five words with capitals, initials and particles among them; "Last, First".
Check     what is known of each word; a name that is only likely needs a second cue beside it:
          somebody who speaks, a relation, an office, or a list in which a surer name is next.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from detectors.names.lexicon import FIRMS, PARTICLES, places
from detectors.names.pairs import (
    IS_SMALL,
    JOINED_PARTICLES,
    Pairs,
    bytes_among,
    pairs,
    pairs_of_short,
)
from detectors.names.sure import IS_PLAINLY, MAY_BE, Sure, judged
from detectors.names.words import Known, known
from detectors.names.written import begins_a_name, cell_around

_Span = tuple[int, int]
_Name = tuple[int, int, Sure]
"""Where a name begins and ends, and how sure it is."""

SHORT_BYTES = 200  # a text that is shorter is looked at where it has two capital words
_FEW_BYTES = 8_000  # below, one by one is faster than arrays
_LONGEST_RUN = 90  # bytes
_AROUND = 32  # bytes
_LONGEST_LINK = 6  # bytes
_W = r"[A-Z\xc3-\xc5][\w\x80-\xff]*(?:['\-][A-Za-z\x80-\xff][\w\x80-\xff]*)*"
_PARTICLE = "|".join(sorted(PARTICLES - {"y", "e", "o"}, key=len, reverse=True))
_RUN = re.compile(
    rf"(?:[A-Z]\.|{_W})(?: (?:(?:{_PARTICLE}) ){{0,3}}"
    rf"(?:[A-Z]\.(?:[A-Z]\.)*|(?:(?:al|el|as|ad|ar|an|ap)-)?{_W}))+".encode()
)
_TURNED = re.compile(rf"({_W}(?:[ \-]{_W})?), ({_W})(?: (?:[A-Z]\.?(?![\w'])|{_W}))?".encode())
_LISTED_BEFORE = re.compile(rb"(?:^|[;:\"(<\t\n])[ \t']{0,4}\Z")
_LISTED_AFTER = re.compile(rb"['\"]?(?:[;\")\t\r\n]| <|\Z)")
_LINK = re.compile(rb",? and |[,;] | & |,? or ")
_FIRM_FOLLOWS = re.compile(
    rb" ?& ?(?:The|Sons?|Co|Associates|Partners|Daughters|amp;)\b| and (?:the [A-Z]|Sons?\b|Co\b)"
    rb"|\.(?:com|org|co|net)\b|[@_/]"
)
_NO_NAME_AFTER = (b"San ", b"Santa ", b"Los ", b"Las ", b"Sri ", b"New ", b"the ", b"The ")
_RELATIONS = frozenset(
    b"daughter son wife husband mother father mum dad brother sister partner niece nephew uncle"
    b" aunt cousin grandson granddaughter grandmother grandfather gran nan stepson stepdaughter"
    b" stepfather stepmother neighbour friend named called colleague widow widower".split()
)
_BEFORE_PEOPLE = _RELATIONS.union(
    b"officer manager director secretary minister president chair chairman chairwoman leader"
    b" author writer poet novelist singer actor actress artist composer producer teacher doctor"
    b" nurse worker solicitor applicant tenant resident inspector captain general judge engineer"
    b" councillor starring alias lawyer driver critic guitarist drummer editor professor"
    b" translator by with told asked met rang phoned visited".split()
)
_SPEAKS = (
    rb" (?:said|says|told|tells|asked|asks|rang|called|phoned|wrote|writes|reported|stated|denied"
    rb"|explained|agreed|attended|confirmed|who|moved|lives|lived|married|died|came|went|wants"
    rb"|thinks|felt|feels|disclosed|left|arrived|requested|welcomed|presented)\b"
    rb"|, (?:who|whose|aged|his|her)\b|,? \(?aged? [0-9]|,? \(?(?:born|b\.|dob)\b"
)
_SPEAKS_AFTER = re.compile(_SPEAKS)
_CUE_AFTER = re.compile(
    _SPEAKS + rb"|'s?\b(?! and)| (?:has|had|is|was|will|would)\b|,? \(?[1-9][0-9]?[),]"
    rb"|, (?:an?|their|of)\b| \([0-9]{4}-| <\S+@| and (?:his|her)\b"
)


def in_running_text(data: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names in the whole of ``data``, for whichever trigger fits its length."""
    if len(data) >= SHORT_BYTES > end - start:
        return []
    tabs, called_so = b"\t" in data, _called_like_people()
    names: list[_Span] = []
    weak: list[_Span] = []
    until = -1
    for first, stop, comma, alone in _likely(data):
        if first < until:
            continue
        if alone and data[first:stop] not in called_so:
            names.append((first, stop))
            until = stop
        elif name := _turned(data, first) if comma else _name(data, first, tabs=tabs):
            begins, ends, sure = name
            if sure is Sure.YES:
                names.append((begins, ends))
                until = ends
            else:
                weak.append((begins, ends))
    return _with_listed(data, names, weak) if weak else names


def _likely(data: bytes) -> Iterable[tuple[int, int, bool, bool]]:
    """Return start and end of pairs that may be names, if parted by a comma, if a name for sure."""
    if len(data) < _FEW_BYTES:
        return [
            (pair.start, pair.end, pair.comma, False)
            for pair in pairs_of_short(data)
            if (pair.second & Known.GIVEN if pair.comma else _MAY[pair.first][pair.second])
        ]
    found = pairs(data)
    likely = np.where(
        found.comma, found.second & np.uint8(Known.GIVEN) > 0, MAY_BE[found.first, found.second]
    )
    columns = (found.starts, found.ends, found.comma, _stand_alone(found))
    return zip(*(column[likely].tolist() for column in columns), strict=True)


_MAY: list[list[bool]] = MAY_BE.tolist()


@cache
def _called_like_people() -> frozenset[bytes]:
    """Return the places and firms of two words, as written: "Milton Keynes"."""
    every = (name.title() for name in places() | FIRMS if name.count(" ") == 1)
    return frozenset(name.encode() for name in every)


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_ENDS_A_NAME = bytes_among("\0\t\n\r ,.;:)!?\"'>]}")
_AFTER_SPACE = bytes_among(_ALPHABET + " 0123456789(<[-")
_SPACE, _DOT = np.uint8(ord(" ")), np.uint8(ord("."))


def _number(three: str) -> int:
    return int.from_bytes(three.encode(), "big")


_PARTICLES_OR_FIRM = [_number(f"{word} "[:3]) for word in (*PARTICLES, *JOINED_PARTICLES, "and")]
_SHORT_PARTICLES = [ord(word) << 8 | ord(" ") for word in PARTICLES if len(word) == 1]
_PLACE_BEFORE = [
    _number(word[-3:])
    for word in (
        *("the", "The", "San", "Santa", "Los", "Las", "Sri", "New", " St", "\nSt", "St.", "Saint"),
        *("Lake", "Mount", "Port", "Camp", "Queen", "King", "Prince", "Princess"),
    )
]


def _stand_alone(found: Pairs) -> NDArray[np.bool_]:
    """Return which pairs are names of two words, whatever more stands around them.

    Those by far the most are: each of the others costs five microseconds.
    """
    codes, starts, ends = found.codes, found.starts, found.ends
    after, then = codes[ends], codes[ends + 1]
    spaced = after == _SPACE
    ended = _ENDS_A_NAME[after] & ~((after == _DOT) & (IS_SMALL[then] | (then >= _FIRST_DIGIT)))
    next_word = _three(codes, ends + 1)
    joined = np.isin(next_word, _PARTICLES_OR_FIRM) | np.isin(next_word >> 8, _SHORT_PARTICLES)
    ended &= ~spaced | (_AFTER_SPACE[then] & ~joined)
    placed = (codes[starts - 1] == _SPACE) & np.isin(_three(codes, starts - 4), _PLACE_BEFORE)
    small = IS_SMALL[codes[starts + 1]] & IS_SMALL[codes[ends - 1]] & IS_SMALL[codes[ends - 2]]
    plainly = IS_PLAINLY[found.first, found.second]
    return np.asarray(plainly & ~found.comma & ended & ~placed & small)


_FIRST_DIGIT = np.uint8(ord("0"))


def _three(codes: NDArray[np.uint8], at: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Return three bytes as one number."""
    first, second, third = (codes[at + n].astype(np.uint32) for n in range(3))
    return np.asarray(first << 16 | second << 8 | third)


def _name(data: bytes, first: int, *, tabs: bool) -> _Name | None:
    """Return the name that begins at ``first``, or None."""
    run = _RUN.match(data, first, first + _LONGEST_RUN)
    if run is None or not begins_a_name(data, first):
        return None
    if tabs and (cell := cell_around(data, first)):
        return *cell, Sure.YES
    size, sure = judged(run[0])
    if not size:
        return None
    end = first + size
    before, after = data[max(0, first - _AROUND) : first], data[end : end + _AROUND]
    if _FIRM_FOLLOWS.match(after) or before.endswith(_NO_NAME_AFTER):
        return None
    if sure is Sure.WITH_CUE and (_CUE_AFTER.match(after) or _word(before) in _BEFORE_PEOPLE):
        sure = Sure.YES
    if sure is Sure.SPOKEN_OF and (_SPEAKS_AFTER.match(after) or _word(before) in _RELATIONS):
        sure = Sure.YES
    return first, end, sure


def _word(before: bytes) -> bytes:
    """Return the last word of ``before`` in small letters, less "is", "was" and a colon."""
    words = before.lower().replace(b":", b"").split()[-2:]
    if words and words[-1] in (b"is", b"was"):
        words.pop()
    return words[-1] if words and before.endswith(b" ") else b""


def _turned(data: bytes, first: int) -> _Name | None:
    """Return the name "Last, First" that begins at ``first``, or None."""
    match = _TURNED.match(data, first, first + _LONGEST_RUN)
    if match is None or not begins_a_name(data, first):
        return None
    last, given = match[1].decode("utf-8", "ignore"), match[2].decode("utf-8", "ignore")
    kind = known(last.split(" ")[-1])
    other_word = kind & (Known.PLACE | Known.EVERYDAY) and not kind & Known.SURNAME
    if kind & Known.NEVER or other_word:
        return None
    if last.isupper() and len(last) > 1:
        return None if given.isupper() else (first, match.end(2), Sure.YES)
    listed = _LISTED_BEFORE.search(data[max(0, first - _AROUND) : first])
    if listed and known(given) & Known.GIVEN and _LISTED_AFTER.match(data, match.end()):
        return first, match.end(), Sure.YES
    return None


def _with_listed(data: bytes, names: list[_Span], weak: list[_Span]) -> list[_Span]:
    """Return ``names`` and those of ``weak`` that stand beside one of them in a list."""
    for order in (weak, weak[::-1]):
        for one in order:
            at = bisect(names, one)
            if names[at - 1 : at] == [one]:
                continue
            before, after = names[max(0, at - 1) : at], names[at : at + 1]
            if any(_linked(data[other[1] : one[0]]) for other in before) or any(
                _linked(data[one[1] : other[0]]) for other in after
            ):
                names.insert(at, one)
    return names


def _linked(between: bytes) -> bool:
    """Return whether a comma or an "and" is all that stands between two names."""
    return len(between) <= _LONGEST_LINK and _LINK.fullmatch(between) is not None
