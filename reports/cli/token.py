"""``stocktake token -``: the tokens of values, to look them up in the catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from reports.cli import given
from reports.cli.options import SETTINGS
from scanner.errors import SettingsError


@click.command("token")
@click.argument("values", nargs=-1, required=True, metavar="-")
@SETTINGS
def command(values: tuple[str, ...], settings_file: Path | None) -> None:
    """Read ENTITY<tab>VALUE lines from standard input and print their tokens, in their order."""
    from detectors.names.model import OFF
    from scanner.declared import declared_with
    from scanner.keys import load_key
    from scanner.settings.read import settings

    known = {detector.entity: detector for detector in declared_with(OFF, settings(settings_file))}
    key = load_key()
    tokens = []
    for number, line in given.lines(values):
        entity, tab, value = line.partition("\t")
        if not tab or entity not in known:
            raise SettingsError(
                f"Line {number} is not ENTITY<tab>VALUE with an entity of 'stocktake detectors':"
                " correct it."
            )
        canonical = known[entity].check(value.strip())
        if canonical is None:
            raise SettingsError(f"Line {number} is not a valid {entity}: correct it.")
        tokens.append(key.token(entity, canonical).hex())
    for token in tokens:
        click.echo(token)
