"""``stocktake find ENTITY -``: every entry that holds an identifier."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path
from scanner.errors import SettingsError


@click.command("find")
@click.argument("entity")
@click.argument("source", type=click.Choice(["-"]))
@DATABASE
def command(entity: str, source: str, database: Path | None) -> None:  # noqa: ARG001
    """Print every file that holds one of the values of ENTITY given on standard input."""
    from detectors.registry import detectors
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries.find import entries_holding
    from scanner.keys import load_key

    known = {detector.entity: detector for detector in detectors()}
    if entity not in known:
        raise SettingsError(f"No entity {entity}: 'stocktake detectors' lists them.")
    key = load_key()
    with opened(database_path(database)) as connection:
        for number, line in enumerate(sys.stdin, 1):
            canonical = known[entity].check(line.strip())
            if canonical is None:
                raise SettingsError(f"Line {number} is not a valid {entity}.")
            for found in entries_holding(connection, entity, key.token(entity, canonical)):
                member = f" > {found.member}" if found.member else ""
                click.echo(f"{number}\t{found.share}/{found.path}{member}\t{found.count}")
