"""The copies of source data that pivot tables keep, though its sheet may be gone.

Source: [MS-XLS] 2.1.7.4 (pivot cache storage), 2.4.283 (SXFDB), 2.4.275 (SXDBB), 2.4.313
(SXString), read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from scanner.extractors.base import Kind, Passage, TablePassage
from scanner.extractors.biff.records import Dialect, records, string
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.grids import Grid
from scanner.extractors.ooxml.cells import date_text, exact_number, one_line

STORAGE = "_sx_db_cur"

_FIELD, _ROW, _END = 0x00C7, 0x00C8, 0x000A
_NUMBER, _TRUTH, _ERROR, _WHOLE, _STRING, _DATE, _NIL = range(0x00C9, 0x00D0)
_ITEMS = frozenset({_NUMBER, _TRUTH, _ERROR, _WHOLE, _STRING, _DATE, _NIL})
_ROWS_AT_ONCE = 500
_WIDE_INDEX_FROM = 256  # items of a field: then its indexes take two bytes


@dataclass(slots=True)
class _Field:
    name: str = field(repr=False)
    items: list[str] = field(default_factory=list, repr=False)


def pivot_parts(data: bytes, dialect: Dialect, table: int) -> Iterator[Passage | TablePassage]:
    """Yield the rows of one cache as a table, or, where it keeps none, each field's items."""
    fields, rows = _read(data, dialect)
    named = [each for each in fields if each.name]
    if not rows:
        flows = Flows()
        for each in named:
            for item in each.items:
                flows.add(Kind.CACHED, f"{each.name}: {item}", ())
        yield from flows.rest()
        return
    grid = Grid(table, (), Kind.CACHED)
    yield from grid.extend(["\t".join(one_line(each.name) for each in fields)])
    for at in range(0, len(rows), _ROWS_AT_ONCE):
        yield from grid.extend(rows[at : at + _ROWS_AT_ONCE])
    yield from grid.finish()


def _read(data: bytes, dialect: Dialect) -> tuple[list[_Field], list[str]]:
    fields: list[_Field] = []
    rows: list[str] = []
    row: list[str] | None = None  # values of the open row; those without index come in records
    for kind, start, stop in records(data):
        try:
            if kind == _FIELD:
                fields.append(_Field(string(data, start + 14, 2, dialect)[0]))
            elif kind in _ITEMS:
                item = _item(data, kind, start, dialect)
                if row is not None:
                    _fill(row, fields, item)
                elif fields:
                    fields[-1].items.append(item)
            elif kind == _ROW:
                if row is not None:
                    rows.append("\t".join(map(one_line, row)))
                row = _indexed(data[start:stop], fields)
        except (struct.error, IndexError):
            break
    if row is not None:
        rows.append("\t".join(map(one_line, row)))
    return fields, rows


def _indexed(data: bytes, fields: list[_Field]) -> list[str]:
    """Return the values of a row by their indexes, "" for what comes in records of its own."""
    at, values = 0, []
    for each in fields:
        if not each.items:
            values.append("")
            continue
        width = 2 if len(each.items) >= _WIDE_INDEX_FROM else 1
        index = int.from_bytes(data[at : at + width], "little")
        at += width
        values.append(each.items[index] if index < len(each.items) else "")
    return values


def _fill(row: list[str], fields: list[_Field], item: str) -> None:
    for number, each in enumerate(fields):
        if not each.items and not row[number]:
            row[number] = item or " "
            return


def _item(data: bytes, kind: int, start: int, dialect: Dialect) -> str:
    if kind == _STRING:
        return string(data, start, 2, dialect)[0]
    if kind == _NUMBER:
        return exact_number(repr(struct.unpack_from("<d", data, start)[0]))
    if kind == _WHOLE:
        return str(struct.unpack_from("<h", data, start)[0])
    if kind == _DATE:
        year, month, day, hour, minute, second = struct.unpack_from("<HHBBBB", data, start)
        try:
            return date_text(datetime(year, month, max(day, 1), hour, minute, second))  # noqa: DTZ001 - a sheet's dates have no zone
        except ValueError:
            return ""
    return ""
