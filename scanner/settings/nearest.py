"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the words that propose the likeliest of ``known``, or "" where none is like it.

    >>> nearest("lables", ["labels", "headers"])
    ', did you mean labels?'
    >>> nearest("colour", ["labels", "headers"])
    ''
    """
    found = get_close_matches(word, list(known), n=1)
    return f", did you mean {found[0]}?" if found else ""
