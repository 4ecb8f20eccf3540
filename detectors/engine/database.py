"""All patterns, compiled: by hyperscan, or ``re`` where it is missing, with the same spans.

Hyperscan reports every match; of those that begin at one place the longest is kept, and of those
that overlap the first: what ``re.finditer`` gives for patterns without lazy repeats.
"""

from __future__ import annotations

import hashlib
import logging
import platform
import re
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from detectors.base import Scan
from detectors.engine import kept

try:
    import hyperscan
except ImportError:  # no wheel for this machine
    ENGINE = "re"
else:
    ENGINE = f"hyperscan {version('hyperscan')}"


logger = logging.getLogger(__name__)

_OFFSET_BITS = 40  # of a terabyte; blocks are about a megabyte


class Pattern(NamedTuple):
    """A regular expression over bytes, written in ASCII."""

    regex: str
    scan: Scan = Scan.ANY_CASE


@dataclass(frozen=True, slots=True)
class Hits:
    """Where patterns matched: index of the pattern, first byte, end; sorted in that order."""

    patterns: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def of(self, first: int, last: int) -> slice:
        """Return the rows of the patterns from ``first`` to before ``last``."""
        low, high = np.searchsorted(self.patterns, (first, last))
        return slice(int(low), int(high))


class Database(Protocol):
    """Compiled patterns."""

    def scan(self, data: bytes) -> Hits:
        """Return all matches in ``data``."""


def compiled(patterns: Sequence[Pattern], slow: Collection[int] = ()) -> Database:
    """Return ``patterns`` by hyperscan where the machine has it.

    Those numbered in ``slow`` take long to compile and stay the same when others change.
    """
    return ReDatabase(patterns) if ENGINE == "re" else HyperscanDatabase(patterns, slow)


class HyperscanDatabase:
    """A pass over the bytes for the slow patterns and one for all others.

    Two passes take as long as one for all together: what counts is the patterns.
    """

    def __init__(self, patterns: Sequence[Pattern], slow: Collection[int] = ()) -> None:
        others = (number for number in range(len(patterns)) if number not in slow)
        groups = [group for group in (sorted(slow), [*others]) if group]
        self._parts = [
            (_kept_or_compiled([patterns[number] for number in group]), np.array(group))
            for group in groups
        ]

    def scan(self, data: bytes) -> Hits:
        """Return all matches in ``data``."""
        parts = []
        for database, numbers in self._parts:
            rows = _matches(database, data)
            rows[:, 0] = numbers[rows[:, 0]]
            parts.append(rows)
        return _reduced(np.concatenate(parts))


def _matches(database: hyperscan.Database, data: bytes) -> NDArray[np.int64]:
    """Return the pattern, first byte and end of each match."""
    flat: list[int] = []
    put = flat.append
    # Three appends in a lambda cost less a match than one of a tuple: 300 against 480 ns.
    database.scan(
        data,
        match_event_handler=lambda pattern, start, end, _flags, _context: (
            put(pattern) or put(start) or put(end)
        ),
    )
    return np.array(flat, dtype=np.int64).reshape(-1, 3)


def _kept_or_compiled(patterns: Sequence[Pattern]) -> hyperscan.Database:
    digest = _digest(patterns)
    database = _loaded(kept.load(digest))
    if database is None:
        logger.info("Patterns are being compiled, once for this version and these settings")
        database = _compiled(patterns)
        logger.info("Patterns were compiled")
        kept.keep(digest, hyperscan.dumpb(database))
    return database


def _compiled(patterns: Sequence[Pattern]) -> hyperscan.Database:
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    plain = hyperscan.HS_FLAG_SOM_LEFTMOST
    folded = plain | hyperscan.HS_FLAG_CASELESS
    database.compile(
        expressions=[pattern.regex.encode("ascii") for pattern in patterns],
        ids=list(range(len(patterns))),
        flags=[folded if pattern.scan is Scan.ANY_CASE else plain for pattern in patterns],
    )
    return database


def _loaded(data: bytes | None) -> hyperscan.Database | None:
    """Return the kept database, or None where the library finds it damaged or another's."""
    if data is None:
        return None
    try:
        database = hyperscan.loadb(data, hyperscan.HS_MODE_BLOCK)
        database.scratch = hyperscan.Scratch(database)
    except hyperscan.error:
        return None
    return database


def _digest(patterns: Sequence[Pattern]) -> str:
    """Return what a compiled database depends on, as a digest: patterns, library, processor."""
    every = [(pattern.regex, pattern.scan.value) for pattern in patterns]
    made_from = repr((ENGINE, sys.platform, platform.machine(), _processor(), every))
    return hashlib.sha256(made_from.encode()).hexdigest()


def _processor() -> str:
    """Return what this processor can do, as the kernel tells it; "" where it does not."""
    try:
        with open("/proc/cpuinfo", encoding="ascii", errors="replace") as file:
            return next((line for line in file if line.startswith(("flags", "Features"))), "")
    except OSError:
        return ""


class ReDatabase:
    """The same spans by the standard library, one pattern after the other: some 20 times slower."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = [compiled_re(pattern) for pattern in patterns]

    def scan(self, data: bytes) -> Hits:
        """Return all matches in ``data``."""
        flat = [
            (number, *match.span())
            for number, pattern in enumerate(self._patterns)
            for match in pattern.finditer(data)
        ]
        return _reduced(np.array(flat, dtype=np.int64).reshape(-1, 3))


def compiled_re(pattern: Pattern) -> re.Pattern[bytes]:
    """Return ``pattern`` for the standard library."""
    flags = re.IGNORECASE if pattern.scan is Scan.ANY_CASE else re.NOFLAG
    return re.compile(pattern.regex.encode("ascii"), flags)


def _reduced(rows: NDArray[np.int64]) -> Hits:
    """Return the longest match of each start, and the first of those that overlap."""
    if not len(rows):
        return Hits(rows[:, 0], rows[:, 1], rows[:, 2])
    # Both engines report matches of one pattern and start in order of their ends.
    order = np.argsort(rows[:, 0] << _OFFSET_BITS | rows[:, 1], kind="stable")
    patterns, starts, ends = rows[order].T
    last = np.ones(len(patterns), dtype=bool)
    last[:-1] = (patterns[1:] != patterns[:-1]) | (starts[1:] != starts[:-1])
    patterns, starts, ends = patterns[last], starts[last], ends[last]
    overlaps = (patterns[1:] == patterns[:-1]) & (starts[1:] < ends[:-1])
    if overlaps.any():
        keep = _first_of_overlapping(patterns, starts, ends)
        patterns, starts, ends = patterns[keep], starts[keep], ends[keep]
    return Hits(patterns, starts, ends)


def _first_of_overlapping(
    patterns: NDArray[np.int64], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> list[int]:
    keep: list[int] = []
    current, until = -1, 0
    rows = zip(patterns.tolist(), starts.tolist(), ends.tolist(), strict=True)
    for row, (pattern, start, end) in enumerate(rows):
        if pattern != current or start >= until:
            keep.append(row)
            current, until = pattern, end
    return keep
