"""What a worksheet's XML holds outside its cells, and how large its grid is: one cheap pass.

The cells are the bulk, and a compiled reader has them already; here they are only skimmed for
the last row, the last column and the strings in formulas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from scanner.extractors.ooxml.cells import column_index

_BEGIN = re.compile(rb"<(?:\w+:)?sheetData(?:[\s/][^>]{0,200})?>")
_END = re.compile(rb"</(?:\w+:)?sheetData>")
_LAST_ROW = re.compile(rb'<(?:\w+:)?row [^>]{0,200}?\br="([0-9]{1,7})"')
_WIDE_CELL = re.compile(rb'r="([A-Z]{2,3})[0-9]')
_FORMULA_STRING = re.compile(rb"<(?:\w+:)?f[^>]*>([^<]*(?:\"|&quot;)[^<]*)<")
_STRING = re.compile(r'"((?:[^"]|"")+)"')
_KEPT = 300  # bytes of a block looked at again with the next, so that nothing is cut
_FORMULA_CHARS = 2_000_000  # formulas are copied down columns: of each distinct one is enough


@dataclass(slots=True)
class Skim:
    """What was seen of the cells so far: rows, columns, distinct formulas with strings."""

    rows: int = 1
    columns: int = 26
    formulas: dict[bytes, None] | None = None

    @property
    def cells(self) -> int:
        """The size of the grid that a dense reader would make."""
        return self.rows * self.columns

    def formula_strings(self) -> Iterator[str]:
        """Yield the string literals of each distinct formula, one line each."""
        for formula in self.formulas or ():
            text = unescape(formula.decode("utf-8", "replace"))
            yield from (found.replace('""', '"') for found in _STRING.findall(text))


def outside_cells(blocks: Iterable[bytes], skim: Skim) -> Iterator[bytes]:
    """Yield the XML of a worksheet with its cells left out, noting in ``skim`` what they are."""
    kept, inside, done = b"", False, False
    for block in blocks:
        data = kept + block
        kept = b""
        if done:
            yield data
            continue
        if not inside:
            begin = _BEGIN.search(data)
            if begin is None:
                kept = data[-_KEPT:]
                yield data[: len(data) - len(kept)]
                continue
            inside = True
            opened = begin.end()
            yield data[:opened]
            if data[opened - 2 : opened] == b"/>":
                done = True
                yield data[opened:]
                continue
            data = data[opened:]
        end = _END.search(data)
        _skim(data if end is None else data[: end.start()], skim)
        if end is not None:
            inside, done = False, True
            yield data[end.start() :]
        else:
            kept = data[-_KEPT:]
    if not inside:
        yield kept


def _skim(data: bytes, skim: Skim) -> None:
    last = data.rfind(b"row ")
    if last >= 0:
        found = _LAST_ROW.search(data, max(last - 10, 0))
        if found:
            skim.rows = max(skim.rows, int(found[1]))
    for column in set(_WIDE_CELL.findall(data)):
        skim.columns = max(skim.columns, (column_index(column.decode("ascii")) or 0) + 1)
    if b"<f" in data or b":f" in data:
        if skim.formulas is None:
            skim.formulas = {}
        for formula in _FORMULA_STRING.findall(data):
            if len(skim.formulas) * 100 < _FORMULA_CHARS:
                skim.formulas.setdefault(formula[:1000])
