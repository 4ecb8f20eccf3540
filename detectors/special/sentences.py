"""The sentence around a term, cut from bytes without reading the rest of the text."""

from __future__ import annotations

import re
from typing import NamedTuple

_BEFORE_BYTES, _AFTER_BYTES = 240, 120
_RECORD_BYTES = 500  # before a sentence: a few sentences of the same note, fields or row
_FULL_LINE_BYTES = 55  # a line as long was wrapped, and its sentence goes on below
_INDENT_BYTES = 12
_OF_PAIRS = (0, 1)  # tabs in a line of a label and its answer
_ENTRY = re.compile(
    rb" {0,4}(?:\d{1,2}[/.:\-]\d{1,2}(?:[/.\-]\d{2,4})?|\d{4}-\d\d-\d\d)(?:[ \t\-]|\Z)"
)
"""How entries of a log or a diary begin: with a date or a time, and so no sentence runs over it."""
_ENTRY_BYTES = 16
_STOPS = (b".", b":", b"?", b"!")
# The mark comes first: looking behind at every byte would take a hundred times as long.
_BORDER = re.compile(
    rb"[.!?](?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\b[A-Z]\.)"
    rb"[\x22')]{0,2}(?:[ \t\r\n]+(?=[^a-z]|\Z)|\Z)|\n|\t"
)


class Sentence(NamedTuple):
    """Text around a term within its sentence; ``earlier`` is what stands before the sentence."""

    earlier: bytes
    before: bytes
    after: bytes
    asks: bool

    @property
    def whole(self) -> bytes:
        """The sentence with a gap for the term."""
        return self.before + b"_" + self.after


def sentence_around(data: bytes, start: int, end: int) -> Sentence:
    """Return the sentence that holds the bytes from ``start`` to before ``end``."""
    low = max(0, start - _BEFORE_BYTES)
    before = data[low:start]
    first = 0
    for border in _BORDER.finditer(before):
        if not _wrapped(before, border, low):
            first = border.end()
    after = data[end : end + _AFTER_BYTES]
    last = len(after)
    for border in _BORDER.finditer(after):
        line = end + border.start() - (data.rfind(b"\n", 0, end + border.start()) + 1)
        full = line >= _FULL_LINE_BYTES and after[border.start() - 1 : border.start()] not in _STOPS
        full = full and _ENTRY.match(after, border.end(), border.end() + _ENTRY_BYTES) is None
        if border[0].strip(b"\r\n") or not (full or _goes_on(after, border.end())):
            last = border.start()
            break
    begins = low + first
    earlier = data[max(0, begins - _RECORD_BYTES) : begins]
    if b"\t" in earlier and not _is_form(earlier):  # a row is a record
        earlier = earlier[earlier.rfind(b"\n") + 1 :]
    return Sentence(
        earlier,
        before[first:],
        after[:last],
        after[last : last + 1] == b"?",
    )


def _is_form(text: bytes) -> bool:
    """Return whether lines are of labels and answers, as in a table of two columns."""
    return all(line.count(b"\t") in _OF_PAIRS for line in text.split(b"\n")[1:])


def _wrapped(text: bytes, border: re.Match[bytes], low: int) -> bool:
    """Return whether a border is the end of a line that its sentence runs across."""
    if border[0].strip(b"\r\n"):
        return False
    if _goes_on(text, border.end()):
        return True
    if _ENTRY.match(text, border.end(), border.end() + _ENTRY_BYTES):
        return False
    line = text.rfind(b"\n", 0, border.start()) + 1
    full = border.start() - line >= _FULL_LINE_BYTES or (line == 0 and low > 0)
    return full and text[border.start() - 1 : border.start()] not in _STOPS


def _goes_on(text: bytes, at: int) -> bool:
    """Return whether a line begins with a small letter."""
    return text[at : at + _INDENT_BYTES].lstrip(b" ")[:1].islower()
