"""``stocktake find ENTITY -``: every entry that holds an identifier."""

from __future__ import annotations

from pathlib import Path

import click

from reports.cli import given
from reports.cli.options import DATABASE, SETTINGS, database_path
from reports.visible import plain
from scanner.errors import SettingsError


@click.command("find")
@click.argument("entity")
@click.argument("values", nargs=-1, required=True, metavar="-")
@DATABASE
@SETTINGS
def command(
    entity: str, values: tuple[str, ...], database: Path | None, settings_file: Path | None
) -> None:
    """Print every file that holds one of the values of ENTITY given on standard input.

    One value a line; each row is the line's number, the file and how often it holds the value.
    A value that no file holds is named on standard error, by its line's number and masked.

    Exit status: 0 looked up, held or not; 2 settings or usage; 3 the catalogue cannot be read.
    """
    from detectors.base import mask
    from detectors.names.model import OFF
    from reports.cli.catalogue import opened
    from reports.words import counted
    from scanner.catalogue.queries.find import check_key, entries_holding
    from scanner.declared import declared_with
    from scanner.keys import load_key
    from scanner.settings.read import settings

    known = {detector.entity: detector for detector in declared_with(OFF, settings(settings_file))}
    if entity not in known:
        raise SettingsError(f"No entity {entity}: 'stocktake detectors' lists them.")
    wanted = []
    for number, line in given.lines(values):
        canonical = known[entity].check(line.strip())
        if canonical is None:
            raise SettingsError(
                f"Line {number} is not a valid {entity}; nothing was looked up: correct it."
            )
        wanted.append((number, canonical))
    if not wanted:
        raise SettingsError("No value on standard input: give one a line.")
    key = load_key()
    nowhere = 0
    with opened(database_path(database)) as connection:
        check_key(connection, key)
        for number, canonical in wanted:
            missing = True
            for found in entries_holding(connection, entity, key.token(entity, canonical)):
                missing = False
                member = f" > {found.member}" if found.member else ""
                place = plain(f"{found.share}/{found.path}{member}")
                click.echo(f"{number}\t{place}\t{found.count}")
            if missing:
                nowhere += 1
                which = f"Line {number} ({mask(known[entity].shown, canonical)})"
                click.echo(f"stocktake: {which}: in no file that was read.", err=True)
    if nowhere:
        click.echo(
            f"stocktake: {nowhere:,} of {counted(len(wanted), 'value')} not found:"
            " 'stocktake coverage' says what was not read.",
            err=True,
        )
