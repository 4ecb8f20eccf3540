"""``stocktake token -``: the tokens of values, to look them up in the catalogue."""

from __future__ import annotations

import click

from reports.cli import given
from scanner.errors import SettingsError


@click.command("token")
@click.argument("values", nargs=-1, required=True, metavar="-")
def command(values: tuple[str, ...]) -> None:
    """Read ENTITY<tab>VALUE lines from standard input and print their tokens, in their order."""
    from detectors.registry import detectors
    from scanner.keys import load_key

    known = {detector.entity: detector for detector in detectors()}
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
