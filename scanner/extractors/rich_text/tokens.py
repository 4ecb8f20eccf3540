r"""What rich text is made of: runs of text, control words, coded characters, groups.

Files are read as Latin-1, one character a byte, so that plain text needs no further work.
Source: Rich Text Format Specification 1.9.1, "RTF Syntax" and "Unicode RTF", read 2026-11-28.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

TEXT, UNICODE, WORDS, CODED, OPEN, CLOSE, SYMBOL = range(1, 8)
"""Which group of TOKEN matched."""

TOKEN = re.compile(
    r"([^\\{}\r\n\0]++)"
    r"|(?:\{\})++"  # says nothing
    # Characters that each have one stand-in for programs without Unicode.
    r"|((?:\\u-?[0-9]{1,7}+ ?+(?:\\'[0-9a-fA-F]{2}|[^\\{}\r\n\0])){1,512}+)"
    r"|((?:\\[a-zA-Z]{1,32}(?:-?[0-9]{1,10})?[ ]?){1,32}+)"
    r"|((?:\\'[0-9a-fA-F]{2}){1,4096}+)"
    r"|(\{++)"
    r"|(\}++)"
    r"|\\([^a-zA-Z])"
)
"""Line ends and NULs between tokens stand for nothing; whoever searches passes over them."""

SAFE_CHARS = 64
"""A token that ends nearer to the end of a block may be the beginning of a longer one."""

UNICODE_CHAR = re.compile(r"\\u(-?[0-9]{1,7}+) ?+(\\'[0-9a-fA-F]{2}|[^\\{}\r\n\0])")
UNICODE_NUMBER = re.compile(r"\\u(-?[0-9]+)")

_WORD = re.compile(r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?")
_SKIPPED = re.compile(
    r"((?:[^\\{}]++|\\(?!bin-?[0-9])[\s\S])++)|(\{++)|(\}++)|\\bin(-?[0-9]{1,10})[ ]?"
)
_BEGUN = re.compile(r"(?<!\\)(?:\\\\)*(\\(?:b|bi|bin|bin-?[0-9]{1,10})?)\Z")
_BEGUN_CHARS = 32


def words(run: str) -> Iterator[tuple[str, int | None, int]]:
    r"""Yield each control word of ``run``, its number if it has one, and where it ends.

    >>> list(words(r"\b\fs20 "))
    [('b', None, 2), ('fs', 20, 8)]
    """
    for match in _WORD.finditer(run):
        yield match[1], None if match[2] is None else int(match[2]), match.end()


def skipped(text: str, at: int, depth: int, *, last: bool) -> tuple[int, int, int]:
    r"""Return how far a group of no interest goes in ``text``, how deep, and bytes that follow.

    At depth 0 the place is that of the brace that closes it; the bytes, which are no text, are
    those of ``\bin``. Else it stops at the end, or before a word that may go on after it.
    """
    for match in _SKIPPED.finditer(text, at):
        _, opened, closed, count = match.groups()
        if opened:
            depth += len(opened)
        elif closed:
            if len(closed) >= depth:
                return match.start() + depth - 1, 0, 0
            depth -= len(closed)
        elif count and int(count) > 0:
            if match.end() == len(text) and not last:
                return match.start(), depth, 0  # the number may go on
            return match.end(), depth, int(count)
    end = len(text)
    if not last:
        begun = _BEGUN.search(text, max(at, end - _BEGUN_CHARS))
        end = begun.start(1) if begun else end
    return end, depth, 0
