"""``stocktake scan PATH``: the night's scan, then the morning's answer."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli import EXIT_DONE, EXIT_GAPS, EXIT_STOPPED
from reports.cli.options import DATABASE, NAME_MODEL, database_path
from reports.visible import plain
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from scanner.keys import TokenKey


_MOST_JOBS = 64


@click.command("scan")
@click.argument("folder", metavar="PATH", type=click.Path())
@DATABASE
@click.option(
    "--jobs",
    type=click.IntRange(1, _MOST_JOBS),
    help=f"Worker processes, {_MOST_JOBS} at most; by default one a core.",
)
@click.option(
    "--accept-loss",
    is_flag=True,
    help="Believe it when more than half of the files are gone, or the disk is another one.",
)
@NAME_MODEL
def command(
    folder: str,
    database: Path | None,
    jobs: int | None,
    name_model: str,
    *,
    accept_loss: bool,
) -> int:
    """Scan the folder PATH into the catalogue and print the morning's answer.

    Exit status: 0 complete, 1 complete with gaps, 2 settings, 3 stopped or incomplete.
    """
    from reports.cli.progress import progress_shown
    from reports.terminal import print_answer
    from scanner.catalogue.runs import Ended
    from scanner.run import Loss, Scan, scan

    path = _root(folder)
    where = database_path(database)
    key = _key(where)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with progress_shown() as show:
        outcome = scan(
            Scan(
                root=path,
                database=where,
                key=key,
                jobs=jobs or len(os.sched_getaffinity(0)),
                log=where.with_name("stocktake.log"),
                loss=Loss.ACCEPTED if accept_loss else Loss.REFUSED,
                name_model=name_model,
                stop=stop.is_set,
                show=show,
            )
        )
    print_answer(where, outcome.share_id, sys.stdout)
    if outcome.ended is not Ended.COMPLETE:
        click.echo(plain(f"stocktake: not complete: {outcome.reason}."), err=True)
        return EXIT_STOPPED
    return EXIT_GAPS if outcome.coverage.gaps else EXIT_DONE


def _root(folder: str) -> Path:
    """Return the folder to scan. Raises SettingsError for what is none."""
    if not folder:  # an empty shell variable would otherwise be the current folder
        raise SettingsError("Cannot scan: PATH is empty. Give the folder to scan.")
    if os.path.isdir(folder):  # Path.is_dir raises where a parent is closed
        return Path(folder)
    if os.path.lexists(folder):
        raise SettingsError(
            f"Cannot scan {folder}: it is no folder. Give the folder that holds it, or look at"
            " one document with 'stocktake detect'."
        )
    raise SettingsError(
        f"Cannot scan {folder}: there is no such folder, or no right to see it."
        " Give a folder that this account may list."
    )


def _key(database: Path) -> TokenKey:
    """Return the token key, made anew only for a catalogue that has none yet."""
    from scanner.catalogue.runs import key_of
    from scanner.keys import VARIABLE, key_path, load_key, load_or_create_key

    known = key_of(database)
    if known is None:
        return load_or_create_key()
    if VARIABLE not in os.environ and not key_path().exists():
        raise SettingsError(
            f"The token key is missing: {database} was made with key {known}, and there is none at"
            f" {key_path()}. Put it back, or set {VARIABLE}, or give another --database."
        )
    return load_key()
