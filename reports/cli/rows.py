"""Rows for other programs: JSON lines, or CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping

import click

from reports.visible import plain

_FORMULA = ("=", "+", "-", "@")

FORMAT = click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "jsonl", "csv"]),
    default="text",
    show_default=True,
)


def write_rows(layout: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows to standard output as jsonl or csv; ``columns`` are what a row holds, in order.

    A CSV file has its heading also where there are no rows.
    """
    if layout == "jsonl":
        for row in rows:
            sys.stdout.write(json.dumps(row) + "\n")
        return
    writer = csv.DictWriter(sys.stdout, columns)
    writer.writeheader()
    for row in rows:
        writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: object) -> object:
    """Return a cell; a value that a spreadsheet would take for a formula is quoted with '."""
    if isinstance(value, (list, dict)):
        return json.dumps(value)
    if isinstance(value, str):
        value = plain(value)
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
