"""Terms of special category data: which there are, how strong each is, and how they are folded.

A term of strength 1 is a term of art that is hardly used but of a person; one of strength 2 names
a condition, faith or body and needs to be said of somebody; one of strength 3 is an everyday word
or a code, and is read in fields and columns only. Sources and licences: detectors/data/NOTICE.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from detectors.base import Scan
from detectors.names.lexicon import folded as without_accents

_JOINS = re.compile(r"[\s\-/(),:.;*\"]+")
_TERMS_IN_ONE = 60  # many short lists: one long one takes ten times as long to compile
_MOST_WORDS = 8
_LEAST_CELLS = 2
_PART_ENDS = re.compile(
    r" ?[,;/(+&]|  | and | (?:19|20)\d\d\b| x\d| at home| since | following "
    r"| (?:positive|reactive|detected)\b"
)
_KEPT_VALUES = 1 << 14  # cells of a column recur


class TermStrength(IntEnum):
    """How much a term says by itself."""

    OF_ART = 1
    NAMED = 2
    WEAK = 3


class Alternation(NamedTuple):
    """A pattern of some terms, and whether case counts: MARAC, but asthma and Asthma."""

    regex: str
    scan: Scan


@lru_cache(_KEPT_VALUES)
def folded(text: str) -> str:
    """Return ``text`` in small letters, accents and apostrophes left out, words parted by a space.

    >>> folded("Alzheimer's (early-onset)")
    'alzheimers early onset'
    """
    plain = without_accents(text.replace("'", "").replace("\u2019", ""))
    return " ".join(_JOINS.sub(" ", plain).split())


def words(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(text.split())


@cache
def listed(file: str) -> frozenset[str]:
    """Return the terms of a list in detectors/data, folded as they lie there."""
    return frozenset(files("detectors.data").joinpath(file).read_text("utf-8").split("\n")[1:-1])


@cache
def _rows() -> tuple[tuple[str, str, TermStrength], ...]:
    text = files("detectors.data").joinpath("special_terms.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple((row["term"], row["category"], TermStrength(int(row["strength"]))) for row in rows)


def written(category: str, strength: TermStrength) -> tuple[str, ...]:
    """Return the terms of a category that have one strength, as people write them."""
    return tuple(term for term, *rest in _rows() if rest == [category, strength])


@cache
def terms(category: str, *lists: str) -> frozenset[str]:
    """Return all terms of a category and of further lists, folded."""
    own = frozenset(folded(term) for term, of, _ in _rows() if of == category)
    return own.union(*map(listed, lists))


def alternations(category: str, strength: TermStrength) -> Iterator[Alternation]:
    """Yield patterns of the terms of one strength; those written in capitals are so matched."""
    every = written(category, strength)
    capitals = [term for term in every if term.isupper()]
    others = [term for term in every if not term.isupper()]
    for some, scan in ((capitals, Scan.CASE), (others, Scan.ANY_CASE)):
        for at in range(0, len(some), _TERMS_IN_ONE):
            yield Alternation(alternation(some[at : at + _TERMS_IN_ONE]), scan)


def alternation(some: list[str]) -> str:
    r"""Return a pattern of whole terms; lines may break them, and hyphen and apostrophe be missing.

    >>> alternation(["self-harm", "Crohn's"])
    "\\b(?:self[\\s\\-]harm|Crohn'?s)\\b"
    """
    parts = (re.escape(term).replace(r"\-", r"[\s\-]").replace("'", "'?") for term in some)
    return rf"\b(?:{'|'.join(part.replace(chr(92) + ' ', chr(92) + 's') for part in parts)})\b"


def term_in(text: str, known: frozenset[str]) -> str | None:
    """Return the longest term that ``text`` holds, of equally long ones the first.

    >>> term_in("Yes - severe asthma", frozenset({"asthma"}))
    'asthma'
    """
    parts = folded(text).split()
    for length in range(min(len(parts), _MOST_WORDS), 0, -1):
        for first in range(len(parts) - length + 1):
            phrase = " ".join(parts[first : first + length])
            if phrase in known:
                return phrase
    return None


def opens_with(known: frozenset[str]) -> Callable[[list[str]], bool]:
    """Return what tells whether half of some cells begin with a known term, at least two.

    >>> opens_with(frozenset({"asthma"}))(["Asthma", "asthma, mild", "Tuesday"])
    True
    """

    def among_people(cells: list[str]) -> bool:
        right = sum(bool(_opening(cell) & known) for cell in cells)
        return right >= _LEAST_CELLS and 2 * right >= len(cells)

    return among_people


def _opening(cell: str) -> set[str]:
    """Return a cell and its first part, folded roughly: most cells are asked about once."""
    plain = cell.lower().replace("'", "").replace("-", " ").strip()
    return {plain, _PART_ENDS.split(plain, maxsplit=1)[0]}


def whole_term(known: frozenset[str]) -> Callable[[str], str | None]:
    """Return a check that takes a text for a term only where it is nothing else."""

    def check(text: str) -> str | None:
        value = folded(text)
        return value if value in known else None

    return check
