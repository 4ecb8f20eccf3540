"""``stocktake coverage``: what was read and what was not, per share."""

from __future__ import annotations

from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path


@click.command("coverage")
@DATABASE
def command(database: Path | None) -> None:
    """Print what was read and what was not, per share, by cause, and what to do next."""
    from rich.console import Console
    from rich.text import Text

    from reports.cli.catalogue import opened
    from reports.terminal import print_coverage
    from scanner.catalogue.queries.answer import share_answers

    console = Console(highlight=False)
    with opened(database_path(database)) as connection:
        answers = share_answers(connection)
    for answer in answers:
        console.print(Text(answer.root, style="bold"))
        print_coverage(answer, console)
