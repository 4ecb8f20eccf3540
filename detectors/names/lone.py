"""A given name by itself, where somebody speaks, is somebody's, or has a mother."""

from __future__ import annotations

import re

from detectors.names.words import Known, known
from detectors.names.written import Lone, name_at

RELATION = (
    "(?:daughters?|sons?|wife|husband|mother|father|mum|dad|brothers?|sisters?|partner|niece|nephew"
    "|uncle|aunt|cousin|grandson|granddaughter|grandmother|grandfather|stepson|stepdaughter"
    "|boyfriend|girlfriend|twins?|baby|toddler|named|called)"
)
SPEAKS = (
    "(?:said|says|told|tells|asked|asks|rang|phoned|stated|explained|agreed|attended|confirmed"
    "|denied|denies|disclosed|wants|wanted|thinks|thought|feels|felt|lives|lived|moved|replied"
    "|answered|cried|smiled|laughed|married|refused|arrived)"
)
OWNED = (
    "(?:mother|mum|father|dad|parents?|brother|sister|wife|husband|partner|son|daughter|family"
    "|grandmother|grandfather|nan|school|teacher|carer|doctor|gp|social worker|bedroom|birthday"
    "|behaviour|attendance|medication|care|flat|house|home|room|needs|views|wishes|friends?)"
)
_BACK_BYTES = 24
_NAME = re.compile(rb"[A-Z\xc3-\xc5][\w\x80-\xff]+(?:-[A-Z][\w\x80-\xff]+)?")
_WORD_BEFORE = re.compile(rb"([\w'\x80-\xff.,\-]+)[ ]\Z")
_GOES_ON = re.compile(rb"[\w@_/\-\x80-\xff]| (?:[A-Z\xc3-\xc5]|and [A-Z][a-z]+ [A-Z])")
_KIN = tuple(
    f"{word} ".encode()
    for word in (
        *("daughter", "son", "wife", "husband", "mother", "father", "mum", "dad", "brother"),
        *("sister", "niece", "nephew", "uncle", "aunt", "cousin", "grandson", "granddaughter"),
        *("grandmother", "grandfather", "stepson", "stepdaughter", "boyfriend", "girlfriend"),
    )
)
_OF_A_NAME = Known.GIVEN | Known.SURNAME
_ANOTHER_WORD = Known.EVERYDAY | Known.PLACE | Known.THING | Known.NEVER


def given_before_cue(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the given name that the trigger "Aisha said" or "Aisha's mother" begins with."""
    del end
    before = _WORD_BEFORE.search(data, max(0, start - _BACK_BYTES), start)
    if before and (before[1][:1].isupper() or before[1] in (b"the", b"a", b"of", b"in", b"at")):
        return None
    return _given_at(data, start)


def given_after_cue(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name of which the trigger "daughter Aisha" holds the first two letters."""
    if lone := _given_at(data, end - 2):
        return lone
    if not data.startswith(_KIN, start):  # "called Big Lunch", "partner West Mercia Police"
        return None
    whole = name_at(data, end - 2, Lone.NOTHING, most_commas=0)
    return whole if whole and _is_somebodys(data[slice(*whole)].decode("utf-8", "ignore")) else None


def _is_somebodys(name: str) -> bool:
    """Return whether two words or more may be a relative's name, of which we know one or none."""
    kinds = [known(word) for word in name.split()]
    if kinds[-1] & (Known.THING | Known.NEVER):
        return False
    if any(kind & _ANOTHER_WORD and not kind & _OF_A_NAME for kind in kinds):
        return False
    unknown = not kinds[0] and kinds[-1] & Known.SURNAME  # though not Christmas Eve
    return bool(unknown) or any(kind & _OF_A_NAME and not kind & _ANOTHER_WORD for kind in kinds)


def _given_at(data: bytes, at: int) -> tuple[int, int] | None:
    match = _NAME.match(data, at)
    if match is None:
        return None
    kind = known(match[0].decode("utf-8", "ignore"))
    if not kind & Known.COMMON or kind & _ANOTHER_WORD or _GOES_ON.match(data, match.end()):
        return None
    return match.span()
