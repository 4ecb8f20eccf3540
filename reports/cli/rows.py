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
    """Return a cell for a spreadsheet, where what would be a formula is quoted with '.

    A list is ``a; b`` and a mapping ``a: 1; b: 2``, for people; programs have jsonl.
    """
    if isinstance(value, dict):
        value = "; ".join(f"{name}: {each}" for name, each in value.items())
    elif isinstance(value, list):
        value = "; ".join(map(_item, value))
    if isinstance(value, str):
        value = plain(value)
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value


def _item(value: object) -> str:
    """Return an item of a list: a grant's values are named, the steps of a place are words."""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_steps(each)}" for name, each in value.items())
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _steps(value: object) -> str:
    return " → ".join(map(str, value)) if isinstance(value, list) else str(value)
