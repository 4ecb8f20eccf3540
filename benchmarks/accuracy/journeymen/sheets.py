"""The formats that ``journeymen`` has beside those of ``wayfarers.press``; all are plain text.

``bare`` is CSV without headings, ``semi``, ``pipes`` and ``quoted`` are delimited otherwise,
``fixed`` is a listing in columns as a mainframe prints it, ``cells`` has each cell of a table on a
line of its own, ``over`` each heading above its value, ``dots`` leads from one to the other, and
``two`` sets a page in two columns side by side, as text taken from a PDF has them.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from random import Random

from benchmarks.accuracy.files import delimited
from benchmarks.accuracy.wayfarers.press import Blocks, Row, blocks
from benchmarks.accuracy.wayfarers.press import printed as printed_there

_COLUMN = 52  # characters of the left column of a page, where its lines are no longer
_LEADER = 34  # characters up to which dots lead


def printed(form: str, lines: Sequence[str], rng: Random) -> tuple[str, bytes]:
    """Return suffix and bytes of a file in a format. Raises KeyError for one that is not known."""
    if form not in _SHEETS:
        return printed_there(form, lines, rng)
    suffix, write = _SHEETS[form]
    *parts, _ = blocks(lines)  # they end with an empty line
    return suffix, write(parts).encode()


def _rows(parts: Blocks) -> Iterator[Row]:
    for part in parts:
        if not isinstance(part, str):
            yield from part
        elif part:
            yield [part.removeprefix("# ")]


def _bare(parts: Blocks) -> str:
    """Return the rows below the headings of each table, and nothing else."""
    return delimited(row for part in parts if not isinstance(part, str) for row in part[1:])


def _fixed(parts: Blocks) -> str:
    out: list[str] = []
    for part in parts:
        if isinstance(part, str):
            out.append(part.removeprefix("# ").upper() if part.startswith("# ") else part)
            continue
        widths = [max(map(len, column)) for column in zip(*part, strict=True)]
        for number, row in enumerate(part):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            out.append(" ".join(cells).rstrip())
            if number == 0:
                out.append(" ".join("-" * width for width in widths))
    return "\n".join(out) + "\n"


def _cells(parts: Blocks) -> str:
    return "\n".join(cell for row in _rows(parts) for cell in row if cell) + "\n"


def _slips(between: Callable[[str, str], str]) -> Callable[[Blocks], str]:
    def write(parts: Blocks) -> str:
        out: list[str] = []
        for part in parts:
            if isinstance(part, str):
                out.append(part.removeprefix("# "))
                continue
            for row in part[1:]:
                out += [between(*pair) for pair in zip(part[0], row, strict=True) if pair[1]]
                out.append("")
        return "\n".join(out) + "\n"

    return write


def _two(parts: Blocks) -> str:
    """Return the first half of the lines beside the second."""
    lines = [line for part in parts for line in _laid(part)]
    half = (len(lines) + 1) // 2
    pairs = zip_longest(lines[:half], lines[half:], fillvalue="")
    return "\n".join(f"{left:<{_COLUMN}}  {right}".rstrip() for left, right in pairs) + "\n"


def _laid(part: str | list[Row]) -> list[str]:
    if isinstance(part, str):
        return [part.removeprefix("# ")]
    return ["  ".join(row) for row in part]


_SHEETS: dict[str, tuple[str, Callable[[Blocks], str]]] = {
    "bare": ("csv", _bare),
    "semi": ("csv", lambda parts: delimited(_rows(parts), ";")),
    "pipes": ("txt", lambda parts: delimited(_rows(parts), "|")),
    "quoted": ("csv", lambda parts: delimited(_rows(parts), ",", csv.QUOTE_ALL)),
    "fixed": ("txt", _fixed),
    "cells": ("txt", _cells),
    "over": ("txt", _slips(lambda head, cell: f"{head}\n{cell}")),
    "dots": ("txt", _slips(lambda head, cell: f"{head + ' ':.<{_LEADER}} {cell}")),
    "two": ("txt", _two),
}
