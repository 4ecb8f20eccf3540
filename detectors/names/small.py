"""Names in notes that were typed without capitals: "call from mrs okafor, son is tom okafor".

Shape     a given name and a surname side by side, particles between them; a title and a surname.
Check     both words are names for all we know, and no everyday words, places or things.
"""

from __future__ import annotations

import re

from detectors.names.lexicon import PARTICLES
from detectors.names.words import Known, known

MOST_BYTES = 20_000  # of a note; what is longer without a capital is a log or a list of data
_WORD = re.compile(rb"(?<![\w@/.\-'\x80-\xff])[a-z\x80-\xff][a-z\x80-\xff'\-]+(?![\w@/\x80-\xff])")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "cllr"})
_OTHER = Known.EVERYDAY | Known.PLACE | Known.THING | Known.NEVER
_MOST_PARTICLES = 2


def in_small_letters(data: bytes) -> list[tuple[int, int]]:
    """Return where the names stand in a note without capitals.

    >>> note = b"saw mrs okafor and her son tom okafor at 3"
    >>> [note[a:b].decode() for a, b in in_small_letters(note)]
    ['okafor', 'tom okafor']
    """
    words = list(_WORD.finditer(data))
    told = [_owner(word[0].decode("utf-8", "ignore")) for word in words]
    names: list[tuple[int, int]] = []
    at = 0
    while at < len(words) - 1:
        last = _last_of_a_name(data, words, told, at)
        if last is None:
            at += 1
            continue
        first = at + 1 if told[at] in _TITLES else at
        names.append((words[first].start(), words[last].start() + len(told[last].encode())))
        at = last + 1
    return names


def _owner(word: str) -> str:
    return word.removesuffix("'s")


def _last_of_a_name(
    data: bytes, words: list[re.Match[bytes]], told: list[str], first: int
) -> int | None:
    """Return which word is the surname of the name that begins at ``first``, if one does."""
    titled = told[first] in _TITLES
    if not titled and not _is_given(told[first]):
        return None
    last = first + 1
    if titled and _is_given(told[last]) and last + 1 < len(words) and _is_surname(told[last + 1]):
        last += 1
    while last < len(words) - 1 and told[last] in PARTICLES and last - first <= _MOST_PARTICLES:
        last += 1
    beside = all(
        data[one.end() : other.start()] == b" "
        for one, other in zip(words[first:last], words[first + 1 : last + 1], strict=True)
    )
    return last if beside and _is_surname(told[last]) else None


def _is_given(word: str) -> bool:
    kind = known(word)
    return bool(kind & Known.GIVEN) and not kind & _OTHER


def _is_surname(word: str) -> bool:
    kind = known(word)
    return bool(kind & Known.SURNAME) and not kind & _OTHER
