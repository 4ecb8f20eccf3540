"""``stocktake export TABLE``: rows for other programs; no personal data but paths."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path


@click.command("export")
@click.argument(
    "table", type=click.Choice(["findings", "occurrences", "entries", "gaps", "coverage"])
)
@DATABASE
@click.option(
    "--format", "layout", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True
)
def command(table: str, database: Path | None, layout: str) -> None:
    """Write a table of the catalogue to standard output, one row a line."""
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries.exports import TABLES

    with opened(database_path(database)) as connection:
        rows = TABLES[table](connection)
        if layout == "csv":
            _write_csv(rows)
        else:
            for row in rows:
                sys.stdout.write(json.dumps(row) + "\n")


def _write_csv(rows: Iterator[dict[str, object]]) -> None:
    """Write rows as CSV; a value that a spreadsheet would take for a formula is quoted with '."""
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(sys.stdout, list(row))
            writer.writeheader()
        writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: object) -> object:
    if isinstance(value, list):
        return json.dumps(value)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
