"""Reads the files in ``kinds``: what sorts of file there are, and how each is written.

A sort begins with ``=== its name; formats; key=value`` and ends where the next begins. Formats are
those of ``press``, one of which is drawn; keys are ``kind`` (look or clean) and ``nation``. In its
lines ``%loop 3-9`` repeats what follows up to its ``%end``, each time about others, and with
``%loop 3-9 ,`` puts that between; ``%again`` does so about the same people. ``%one``, ``%or`` and
``%end`` hold texts of which one is written, ``%may`` begins a line that every second file has, and
``{nth}`` is the number of the turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.wayfarers.ink import Ink

_HERE = Path(__file__).parent / "kinds"
_KINDS = {"planted": Kind.PLANTED, "look": Kind.LOOKALIKE, "clean": Kind.CLEAN}
_LOOP = re.compile(r"%(loop|again) (\d+)-(\d+)(?: (\S))?$")


@dataclass(frozen=True, slots=True)
class Loop:
    """Parts that come so many times; ``between`` ends each turn but the last."""

    is_about_others: bool
    least: int
    most: int
    between: str
    parts: Parts


@dataclass(frozen=True, slots=True)
class Either:
    """Several parts of which one is written."""

    options: tuple[Parts, ...]


Parts = tuple[str | Loop | Either, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of file."""

    name: str
    formats: tuple[str, ...]
    kind: Kind
    nation: str
    parts: Parts


@cache
def sorts(folder: Path = _HERE) -> tuple[Sort, ...]:
    """Return all sorts of file of a folder.

    Raises ValueError or KeyError for one that is not sound.
    """
    found = []
    for path in sorted(folder.glob("*.txt")):
        blocks = re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)
        found += [read(block) for block in blocks[1:]]
    return tuple(found)


def read(block: str) -> Sort:
    """Return the sort that a block describes. Raises ValueError for one that is not sound."""
    head, _, body = block.partition("\n")
    name, formats, *pairs = [part.strip() for part in head.split(";")]
    known = dict(pair.split("=", 1) for pair in pairs)
    kind = _KINDS[known.pop("kind", "planted")]
    nation = known.pop("nation", "")
    parts, stopped_at = _parts(iter(body.strip("\n").split("\n")))
    if known or stopped_at:
        message = f"{name}: {known or stopped_at} is out of place"
        raise ValueError(message)
    return Sort(name, tuple(formats.split(",")), kind, nation, parts)


def _parts(lines: Iterator[str]) -> tuple[Parts, str]:
    """Return the parts up to an ``%or`` or ``%end`` that belongs to none of them, and that line."""
    parts: list[str | Loop | Either] = []
    for line in lines:
        if line in ("%or", "%end"):
            return tuple(parts), line
        if line == "%one":
            options, stopped_at = [], "%or"
            while stopped_at == "%or":
                option, stopped_at = _parts(lines)
                options.append(option)
            _must_end(line, stopped_at)
            parts.append(Either(tuple(options)))
        elif loop := _LOOP.match(line):
            inner, stopped_at = _parts(lines)
            _must_end(line, stopped_at)
            least, most = int(loop[2]), int(loop[3])
            parts.append(Loop(loop[1] == "loop", least, most, loop[4] or "", inner))
        else:
            parts.append(line)
    return tuple(parts), ""


def _must_end(line: str, stopped_at: str) -> None:
    if stopped_at != "%end":
        message = f"{line} never ends"
        raise ValueError(message)


def written(parts: Parts, ink: Ink, nth: int = 0) -> list[str]:
    """Return parts as lines, their slots filled; a row of a table still has its bars."""
    lines: list[str] = []
    for part in parts:
        if isinstance(part, Either):
            lines += written(ink.rng.choice(part.options), ink, nth)
        elif isinstance(part, Loop):
            turns = ink.rng.randint(part.least, part.most)
            for turn in range(1, turns + 1):
                if part.is_about_others:
                    ink.company.next_turn()
                lines += written(part.parts, ink, turn)
                if turn < turns:
                    lines[-1] += part.between
        elif not part.startswith("%may ") or ink.rng.random() < 0.5:
            line = ink.chosen(part.removeprefix("%may ").replace("{nth}", str(nth)))
            filled = ink.filled(line, in_column=line.startswith("|"))
            if filled or not line:  # a line that only says what the file tells of leaves none
                lines += filled.split("\n")
    return lines
