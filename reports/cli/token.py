"""``stocktake token -``: the tokens of values, to look them up in the catalogue."""

from __future__ import annotations

import sys

import click

from scanner.errors import SettingsError


@click.command("token")
@click.argument("source", type=click.Choice(["-"]))
def command(source: str) -> None:  # noqa: ARG001 - "-" says that values come by standard input
    """Read ENTITY<tab>VALUE lines from standard input and print their tokens."""
    from detectors.registry import detectors
    from scanner.keys import load_key

    key = load_key()
    known = {detector.entity: detector for detector in detectors()}
    for number, line in enumerate(sys.stdin, 1):
        entity, tab, value = line.rstrip("\r\n").partition("\t")
        if not tab or entity not in known:
            raise SettingsError(
                f"Line {number} is not ENTITY<tab>VALUE with an entity of 'stocktake detectors'."
            )
        canonical = known[entity].check(value)
        if canonical is None:
            raise SettingsError(f"Line {number} is not a valid {entity}.")
        click.echo(key.token(entity, canonical).hex())
