"""Reads the papers of ``papers``: what each is, its layouts, and its text with slots.

A paper begins with ``=== its name; shape; key=value; ...`` and ends where the next begins. Shapes
are text, mail, form, table and raw. Keys are ``kind`` (lookalike or clean), ``tells`` (special
categories that it tells of somebody, ``health?`` if that can be argued), ``rows`` of a table,
``nation``, and of raw ones ``as`` (their suffix) and ``escape`` (how values are written in them).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.accuracy.draft import Kind

_HERE = Path(__file__).parent / "papers"
_SHAPES = ("text", "mail", "form", "table", "raw")
_KINDS = {kind.value.replace("-", ""): kind for kind in Kind}
_TELLS = {
    "health": "HEALTH_DATA", "ethnicity": "ETHNICITY_DATA", "religion": "RELIGION_DATA",
    "sexual": "SEXUAL_LIFE_DATA", "union": "UNION_DATA", "politics": "POLITICAL_DATA",
    "biometric": "BIOMETRIC_DATA", "crime": "CRIMINAL_OFFENCE_DATA",
    "child": "CHILD_SAFEGUARDING", "adult": "ADULT_SAFEGUARDING",
}  # fmt: skip
_KEYS = {"kind", "tells", "rows", "nation", "as", "escape"}


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of document; ``tells`` has entities, and whether each must be found."""

    name: str
    department: str
    shape: str
    kind: Kind
    tells: tuple[tuple[str, bool], ...]
    rows: tuple[int, int]
    nation: str
    suffix: str
    escape: str
    lines: tuple[str, ...]


@cache
def papers() -> tuple[Paper, ...]:
    """Return all papers, by department and place. Raises ValueError for one that is not sound."""
    found = []
    for path in sorted(_HERE.glob("*.txt")):
        blocks = re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)
        if blocks[0].strip():
            message = f"{path.name} has text before its first paper"
            raise ValueError(message)
        found += [_read(path.stem, block) for block in blocks[1:]]
    return tuple(found)


def _read(department: str, block: str) -> Paper:
    head, _, body = block.partition("\n")
    name, shape, *pairs = [part.strip() for part in head.split(";")]
    known = dict(pair.split("=", 1) for pair in pairs)
    if shape not in _SHAPES or not set(known) <= _KEYS:
        message = f"{name}: no such shape or key: {head}"
        raise ValueError(message)
    tells = known.get("tells", "").split(",") if "tells" in known else []
    low, high = known.get("rows", "5-14").split("-")
    return Paper(
        name,
        department,
        shape,
        _KINDS[known.get("kind", "planted")],
        tuple((_TELLS[told.removesuffix("?")], not told.endswith("?")) for told in tells),
        (int(low), int(high)),
        known.get("nation", ""),
        known.get("as", "txt"),
        known.get("escape", ""),
        tuple(body.strip("\n").split("\n")),
    )
