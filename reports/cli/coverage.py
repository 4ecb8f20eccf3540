"""``stocktake coverage``: what was read and what was not, per share."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path


@click.command("coverage")
@DATABASE
def command(database: Path | None) -> None:
    """Print what was read and what was not, per share, by cause, and what to do next.

    A path that takes more than two lines is cut in the middle; 'stocktake export' has it whole.
    """
    from reports.cli.catalogue import opened
    from reports.terminal import print_coverages
    from scanner.catalogue.queries.answer import share_answers

    with opened(database_path(database)) as connection:
        answers = share_answers(connection)
    print_coverages(answers, sys.stdout)
