"""Reads the papers of ``papers``: what each is, its layouts, and its text with slots.

A paper begins with ``## its name``, then has lines ``key: value`` up to a line ``---``:

- ``kind``    planted (if nothing is said), lookalike or clean;
- ``as``      text, form, table or raw;
- ``in``      layouts, of which one is chosen, ``text*3`` being three times as likely as ``text``;
- ``tells``   special categories that it tells of somebody, ``health?`` if that can be argued;
- ``nation``  E, W, S or N; ``rows`` how many a table has; ``title`` lines over it, with ``~``
  between them; ``escape`` how values are written: sql, url, xml, nbsp or vcard.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.accuracy.draft import Kind

_HERE = Path(__file__).parent
_KINDS = {"planted": Kind.PLANTED, "lookalike": Kind.LOOKALIKE, "clean": Kind.CLEAN}
_KEYS = {"kind", "as", "in", "tells", "nation", "rows", "title", "escape"}


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of document."""

    name: str
    family: str
    kind: Kind
    shape: str
    layouts: tuple[str, ...]
    tells: tuple[str, ...]
    nation: str
    rows: tuple[int, int]
    title: str
    escape: str
    lines: tuple[str, ...]


@cache
def papers() -> tuple[Paper, ...]:
    """Return all papers, by file and place in it. Raises ValueError for one that cannot be read."""
    return tuple(
        _read(path.stem, block)
        for path in sorted((_HERE / "papers").glob("*.txt"))
        for block in path.read_text("utf-8").split("\n## ")[1:]
    )


@cache
def closings() -> tuple[str, ...]:
    """Return the paragraphs that end letters, one to a line in their file."""
    return tuple((_HERE / "closings.txt").read_text("utf-8").splitlines())


def _read(family: str, block: str) -> Paper:
    head, separator, body = block.partition("\n---\n")
    name, *settings = head.splitlines()
    told = dict(line.split(": ", 1) for line in settings)
    if not separator or not set(told) <= _KEYS:
        raise ValueError(f"paper {name!r} of {family}: {sorted(set(told) - _KEYS)}")
    low, _, high = told.get("rows", "6-18").partition("-")
    return Paper(
        name.strip(), family, _KINDS[told.get("kind", "planted")], told["as"],
        _layouts(told.get("in", "")), tuple(told.get("tells", "").split()), told.get("nation", ""),
        (int(low), int(high)), told.get("title", ""), told.get("escape", ""),
        tuple(body.strip("\n").splitlines()),
    )  # fmt: skip


def _layouts(told: str) -> tuple[str, ...]:
    chosen: list[str] = []
    for word in told.split():
        layout, _, times = word.partition("*")
        chosen += [layout] * int(times or 1)
    return tuple(chosen)
