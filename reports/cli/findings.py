"""``stocktake findings``: what personal data is where."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path


@click.command("findings")
@DATABASE
def command(database: Path | None) -> None:
    """Print what personal data is where: per share, then the most exposed files.

    A path that takes more than two lines is cut in the middle; 'stocktake export' has it whole.
    """
    from reports.terminal import print_answer

    print_answer(database_path(database), None, sys.stdout)
