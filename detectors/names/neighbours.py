"""Names where others of their list stand: unknown ones beside known ones, in the same place.

Shape     two words or more with capitals, or "Last, First", between the same marks as other names:
          a number or bullet before, a gap after; or before a mail address in brackets.
Check     three names that are found otherwise stand in that place, and no fewer than other things
          do; no everyday word, place or body.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from detectors.base import Detection
from detectors.names.lexicon import PARTICLES, places
from detectors.names.words import Known, known
from detectors.names.written import canonical

_Span = tuple[int, int]
_Place = tuple[int, int, bool]
"""What stands before and after, as rows of _BEFORE and _AFTER, and whether the surname is first."""

_LEAST_NAMES, _LEAST_DISTINCT = 3, 2
_MOST_TIMES = 2  # as many unknown names as known ones
_BACK_CHARS = 40
_AROUND_CHARS = 2_000  # of a list, in which more of it may stand
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Revd|Cllr|Sir|Dame)\.? )?"
_BEFORE = (
    rf"^[ \t>]*(?:[-*•·o]|\(?[0-9]{{1,5}}[.):]?|[a-z][.)])[ \t]+\**{_TITLE}",
    rf"^[ \t>]*{_TITLE}",
    rf";\s*['\"]?{_TITLE}",
    rf" [-–—] \**{_TITLE}",
    rf"(?:\t| {{2}}){_TITLE}",
)
_AFTER = (r"[ \t\r]*$", r"\t| {2}", r" \(", r" <", r"['\"]?;", r":", r"\*\*", r" [-–—] ")
_BEFORES = tuple(re.compile(rf"(?:{each})\Z", re.MULTILINE) for each in _BEFORE)
_AFTERS = tuple(re.compile(each, re.MULTILINE) for each in _AFTER)
_MARKS = ("", *"\n\r\t ;:*'\"")  # what may begin what stands after
_MARKS_NOTHING = tuple(
    f" {letter}" for letter in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)
_PARTICLE = rf"(?:{'|'.join(sorted(PARTICLES, key=len, reverse=True))})"
_W = r"(?:[a-z]{1,3}['’\-])?[^\W\d_a-z][^\W\d_]*(?:['’\-][^\W\d_]+)*"
_PLAIN = rf"{_W}\.?(?: (?:{_W}\.?|{_PARTICLE}(?= ))){{1,4}}"
_TURNED = rf"(?:{_PARTICLE} ){{0,2}}{_W}(?: {_W}){{0,2}}, {_W}(?: {_W}\.?){{0,2}}"
_ADDRESS = re.compile(r"['\"]? ?[<(\[](?:mailto:)?([\w.+'%\-]{1,64})@")
_SHOWN = re.compile(rf"(?:^|[;>,:\t\"'(])[ \t\n\"']*{_TITLE}({_TURNED}|{_PLAIN})\Z", re.MULTILINE)
_SHOWN_CHARS = 80
_LEGAL_FORM = re.compile(r" [A-Z]{2,3}\Z")  # Qvort LLC, Qvort AB
_WORD_TOO = Known.EVERYDAY | Known.PLACE | Known.THING
_OF_A_NAME = Known.GIVEN | Known.SURNAME


def beside_names(text: str, own: Sequence[Detection]) -> list[_Span]:
    """Return what stands in ``text`` where names of a list do; of ``own`` it may hold parts."""
    placed: dict[_Place, list[Detection]] = defaultdict(list)
    for one in own:
        if (place := _place(text, one.start, one.end)) is not None:
            placed[place].append(one)
    found: set[_Span] = set(_shown_with_address(text)) if "@" in text else set()
    for place, names in placed.items():
        distinct = {one.canonical for one in names}
        if len(distinct) >= _LEAST_DISTINCT:
            found.update(_alike(text, place, names))
    return _whole(sorted(found), own)


def _place(text: str, start: int, end: int) -> _Place | None:
    """Return where a name stands, None where nothing marks its place or it is one word."""
    if text[start - 2 : start - 1].isalpha() and text[start - 1] == " ":
        return None  # most names: they stand in a sentence
    if text[end : end + 1] not in _MARKS or text[end : end + 2] in _MARKS_NOTHING:
        return None
    name = text[start:end]
    low = max(0, start - _BACK_CHARS)
    left = next((n for n, each in enumerate(_BEFORES) if each.search(text, low, start)), None)
    right = next((n for n, each in enumerate(_AFTERS) if each.match(text, end)), None)
    if left is None or right is None or " " not in name:
        return None
    return left, right, ", " in name


def _alike(text: str, place: _Place, names: Sequence[Detection]) -> list[_Span]:
    """Return what could be names in ``place``, if not more is there that could not."""
    low = max(0, names[0].start - _AROUND_CHARS)
    high = min(len(text), names[-1].end + _AROUND_CHARS)
    spans = [match.span(1) for match in _pattern(place).finditer(text, low, high)]
    ends = {one.end for one in names}
    others = [span for span in spans if span[1] not in ends]
    likely = [span for span in others if _may_be_a_name(text[slice(*span)])]
    sure = len(names) + sum(_is_known(text[slice(*span)]) for span in likely)
    if sure < _LEAST_NAMES or len(others) - len(likely) > sure or len(likely) > _MOST_TIMES * sure:
        return []
    return likely


@cache
def _pattern(place: _Place) -> re.Pattern[str]:
    left, right, turned = place
    name = _TURNED if turned else _PLAIN
    return re.compile(rf"(?:{_BEFORE[left]})({name})(?={_AFTER[right]})", re.MULTILINE)


def _shown_with_address(text: str) -> Iterator[_Span]:
    """Yield the names before mail addresses in brackets, as a mail program shows them."""
    for match in _ADDRESS.finditer(text):
        low = max(0, match.start() - _SHOWN_CHARS)
        shown = _SHOWN.search(text, low, match.start())
        if shown is None:
            continue
        whole = _is_whole_address(shown[1], match[1])
        if whole or (_may_be_a_name(shown[1]) and _is_addressed(shown[1], match[1])):
            yield shown.span(1)


def _is_addressed(name: str, local: str) -> bool:
    """Return whether an end of a name is known, or its owner's address is made of both."""
    words = (canonical(name) or "").split()
    if known(words[0]) & Known.GIVEN or known(words[-1]) & Known.SURNAME:
        return True
    written = "".join(filter(str.isalpha, local.lower()))
    given, surname, more = written.partition(words[-1])
    return bool(surname and (given or more)) and words[0].startswith(given + more)


