"""Whether the text of a page is text at all: fonts without a Unicode map give anything else.

A common fault shifts every character down by 29, the distance between a font's glyph numbers and
ASCII. Source: ISO 32000-2:2020, 9.10 (extraction of text content); rule of decisions/0002.
"""

from __future__ import annotations

import re

_SHIFT = 29
_JUDGED_LETTERS = 200  # with fewer, words may be missing by chance
_STRANGE_SHARE = 0.05
_STRANGE = re.compile(r"\(cid:[0-9]+\)|[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_COMMON = re.compile(
    r"\b(?:the|and|of|to|in|for|is|on|by|with|or|at|from|a|yn|ac|i|ar|der|die|und|das|ist|"
    r"von|le|la|les|et|de|des|du|el|en|que|il|che|di|het|een|van|name|date|no)\b",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-z]")


def is_garbage(text: str) -> bool:
    """Tell whether more than a twentieth of ``text`` are characters that no text has."""
    strange = _STRANGE.findall(text)
    return len(strange) > max(len(text) - sum(map(len, strange)), 1) * _STRANGE_SHARE


def unshifted(text: str) -> str | None:
    r"""Return ``text`` with the shift undone where that makes words of it, else None.

    >>> unshifted("+HUDXVJHEHU\x03XQG\x03GLH\x03.LQGHU\x03GHU\x036WDGW")
    'Herausgeber und die Kinder der Stadt'
    """
    if not is_garbage(text) and (
        len(_LATIN.findall(text)) < _JUDGED_LETTERS or _COMMON.search(text)
    ):
        return None
    shifted = "".join(
        character if character in "\r\n" else chr(ord(character) + _SHIFT)
        for character in text
        if ord(character) < 0x10FF00
    )
    words = len(_COMMON.findall(shifted))
    return shifted if words >= 3 and not is_garbage(shifted) else None
