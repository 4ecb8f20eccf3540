r"""From lines to rows of cells: records parted by a delimiter, quotes honoured.

Rows come out as text, cells parted by tabs and rows by newlines. Where no quote occurs that is
a replacement of characters, which is twenty times as fast as parsing; else csv.reader parses,
and only rows that hold line ends or tabs inside a cell are looked at one by one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

_END = "\x00end of block"  # a record of its own unless a quote is still open


@dataclass(frozen=True, slots=True)
class Rows:
    """Whole records as text, how many there are, and the text that begins an unfinished one."""

    text: str = field(repr=False)
    count: int
    unfinished: str = field(repr=False, default="")


def rows_of(text: str, delimiter: str, longest_cell: int) -> Rows:
    """Return the whole records of ``text``, which begins with a record and ends with a line.

    What is unfinished goes before the next lines. Once it is longer than ``longest_cell``
    characters a quote was never closed, and no table is to be had from there on.
    """
    if '"' not in text:
        return _unquoted(text, delimiter)
    if delimiter != "\t" and "\t" in text:
        text = text.replace("\t", " ")
    before = csv.field_size_limit(longest_cell)  # of the whole process
    try:
        return _quoted(text, delimiter)
    finally:
        csv.field_size_limit(before)


def _quoted(text: str, delimiter: str) -> Rows:
    records: list[list[str]] = []
    try:
        records.extend(_reader(text, delimiter, _END))
    except csv.Error:  # the cell is longer than the limit
        return Rows(_joined(records), len(records), _from_record(text, delimiter, len(records)))
    last = records.pop()
    if last == [_END]:
        return Rows(_joined(records), len(records))
    return Rows(_joined(records), len(records), _from_record(text, delimiter, len(records)))


def _unquoted(text: str, delimiter: str) -> Rows:
    if delimiter != "\t":
        if "\t" in text:
            text = text.replace("\t", " ")
        text = text.replace(delimiter, "\t")
    body = text.removesuffix("\n")
    return Rows(body, body.count("\n") + 1 if text else 0)


def _reader(text: str, delimiter: str, after: str) -> Iterator[list[str]]:
    return csv.reader(chain(io.StringIO(text, newline="\n"), (after,)), delimiter=delimiter)


def _joined(records: list[list[str]]) -> str:
    rows = list(map("\t".join, records))
    text = "\n".join(rows)
    borders = sum(map(len, records)) - len(records) + records.count([])
    if text.count("\t") != borders:  # a tab inside a cell
        rows = ["\t".join([cell.replace("\t", " ") for cell in record]) for record in records]
    elif text.count("\n") == len(records) - 1:
        return text
    return "\n".join([row.replace("\n", " ") for row in rows])


def _from_record(text: str, delimiter: str, number: int) -> str:
    """Return ``text`` from the record with ``number`` from 0 on."""
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=delimiter)
    for _ in islice(reader, number):
        pass
    at = 0
    for _ in range(reader.line_num):
        at = text.index("\n", at) + 1
    return text[at:]