def _is_whole_address(name: str, local: str) -> bool:
    """Return whether an address is made of given name and surname: "Long, Sunny", sunny.long@."""
    words = (canonical(name) or "").split()
    if len(words) != 2 or not (known(words[0]) & Known.GIVEN and known(words[1]) & Known.SURNAME):
        return False
    written = "".join(filter(str.isalpha, local.lower()))
    return written in (words[0] + words[1], words[1] + words[0])


def _is_known(name: str) -> bool:
    words = (canonical(name) or " ").split()
    return bool(known(words[0]) & Known.GIVEN and known(words[-1]) & Known.SURNAME)


def _may_be_a_name(name: str) -> bool:
    """Return whether two words or more can be a name, by what is known of each."""
    words = (canonical(name) or "").split()
    if _LEGAL_FORM.search(name) and not name.isupper():
        return False
    before = ("", *words)
    kinds = [  # whatever follows a particle is a name's: "de Wit"
        known(word) if last not in PARTICLES else Known.SURNAME
        for last, word in zip(before, words, strict=False)
        if word not in PARTICLES and len(word) > 1
    ]
    if len(words) < 2 or not kinds or kinds[-1] & Known.THING or " ".join(words) in places():
        return False
    if any(kind & Known.NEVER or (kind & _WORD_TOO and not kind & _OF_A_NAME) for kind in kinds):
        return False
    return not all(kind & _WORD_TOO and not kind & Known.COMMON for kind in kinds)


def _whole(spans: Sequence[_Span], own: Sequence[Detection]) -> list[_Span]:
    """Return those of ``spans`` that overlap none before them, and of ``own`` only their parts."""
    kept: list[_Span] = []
    begins, ends = [one.start for one in own], [one.end for one in own]
    until = 0
    for start, end in spans:
        overlapping = own[bisect_right(ends, start) : bisect_left(begins, end)]
        parts = [start <= one.start and one.end <= end for one in overlapping]
        same = any((one.start, one.end) == (start, end) for one in overlapping)
        if start >= until and all(parts) and not same:
            kept.append((start, end))
            until = end
    return kept
