"""Layouts of tables: delimited, printed, in workbooks and pages, as records of programs."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from random import Random

from benchmarks.accuracy.arrivals.form_layouts import camel, snake
from benchmarks.accuracy.files import Cell, delimited, word, workbook


@dataclass(frozen=True, slots=True)
class Table:
    """Lines over a table, its headings and its rows."""

    name: str
    titles: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def all_rows(self) -> list[tuple[str, ...]]:
        """Headings and rows."""
        return [self.heads, *self.rows]


Made = tuple[str, bytes | str]
HEADLESS = ("headless", "headless tab", "headless bars", "headless semicolon")
"""Layouts in which nothing says what a column holds."""


def write(layout: str, table: Table, rng: Random) -> Made:
    """Return suffix and data. Raises KeyError for a layout that is none of tables."""
    if layout == "with system":
        return _with_system(table, rng)
    return _LAYOUTS[layout](table)


def _csv(
    delimiter: str = ",",
    suffix: str = "csv",
    quoting: int = csv.QUOTE_MINIMAL,
    *,
    heads: bool = True,
) -> Callable[[Table], Made]:
    def layout(table: Table) -> Made:
        rows = table.all_rows if heads else table.rows
        return suffix, delimited(rows, delimiter, quoting)

    return layout


def _titled(table: Table) -> Made:
    over: list[Sequence[str]] = [[title] for title in table.titles or (table.name,)]
    under: list[Sequence[str]] = [[], [f"{len(table.rows)} records"]]
    return "csv", delimited([*over, [], *table.all_rows, *under])


def _gaps(table: Table) -> Made:
    """Return a table with an empty column on the left and one between, as people leave them."""
    rows = [["", row[0], "", *row[1:]] for row in table.all_rows]
    return "csv", delimited([[table.name], *rows], ";")


def _with_system(table: Table, rng: Random) -> Made:
    """Return a table with the columns that a database adds for itself."""
    heads = ("row_id", *map(snake, table.heads), "created_by", "updated_ts", "batch_no")
    rows: list[Sequence[str]] = [heads]
    for number, row in enumerate(table.rows, rng.randint(10_000, 90_000)):
        stamp = (
            f"2026-02-{rng.randint(1, 28):02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:00"
        )
        rows.append((str(number), *row, "SYSTEM", stamp, f"B{rng.randint(1000, 9999)}"))
    return "csv", delimited(rows, quoting=csv.QUOTE_NONNUMERIC)


def _printed(table: Table) -> Made:
    widths = [max(map(len, column)) + 2 for column in zip(*table.all_rows, strict=True)]

    def line(row: Sequence[str]) -> str:
        return "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()

    ruled = "".join("-" * (width - 1) + " " for width in widths).rstrip()
    shown = [*(table.titles or (table.name,)), "", line(table.heads), ruled, *map(line, table.rows)]
    return "txt", "\r\n".join(shown) + "\r\n"


def _fixed(table: Table) -> Made:
    """Return records of fixed width without anything between the fields."""
    widths = [max(map(len, column)) + 1 for column in zip(*table.all_rows, strict=True)]
    lines = [
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in table.all_rows
    ]
    return "txt", "\n".join(lines) + "\n"


def _html(table: Table) -> Made:
    rows = ["<tr>" + "".join(f"<th>{escape(head)}</th>" for head in table.heads) + "</tr>"]
    rows += ["<tr>" + "".join(f"<td>{escape(c)}</td>" for c in row) + "</tr>" for row in table.rows]
    inside = "\n".join(rows)
    head = f"<html><body><h3>{escape(table.name)}</h3>\n<table border=1>"
    return "html", f"{head}\n{inside}\n</table></body></html>\n"


def _markdown(table: Table) -> Made:
    rows = [f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in table.all_rows]
    rows.insert(1, f"|{'---|' * len(table.heads)}")
    return "md", "\n".join([f"## {table.name}", "", *rows]) + "\n"


def _records(table: Table, name: Callable[[str], str]) -> list[dict[str, str]]:
    keys = [name(head) for head in table.heads]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def _json(table: Table) -> Made:
    whole = {"report": table.name, "items": _records(table, camel)}
    return "json", json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _json_lines(table: Table) -> Made:
    return "json", "".join(json.dumps(record) + "\n" for record in _records(table, snake))


def _xml(table: Table) -> Made:
    lines = []
    for record in _records(table, camel):
        fields = "".join(f"\n    <{k}>{escape(v)}</{k}>" for k, v in record.items())
        lines.append(f"  <record>{fields}\n  </record>")
    inside = "\n".join(lines)
    return "xml", f'<?xml version="1.0" encoding="UTF-8"?>\n<export>\n{inside}\n</export>\n'


def _attributes(table: Table) -> Made:
    rows = [
        "  <row " + " ".join(f'{k}="{escape(v)}"' for k, v in record.items()) + "/>"
        for record in _records(table, snake)
    ]
    inside = "\n".join(rows)
    return "xml", f'<?xml version="1.0"?>\n<rows>\n{inside}\n</rows>\n'


def _sql(table: Table) -> Made:
    into = re.sub(r"\W+", "_", table.name.lower())
    names = ", ".join(map(snake, table.heads))
    rows = [
        f"INSERT INTO {into} ({names})"  # noqa: S608  a dump as text, which nothing runs
        f" VALUES ({', '.join(_literal(cell) for cell in row)});"
        for row in table.rows
    ]
    return "sql", "\n".join(["BEGIN;", *rows, "COMMIT;"]) + "\n"


def _literal(cell: str) -> str:
    return "'" + cell.replace("'", "''") + "'" if cell else "NULL"


def _cards(table: Table) -> Made:
    blocks = [
        "\n".join(f"{head}: {cell}" for head, cell in zip(table.heads, row, strict=True))
        for row in table.rows
    ]
    return "txt", f"{table.name}\n\n" + "\n\n".join(blocks) + "\n"


def _word(table: Table) -> Made:
    return "docx", word([*(table.titles or (table.name,)), [list(row) for row in table.all_rows]])


def _book(table: Table) -> Made:
    return "xlsx", workbook({"Sheet1": table.all_rows})


def _book_titled(table: Table) -> Made:
    over = [[title] for title in table.titles or (table.name,)]
    return "xlsx", workbook({"Notes": [["Extract of live records"], ["Do not circulate"]],
                             "Data": [*over, [], *table.all_rows]})  # fmt: skip


def _book_typed(table: Table) -> Made:
    rows: list[list[Cell]] = [list(table.heads)]
    rows += [[_typed(cell) for cell in row] for row in table.rows]
    return "xlsx", workbook({"Export": rows})


def _typed(cell: str) -> Cell:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
        return date.fromisoformat(cell)
    return int(cell) if re.fullmatch(r"[1-9]\d{0,11}", cell) else cell


_LAYOUTS: dict[str, Callable[[Table], Made]] = {
    "csv": _csv(),
    "csv quoted": _csv(quoting=csv.QUOTE_ALL),
    "csv semicolon": _csv(";"),
    "tsv": _csv("\t", "tsv"),
    "bars": _csv("|", "txt"),
    "headless": _csv(heads=False),
    "headless tab": _csv("\t", "txt", heads=False),
    "headless bars": _csv("|", "txt", heads=False),
    "headless semicolon": _csv(";", quoting=csv.QUOTE_ALL, heads=False),
    "titled": _titled,
    "gaps": _gaps,
    "printed": _printed,
    "fixed": _fixed,
    "html": _html,
    "md": _markdown,
    "json": _json,
    "json lines": _json_lines,
    "xml": _xml,
    "attributes": _attributes,
    "sql": _sql,
    "cards": _cards,
    "docx": _word,
    "xlsx": _book,
    "xlsx titled": _book_titled,
    "xlsx typed": _book_typed,
}
TABLES_IN = (*_LAYOUTS, "csv", "xlsx", "with system")
