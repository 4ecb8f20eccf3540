"""``stocktake scan PATH``: the night's scan, then the morning's answer."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli import EXIT_DONE, EXIT_GAPS, EXIT_STOPPED
from reports.cli.kinds import kind_words
from reports.cli.options import (
    DATABASE,
    NAME_MODEL,
    SETTINGS,
    NamedPath,
    ShareName,
    database_path,
    log_path,
)
from reports.visible import plain
from reports.words import counted
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from connectors.sharepoint.share import Content
    from connectors.smb.address import SmbAddress
    from scanner.keys import TokenKey


MOST_JOBS = 64


@click.command("scan")
@click.argument("share", metavar="PATH", type=ShareName())
@DATABASE
@click.option(
    "--jobs",
    type=click.IntRange(1, MOST_JOBS),
    help=f"Worker processes, {MOST_JOBS} at most; by default one a core.",
)
@click.option(
    "--accept-loss",
    is_flag=True,
    help="Believe it when more than half of the files are gone, or the disk is another one.",
)
@click.option(
    "--sharepoint",
    "exports",
    metavar="EXPORT",
    multiple=True,
    type=NamedPath(exists=True, path_type=Path),
    help="PATH is content of SharePoint, and this an export of its permissions; may be repeated.",
)
@click.option(
    "--sharepoint-url",
    metavar="URL",
    help="Which site, library or folder of SharePoint PATH is, where that cannot be found out.",
)
@NAME_MODEL
@SETTINGS
def command(
    share: Path | SmbAddress,
    database: Path | None,
    jobs: int | None,
    exports: tuple[Path, ...],
    sharepoint_url: str | None,
    name_model: str,
    settings_file: Path | None,
    *,
    accept_loss: bool,
) -> int:
    r"""Scan the folder or share PATH into the catalogue and print the morning's answer.

    PATH is a local folder, or smb://server/share[/folder] (\\\\server\\share means the same). A
    server is asked as STOCKTAKE_SMB_USER with STOCKTAKE_SMB_PASSWORD; STOCKTAKE_SMB_ENCRYPT=1
    refuses to read from one that does not encrypt. STOCKTAKE_DIRECTORY=ldaps://server names the
    domain controller that is asked who is in which group.

    With --sharepoint who can reach the files comes from the export, not from this machine.

    Exit status: 0 complete, 1 complete with gaps, 2 settings, 3 stopped or incomplete.
    """
    from reports import joined
    from reports.cli.progress import progress_shown
    from reports.terminal import print_answer
    from scanner.catalogue.runs import Ended
    from scanner.run import Loss, Scan, scan
    from scanner.settings.read import settings

    set_ = settings(settings_file)
    if isinstance(share, Path):
        _refuse_what_is_no_folder(share)
    wanted = _content(share, exports, sharepoint_url)
    where = database_path(database)
    key = _key(where)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with progress_shown() as show:
        outcome = scan(
            Scan(
                root=wanted,
                database=where,
                key=key,
                jobs=jobs or len(os.sched_getaffinity(0)),
                log=log_path(where),
                loss=Loss.ACCEPTED if accept_loss else Loss.REFUSED,
                name_model=name_model,
                settings=set_,
                stop=stop.is_set,
                show=show,
            )
        )
    print_answer(where, outcome.share_id, sys.stdout)
    if outcome.again or outcome.stands:
        click.echo(_after_a_change(outcome.again, outcome.stands))
    if outcome.joined is not None:
        click.echo(plain(joined.told(outcome.joined)))
    if outcome.ended is not Ended.COMPLETE:
        click.echo(plain(f"stocktake: not complete: {outcome.reason}."), err=True)
        return EXIT_STOPPED
    if outcome.accounts_unread:
        said = f"{outcome.accounts_unread}: who can reach the files is no newer than it was."
        click.echo(plain(f"stocktake: {said}"), err=True)
        return EXIT_GAPS
    amiss = () if outcome.joined is None else joined.amiss(outcome.joined)
    for sentence in amiss:
        click.echo(plain(f"stocktake: {sentence}"), err=True)
    return EXIT_GAPS if amiss or outcome.coverage.gaps else EXIT_DONE


def _content(
    share: Path | SmbAddress, exports: tuple[Path, ...], url: str | None
) -> Path | SmbAddress | Content:
    """Return what is to be scanned, with the exports of its permissions where any are given."""
    from connectors.sharepoint.share import Content

    if not exports:
        if url is not None:
            raise click.UsageError("--sharepoint-url says nothing without --sharepoint EXPORT.")
        return share
    if not isinstance(share, Path):
        raise click.UsageError("--sharepoint goes with a folder of this machine, not with a share.")
    return Content(share, exports, url)


def _after_a_change(again: int, stands: int) -> str:
    """Return how much of what had not changed was examined again, and why only that.

    >>> _after_a_change(1, 4310)
    'Detectors, settings or extractors changed: 1 file examined again, 4,310 it cannot concern.'
    """
    return (
        f"Detectors, settings or extractors changed: {counted(again, 'file')} examined again,"
        f" {stands:,} it cannot concern."
    )


def _refuse_what_is_no_folder(path: Path) -> None:
    """Raise SettingsError, with what lies there and what to give instead, unless it is a folder."""
    next_step = "Give a folder that this account may list"
    try:
        mode = os.stat(path).st_mode
    except OSError:
        what = "there is no such folder, or no right to see it"
    else:
        if stat.S_ISDIR(mode):
            return
        what = f"it is {kind_words(mode)}, not a folder"
        if stat.S_ISREG(mode):
            next_step = "Scan its folder, or look at it with 'stocktake detect'"
    raise SettingsError(f"Cannot scan {path}: {what}. {next_step}.")


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
