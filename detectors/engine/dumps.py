r"""Rows of SQL dumps: INSERT and COPY statements, headed by the columns that the dump names.

They are named in the statement itself or in the CREATE TABLE above it. Sources: PostgreSQL,
"COPY", text format (rows of tabs, ``\N`` for no value, ``\.`` at the end); MySQL, "mysqldump"
(INSERT without columns, ``\'`` in a value); SQLite, ".dump"; all read 2026-11-25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from detectors.engine.layout import Region, line_end, lines_from

_NAME = r"[\w.`\"\[\]$]{1,200}"
_INSERT = re.compile(
    rf"\s*(?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+({_NAME})\s*(?:\(([^()\n]{{1,2000}})\)\s*)?"
    r"VALUES\s*(?:\(|$)",
    re.IGNORECASE,
)
_COPY = re.compile(
    rf"\s*COPY\s+({_NAME})\s*(?:\(([^()\n]{{1,2000}})\)\s*)?FROM\s+STDIN\b", re.IGNORECASE
)
_CREATE = re.compile(
    rf"\s*CREATE\s+(?:TEMP(?:ORARY)?\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?({_NAME})\s*\(",
    re.IGNORECASE,
)
_DEFINITION = re.compile(r"(?:[^(),;']|'[^'\n]*'|\((?:[^()]|\([^()]*\))*\)){1,2000}")
_NO_COLUMN = frozenset(
    {"primary", "key", "unique", "constraint", "index", "foreign", "check", "fulltext", "spatial"}
)
_MOST_DEFINITION_CHARS = 20_000
_VALUE = re.compile(r"'((?:[^'\\\n]|''|\\.)*)'|\) ?, ?\(|[(),;]")
_QUOTES = " \"`[]'"
_ESCAPED = re.compile(r"''|\\(.)")
_END_OF_COPY, _NO_VALUE = "\\.", "\\N"


class Dump:
    """The tables of one dump, whose statements may run over several passages."""

    def __init__(self) -> None:
        self._columns: dict[str, tuple[str, ...]] = {}
        self._copying: tuple[str, ...] | None = None
        self._inserting: tuple[str, ...] | None = None

    @property
    def unfinished(self) -> bool:
        """Whether the next passage goes on with rows."""
        return self._copying is not None or self._inserting is not None

    def regions(self, text: str, marks: Sequence[int]) -> Iterator[Region]:
        """Yield the rows of all statements in ``text``, in order.

        ``marks`` are the sorted characters of words that tell statements.
        """
        until = 0
        if region := self._continued(text):
            until = region.end
            yield region
        for mark in marks:
            start = text.rfind("\n", 0, mark) + 1
            if start < until:
                continue
            if created := _CREATE.match(text, start):
                self._columns[_table(created[1])] = _created(text, created.end())
            elif region := self._inserted(text, start) or self._copied(text, start):
                until = region.end
                yield region

    def _continued(self, text: str) -> Region | None:
        """Return the rows of a statement that an earlier passage began."""
        if self._copying is not None:
            return self._rows_copied(text, 0, 0, self._copying)
        if self._inserting is not None:
            return self._rows_inserted(text, 0, self._inserting, None)
        return None

    def _named(self, table: str, columns: str | None) -> tuple[str, ...]:
        """Return the columns of a statement, or of its table; none where nothing names them."""
        if columns is None:
            return self._columns.get(_table(table), ())
        return tuple(name.strip(_QUOTES) for name in columns.split(","))

    def _inserted(self, text: str, start: int) -> Region | None:
        first = _INSERT.match(text, start, line_end(text, start))
        header = self._named(first[1], first[2]) if first else ()
        return self._rows_inserted(text, start, header, first) if header else None

    def _rows_inserted(
        self, text: str, start: int, header: tuple[str, ...], first: re.Match[str] | None
    ) -> Region | None:
        """Return the value lists of INSERT statements like ``first``, line after line."""
        rows, closed = [], False
        for line in lines_from(text, start):
            head = _INSERT.match(line)
            if head is not None and (first is None or head.groups() != first.groups()):
                break
            opens = head.end() if head is not None else 0
            if head is None and (closed or not line.lstrip().startswith("(")):
                break
            rows.append(" " * opens + _VALUE.sub(_plain_value, line[opens:].replace("\t", " ")))
            closed = line.rstrip().endswith(";")
        region = Region(start, "\n".join(rows), header)
        self._inserting = header if _reaches_end(region, text) and not closed else None
        return region if rows else None

    def _copied(self, text: str, start: int) -> Region | None:
        below = line_end(text, start) + 1
        first = _COPY.match(text, start, below)
        header = self._named(first[1], first[2]) if first else ()
        return self._rows_copied(text, start, below, header) if header else None

    def _rows_copied(
        self, text: str, start: int, below: int, header: tuple[str, ...]
    ) -> Region | None:
        rows = [" " * (below - 1 - start)] if below else []
        self._copying = header
        for line in lines_from(text, below):
            if line.startswith(_END_OF_COPY):
                self._copying = None
                break
            rows.append(line.replace(_NO_VALUE, "  "))
        return Region(start, "\n".join(rows), header) if rows else None


def _table(name: str) -> str:
    """Return the name of a table without its schema and quotes."""
    return name.rpartition(".")[2].strip(_QUOTES).lower()


def _created(text: str, start: int) -> tuple[str, ...]:
    """Return the columns that the definitions from ``start`` on name."""
    names: list[str] = []
    at, most = start, start + _MOST_DEFINITION_CHARS
    while found := _DEFINITION.match(text, at, most):
        words = found[0].split(None, 1)
        if words and words[0].lower() not in _NO_COLUMN:
            names.append(words[0].strip(_QUOTES))
        at = found.end()
        if text[at : at + 1] != ",":
            break
        at += 1
    return tuple(names)


def _reaches_end(region: Region, text: str) -> bool:
    return bool(region.text) and region.end >= len(text) - 1


def _plain_value(found: re.Match[str]) -> str:
    mark = found[0]
    if mark.startswith("'"):
        plain = _ESCAPED.sub(lambda escape: escape[1] or "'", found[1])
        return f" {plain} ".replace("\t", " ").ljust(len(mark))
    if mark == ",":
        return "\t"
    return "\n".ljust(len(mark)) if len(mark) > 1 else " "  # the next row of one statement
