"""``stocktake scan PATH``: the night's scan, then the morning's answer."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import click

from reports.cli import EXIT_DONE, EXIT_GAPS, EXIT_STOPPED
from reports.cli.options import DATABASE, database_path
from reports.visible import plain
from scanner.errors import SettingsError


@click.command("scan")
@click.argument("path", type=click.Path(path_type=Path))
@DATABASE
@click.option("--jobs", type=click.IntRange(1), help="Worker processes; by default one a core.")
@click.option(
    "--accept-loss",
    is_flag=True,
    help="Believe it when more than half of the files are gone, or the disk is another one.",
)
def command(path: Path, database: Path | None, jobs: int | None, *, accept_loss: bool) -> int:
    """Scan the folder PATH into the catalogue and print the morning's answer.

    Exit status: 0 complete, 1 complete with gaps, 2 settings, 3 stopped or incomplete.
    """
    from reports.cli.progress import progress_shown
    from reports.terminal import print_answer
    from scanner.catalogue.runs import Ended
    from scanner.keys import load_or_create_key
    from scanner.run import Loss, Scan, scan

    if not os.path.isdir(path):  # Path.is_dir raises where a parent is closed
        raise SettingsError(
            f"Cannot scan {path}: there is no such folder, or no right to see it."
            " Give a folder that this account may list."
        )
    where = database_path(database)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with progress_shown() as show:
        outcome = scan(
            Scan(
                root=path,
                database=where,
                key=load_or_create_key(),
                jobs=jobs or len(os.sched_getaffinity(0)),
                log=where.with_name("stocktake.log"),
                loss=Loss.ACCEPTED if accept_loss else Loss.REFUSED,
                stop=stop.is_set,
                show=show,
            )
        )
    print_answer(where, outcome.share_id, sys.stdout)
    if outcome.ended is not Ended.COMPLETE:
        click.echo(plain(f"stocktake: not complete: {outcome.reason}."), err=True)
        return EXIT_STOPPED
    return EXIT_GAPS if outcome.coverage.gaps else EXIT_DONE
