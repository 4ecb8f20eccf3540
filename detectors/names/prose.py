"""Where to ask the name model: running prose around a cue that somebody is spoken of.

The model reads a tenth of a megabyte a second, so it is shown little: what lies within a few
lines of a name, of another identifier, or of a pronoun beside a verb of speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_AROUND = 400  # characters on each side of a cue
_LONGEST_PIECE = 800  # judged and read as one
_SPEECH = re.compile(
    r"[hH]e (?:said|says|told|tells|asked|asks|reported|reports|stated|states|explained|felt|feels"
    r"|thinks|thought|wants|wanted|agreed|denied|denies|confirmed|rang|called|phoned|disclosed"
    r"|is worried|was upset|has asked|has told|would like)\b"
)
_SMALL_WORD = re.compile(r"(?<![^\s(\"'“‘])[a-z]{2,}(?=[\s.,;:!?)'’\"”]|$)")
_LEAST_SMALL = 0.5  # of the words: a list, a table and a form have fewer
_LEAST_WORDS = 6
_MOST_SIGNS = 0.05  # of the characters: code and logs have more
_SIGN = re.compile(r"[{}<>=|\\_#$%*+\[\]~^`@\t]")


def windows(text: str, found: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of running prose around speech and around the places ``found``, in order."""
    cues = sorted({*found, *(match.start() for match in _SPEECH.finditer(text))})
    for start, end in _merged(cues, len(text)):
        for piece in _pieces(text, start, end):
            if is_prose(text[slice(*piece)]):
                yield piece


def is_prose(text: str) -> bool:
    """Return whether a text consists of sentences.

    >>> is_prose("Mum says that he is not sleeping and that school is no help.")
    True
    >>> is_prose("for name in names: print(NAMES[name]) # {name}")
    False
    """
    words = len(text.split())
    if words < _LEAST_WORDS or len(_SMALL_WORD.findall(text)) < _LEAST_SMALL * words:
        return False
    return len(_SIGN.findall(text)) <= _MOST_SIGNS * len(text)


def _merged(cues: Sequence[int], size: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges around ``cues``, those that touch as one."""
    start = end = -1
    for cue in cues:
        if start >= 0 and cue - _AROUND <= end:
            end = min(size, cue + _AROUND)
            continue
        if start >= 0:
            yield start, end
        start, end = max(0, cue - _AROUND), min(size, cue + _AROUND)
    if start >= 0:
        yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start..end cut at the ends of lines, else at spaces, into pieces no longer than one."""
    while start and not text[start - 1].isspace():  # no word is cut in two
        start -= 1
        if end - start > 2 * _LONGEST_PIECE:
            break
    while start < end:
        stop = min(end, start + _LONGEST_PIECE)
        if stop < len(text):
            cut = text.rfind("\n", start + 1, stop + 1)
            if cut <= start + _LONGEST_PIECE // 4:
                cut = text.rfind(" ", start + 1, stop + 1)
            stop = cut if cut > start else stop
        yield start, stop
        start = stop
