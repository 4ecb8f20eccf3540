"""``stocktake export TABLE``: rows for other programs; no personal data but paths."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path
from reports.cli.rows import write_rows

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "findings": (
        *("share", "path", "where", "entity", "category", "occurrences", "distinct"),
        *("counted", "confidence", "concealed"),
    ),
    "occurrences": (
        *("share", "path", "member", "entity", "token", "count", "locator"),
        *("concealed", "confidence", "masked"),
    ),
    "entries": ("share", "path", "state", "cause", "size_bytes", "media_type"),
    "gaps": ("share", "path", "member", "cause", "target"),
    "subjects": ("share", "path", "least", "most"),
    "access": (
        *("share", "path", "kind", "person", "identifier", "authority", "principal"),
        *("department", "last_logon", "right", "steps", "known", "statement"),
    ),
    "principals": (
        *("authority", "identifier", "kind", "name", "enabled", "removed", "department"),
        *("manager", "last_logon", "unit"),
    ),
    "memberships": (
        *("group_authority", "group_identifier", "group", "member_authority"),
        *("member_identifier", "member", "member_kind", "since", "until"),
    ),
    "coverage": (
        *("share", "run", "started", "finished", "outcome", "reason", "enumerated"),
        *("examined", "unchanged", "excluded", "gaps", "filtered"),
    ),
}
"""What a row holds, in order: a CSV file has its heading also where there are no rows."""


@click.command("export")
@click.argument("table", type=click.Choice(list(_COLUMNS)), metavar="TABLE")
@DATABASE
@click.option(
    "--format", "layout", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True
)
def command(table: str, database: Path | None, layout: str) -> None:
    """Write a table of the catalogue to standard output, one row a line.

    TABLE is findings, occurrences, entries, gaps, subjects (how many people a file is about),
    access (who can reach each folder, and each file where others can, and by which grant),
    principals (accounts and groups: whether enabled or removed, department, manager, last logon),
    memberships (who is in which group, since and until which scan or refresh) or coverage.

    In CSV, control characters of a name are written out as [U+000A], and several values in one
    cell as a; b.
    """
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries.exports import TABLES

    with opened(database_path(database)) as connection:
        write_rows(layout, _COLUMNS[table], TABLES[table](connection))
