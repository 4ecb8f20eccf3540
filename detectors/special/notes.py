"""Terms in a note about somebody: "rang 3/5, has asthma", "caution 2019 for affray".

Whom a note is about its table says, so that no person and no link need stand in it. What is denied
is left out, and what the note says of leaflets, courses and streets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from detectors.special.attribution import blocked
from detectors.special.lexicon import folded

_KEPT_NOTES = 1 << 14  # notes recur: "inhaler in office"
_WORD = re.compile(r"[^\s\-/(),:.;*\"]+")
_MOST_WORDS = 8
_SHORT_CODE = 2  # letters of a code: "DA" for domestic abuse, though never "da"
_DENIED = re.compile(
    r"\b(?:no|not|nil|without|den(?:ies|ied)|never|neg(?:ative)?|ruled out|isn.?t|hasn.?t|dim|heb)"
    r"(?: [\w/]+){0,3} ?$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:leaflets?|train(?:ing|ed|er)|courses?|awareness|policy|campaign|fundrais\w+|donat\w+"
    r"|first aid|talk (?:on|about)|(?:runs|leads|teaches) )\b",
    re.IGNORECASE,
)

Noted = Callable[[str], tuple[tuple[int, int], ...]]


def noted(known: Iterable[str], dealt_with: re.Pattern[str] | None = None) -> Noted:
    """Return what finds the terms of ``known``, folded, in a note about somebody.

    With ``dealt_with`` only notes are read in which it is found.

    >>> noted(["asthma"])("has asthma, no epilepsy")
    ((4, 10),)
    """
    terms = frozenset(known)
    firsts: dict[str, int] = {}
    for term in terms:
        first, *rest = term.split()
        firsts[first] = max(firsts.get(first, 0), 1 + len(rest))

    @lru_cache(_KEPT_NOTES)
    def spans(note: str) -> tuple[tuple[int, int], ...]:
        words = list(_WORD.finditer(note))
        plain = [folded(word[0]) for word in words]
        if firsts.keys().isdisjoint(plain) or _ABOUT.search(note):
            return ()
        if dealt_with is not None and not dealt_with.search(note):
            return ()
        found = list(_terms(plain, firsts, terms))
        kept = ((words[a].start(), words[b - 1].end()) for a, b in found)
        return tuple(span for span in kept if not _is_no_term(note, *span))

    return spans


def _terms(
    plain: list[str], firsts: dict[str, int], terms: frozenset[str]
) -> Iterable[tuple[int, int]]:
    """Yield from which word to before which a term stands."""
    at = 0
    while at < len(plain):
        longest = min(firsts.get(plain[at], 0), _MOST_WORDS, len(plain) - at)
        for length in range(longest, 0, -1):
            if " ".join(plain[at : at + length]) in terms:
                yield at, at + length
                at += length - 1
                break
        at += 1


def _is_no_term(note: str, start: int, end: int) -> bool:
    """Return whether a term is denied, is no code, or a charity by the words beside it."""
    if end - start <= _SHORT_CODE and not note[start:end].isupper():  # Marlon da Silva
        return True
    if _DENIED.search(note, 0, start):
        return True
    return blocked(note.encode(), len(note[:start].encode()), len(note[:end].encode()))
