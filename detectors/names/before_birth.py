"""The name right before a birth: "Jane Hill, born 3 May", "HILL, Jane dob 3/5/90"."""

from __future__ import annotations

import re

from detectors.names.lexicon import first_names, folded

_BACK_BYTES = 60
_TITLE_CASE = r"[^\W\d_a-z][^\W\d_]*(?:['\-][^\W\d_]+)*"
_LAST_WORDS = re.compile(rf"{_TITLE_CASE}(?: {_TITLE_CASE}){{1,2}}$")
_LAST_TURNED = re.compile(rf"(?:^|[\s:(])((?:{_TITLE_CASE} )?[A-ZÀ-ÞĀ-Ž'\-]{{3,}}, {_TITLE_CASE})$")


def before_cue(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    """Return the name that ends where the trigger ", born" begins."""
    del end
    window = data[max(0, start - _BACK_BYTES) : start].decode("utf-8", "ignore")
    if turned := _LAST_TURNED.search(window):
        return start - len(turned[1].encode()), start
    match = _LAST_WORDS.search(window)
    if match is None:
        return None
    words = match[0].split()
    while len(words) > 1 and folded(words[0]) not in first_names():
        words.pop(0)
    size = len(" ".join(words).encode())
    return (start - size, start) if len(words) > 1 else None
