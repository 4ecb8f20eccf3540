r"""Text that one program wrote for another: escapes of URLs and forms, quotes behind backslashes.

Decoded values are padded with spaces to the length of what they replace, so that all outside them
keeps its place; offsets within them are led back one by one. Sources: RFC 3986, section 2.1; WHATWG
URL Standard, section 5 (a plus stands for a space in form data); RFC 8259, section 7; all read
2026-11-25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from detectors.engine.layout import line_end
from detectors.engine.values import Offsets

_ESCAPE = re.compile(r"%(?!3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|0[0-8BbCcEeFf]|1)[0-9A-Fa-f]{2}")
"""Of figures, letters and control characters no program writes an escape; passwords hold "%49"."""
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_PAIR = re.compile(r"&[\w.\-\[\]%]{1,60}=")
_TOKEN = re.compile(r"[^\s\"'<>]+")
_PIECE = re.compile(r"=?([^&=?#/]+)")
_ESCAPE_CHARS = 3
_ESCAPED_TWICE = r"\\\""
_DEEP_QUOTE = re.compile(r'\\{3,15}"')
_BACKSLASH_QUOTE, _QUOTE_PADDED = '\\"', '" '


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with its escapes resolved: as long as it was, and the way back into it.

    From each character of ``at`` on, the original stands ``further`` characters further on.
    """

    text: str
    at: Offsets
    further: Offsets

    def original(self, offsets: Offsets) -> Offsets:
        """Return where ``offsets`` in ``text`` stand in the text as it was."""
        if not len(self.at):
            return offsets
        last = np.searchsorted(self.at, offsets, side="right") - 1
        return offsets + np.where(last < 0, 0, self.further[last])


def unquoted(text: str) -> str:
    r"""Return JSON within JSON strings, however deep, as plain JSON; each character in its place.

    >>> unquoted(r'{"a": "{\"b\": \"{\\\"c\\\": 1}\"}"}')
    '{"a": "{" b" : " {"   c"   : 1}" }"}'
    """
    if "\\" not in text or _BACKSLASH_QUOTE not in text:
        return text
    if _ESCAPED_TWICE in text:
        text = _DEEP_QUOTE.sub(lambda found: '"'.ljust(len(found[0])), text)
    return text.replace(_BACKSLASH_QUOTE, _QUOTE_PADDED)


def decoded(text: str) -> Decoded:
    """Return ``text`` with the escapes of programs resolved; most texts hold none."""
    text = unquoted(text)
    parts: list[str] = []
    moves: list[tuple[int, int]] = []
    until = 0
    for start, end, spaced in _pieces(text):
        piece = text[start:end]
        if spaced:
            piece = piece[0] + piece[1:].replace("+", " ")  # a first one: a telephone number
        plain = _resolved(piece, start, moves)
        parts += (text[until:start], plain.ljust(end - start))
        until = end
    if parts:
        text = "".join((*parts, text[until:]))
    steps = np.array(moves, dtype=np.int64).reshape(-1, 2)
    return Decoded(text, steps[:, 0], steps[:, 1])


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where in URLs and forms values, or parts of paths, hold what must be resolved.

    The third says whether a plus stands for a space there.
    """
    until = 0
    for at in sorted(_triggers(text)):
        if at < until:
            continue
        start = text.rfind("\n", 0, at) + 1
        until = line_end(text, at)
        for token in _TOKEN.finditer(text, start, until):
            form = _PAIR.search(token[0]) is not None
            for piece in _PIECE.finditer(text, *token.span()):
                spaced = form and piece[0][0] == "=" and "+" in piece[1] and "@" not in piece[1]
                if spaced or _ESCAPE.search(piece[1]):
                    yield *piece.span(1), spaced


def _triggers(text: str) -> Iterator[int]:
    yield from _matching(_ESCAPE, "%", text)
    if "+" in text:
        yield from _matching(_PAIR, "&", text)


def _matching(pattern: re.Pattern[str], first: str, text: str) -> Iterator[int]:
    """Yield where ``pattern``, which begins with ``first``, matches: a third of finditer's time."""
    at = text.find(first)
    while at >= 0:
        if pattern.match(text, at):
            yield at
        at = text.find(first, at + 1)


def _resolved(piece: str, start: int, moves: list[tuple[int, int]]) -> str:
    """Return what ``piece``, which begins at ``start``, stands for; add to ``moves``."""
    parts: list[str] = []
    until, further, size = 0, 0, 0
    for found in _ESCAPES.finditer(piece):
        plain = _characters(found[0])
        if plain is None:
            continue
        parts += (piece[until : found.start()], plain)
        size += found.start() - until
        until = found.end()
        for char in plain:
            size += 1
            further += _ESCAPE_CHARS * len(char.encode()) - 1
            moves.append((start + size, further))
    whole = "".join((*parts, piece[until:]))
    if further:
        moves.append((start + len(whole) + 1, 0))
    return whole


def _characters(escapes: str) -> str | None:
    """Return what a run of escapes stands for, control characters as spaces, or None."""
    try:
        plain = bytes.fromhex(escapes.replace("%", "")).decode()
    except UnicodeDecodeError:
        return None
    return "".join(char if char.isprintable() else " " for char in plain)
