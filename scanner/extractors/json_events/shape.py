"""Giving JSON the shape that detectors read: tables of like objects, and labelled lines.

An object whose values are all scalars and that lies in an array is a row; its keys are the column
names. All other values are lines "key: value", a list's under the key of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from scanner.extractors.base import Locator, Passage, TablePassage

_BATCH_EVENTS = 50_000
_BATCH_ROWS = 2_000
_BATCH_CHARS = 262_144
_COLUMNS = 500  # objects with ever new keys are no table
_BETWEEN_WORDS = re.compile(r"[_\-.]+|(?<=[a-z])(?=[A-Z])")
_DATA = re.compile(r"@|\d.*\d.*\d.*\d")  # an address or number used as a key

Event = tuple[str, object]


class Shaper:
    """Takes events and gives back passages; holds one batch at most."""

    def __init__(self) -> None:
        self.ended = False
        self._keys: list[str] = []  # of the containers around; of a list the key it stands under
        self._in_list: list[bool] = []
        self._row: dict[str, str] | None = None  # an object in a list that is flat so far
        self._rows: list[dict[str, str]] = []
        self._first_row = 1
        self._columns: tuple[str, ...] = ()
        self._table = 0
        self._lines: list[str] = []
        self._chars = 0
        self._value = 0
        self._out: list[Passage | TablePassage] = []

    def take(self, events: Iterator[Event]) -> list[Passage | TablePassage]:
        """Take the next batch of events; return the passages that are complete."""
        batch = list(islice(events, _BATCH_EVENTS))
        for event, value in batch:
            self._event(event, value)
        if len(batch) < _BATCH_EVENTS:
            self.ended = True
            self._flush_rows()
            self._flush_lines()
        out, self._out = self._out, []
        return out

    def _event(self, event: str, value: object) -> None:
        if event == "map_key":
            self._keys[-1] = str(value)
            if _DATA.search(self._keys[-1]):
                self._spill_row()  # a key that is itself data would be lost in a heading
            if self._row is not None:
                self._row.setdefault(self._keys[-1], "")
        elif event in ("start_map", "start_array"):
            self._start(event)
        elif event in ("end_map", "end_array"):
            self._end()
        elif event != "null":
            self._scalar(value if isinstance(value, str) else str(value))

    def _start(self, event: str) -> None:
        self._spill_row()
        key = self._keys[-1] if self._keys else ""
        in_list = not self._in_list or self._in_list[-1]  # the documents of JSON lines, too
        if event == "start_map" and in_list:
            self._row = {}
        elif key and not in_list:
            self._line("", _words(key))
        self._keys.append(key)
        self._in_list.append(event == "start_array")

    def _end(self) -> None:
        if self._row:
            self._add_row(self._row)
        self._row = None
        self._keys.pop()
        self._in_list.pop()

    def _scalar(self, value: str) -> None:
        key = self._keys[-1] if self._keys else ""
        if self._row is not None:
            self._row[key] = value
        elif value:
            self._line(key, value)

    def _spill_row(self) -> None:
        """Turn an object that proves not to be flat into lines."""
        if self._row is not None:
            for key, value in self._row.items():
                if value:
                    self._line(key, value)
            self._row = None

    def _line(self, key: str, value: str) -> None:
        self._flush_rows()
        line = f"{_words(key)}: {value}" if key else value
        self._lines.append(line)
        self._chars += len(line)
        if self._chars > _BATCH_CHARS:
            self._flush_lines()

    def _add_row(self, row: dict[str, str]) -> None:
        if not row.keys() <= set(self._columns):
            merged = dict.fromkeys((*self._columns, *row))
            if self._first_row > 1 or len(merged) > _COLUMNS or not self._like(row):
                self._flush_rows()
                self._end_table()
                merged = dict.fromkeys(row)
            self._columns = tuple(merged)
        if not self._rows:
            self._flush_lines()
        self._rows.append(row)
        self._chars += sum(map(len, row.values()))
        if len(self._rows) >= _BATCH_ROWS or self._chars > _BATCH_CHARS:
            self._flush_batch()

    def _like(self, row: dict[str, str]) -> bool:
        """Return whether ``row`` shares a column with the table that is open."""
        return not self._columns or not row.keys().isdisjoint(self._columns)

    def _flush_rows(self) -> None:
        self._flush_batch()
        self._end_table()

    def _end_table(self) -> None:
        self._first_row = 1
        self._columns = ()

    def _flush_batch(self) -> None:
        if not self._rows:
            return
        if self._first_row == 1:
            self._table += 1
        text = "\n".join(
            "\t".join([_cell(row.get(column, "")) for column in self._columns])
            for row in self._rows
        )
        place: Locator = (("table", self._table),)
        self._out.append(TablePassage(text, self._table, self._first_row, self._columns, place))
        self._first_row += len(self._rows)
        self._rows = []
        self._chars = 0

    def _flush_lines(self) -> None:
        if not self._lines:
            return
        marks: list[tuple[int, Locator]] = []
        at = 0
        for line in self._lines:
            self._value += 1
            marks.append((at, (("value", self._value),)))
            at += len(line) + 1
        self._out.append(Passage("\n".join(self._lines), tuple(marks)))
        self._lines = []
        self._chars = 0


def _words(key: str) -> str:
    return key if _DATA.search(key) else _BETWEEN_WORDS.sub(" ", key)


def _cell(value: str) -> str:
    return value.replace("\t", " ").replace("\r", " ").replace("\n", " ")
