"""``stocktake scan PATH``: the night's scan, then the morning's answer."""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from collections.abc import Iterator
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
    ShareOrServerName,
    database_path,
    log_path,
)
from reports.visible import plain
from reports.words import counted
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from connectors.sharepoint.share import Content
    from scanner.keys import TokenKey
    from scanner.run import Night
    from scanner.share_scan import Outcome
    from scanner.shares import Named


MOST_JOBS = 64
_NOT_TOLD = "leads to a place that the server does not tell"
_MOST_LINKS = 10  # of a share; 'stocktake export gaps' has all


@click.command("scan")
@click.argument("shares", metavar="[PATH]...", type=ShareOrServerName(), nargs=-1)
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
    shares: tuple[Named, ...],
    database: Path | None,
    jobs: int | None,
    exports: tuple[Path, ...],
    sharepoint_url: str | None,
    name_model: str,
    settings_file: Path | None,
    *,
    accept_loss: bool,
) -> int:
    r"""Scan each folder, share or server PATH into the catalogue and print the morning's answer.

    PATH is a local folder, smb://server/share[/folder], or smb://server for all shares that the
    server lists, but for administrative and printers' ones (\\\\server\\share means the same).
    Without PATH, the shares of the settings are scanned. A server is asked as STOCKTAKE_SMB_USER
    with STOCKTAKE_SMB_PASSWORD, or by Kerberos where STOCKTAKE_KERBEROS is a keytab or "cache";
    STOCKTAKE_SMB_ENCRYPT=1 refuses to read from one that does not encrypt.
    STOCKTAKE_DIRECTORY=ldaps://server names the domain controller that is asked who is in which
    group.

    With --sharepoint who can reach the files comes from the export, not from this machine.

    Exit status: 0 complete, 1 complete with gaps or files whose permissions were not read,
    2 settings, 3 stopped or incomplete.
    """
    from reports.cli.progress import progress_shown
    from scanner.run import Scan, scan
    from scanner.settings.read import settings
    from scanner.share_scan import Loss
    from scanner.shares import named

    set_ = settings(settings_file)
    wanted = shares or tuple(named(each.path) for each in set_.share)
    if exports or sharepoint_url is not None:
        wanted = (_content(shares, exports, sharepoint_url),)
    if not wanted:
        raise click.UsageError("Nothing to scan: give a PATH, or a [[share]] in the settings.")
    for share in shares or wanted:
        if isinstance(share, Path):
            _refuse_what_is_no_folder(share)
    where = database_path(database)
    key = _key(where)
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with progress_shown() as show:
        night = scan(
            Scan(
                roots=wanted,
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
    return _answered(where, night)


def _answered(database: Path, night: Night) -> int:
    """Print what is known of the shares this morning, and return the exit status."""
    from reports import joined
    from reports.terminal import print_answer
    from scanner.catalogue.runs import Ended

    outcomes = night.outcomes
    print_answer(database, [each.share_id for each in outcomes], sys.stdout)
    again, stands = sum(each.again for each in outcomes), sum(each.stands for each in outcomes)
    if again or stands:
        click.echo(_after_a_change(again, stands))
    for each in outcomes:
        if each.joined is not None:
            click.echo(plain(joined.told(each.joined)))
    for said in (*night.said, *_links(outcomes)):
        click.echo(plain(f"{said}."))
    missing = list(night.refused)
    for outcome in outcomes:
        whose = f"{outcome.root}: " if len(outcomes) > 1 else ""
        if outcome.ended is not Ended.COMPLETE:
            missing.append(f"stocktake: {whose}not complete: {outcome.reason}.")
        elif outcome.accounts_unread:
            said = f"{outcome.accounts_unread}: who can reach the files is no newer than it was"
            click.echo(plain(f"stocktake: {whose}{said}."), err=True)
    if night.left:
        missing.append(f"stocktake: stopped before {counted(night.left, 'share')} more.")
    for line in missing:
        click.echo(plain(line), err=True)
    if missing:
        return EXIT_STOPPED
    fits = [each.joined for each in outcomes if each.joined is not None]
    amiss = [sentence for each in fits for sentence in joined.amiss(each)]
    for sentence in amiss:
        click.echo(plain(f"stocktake: {sentence}"), err=True)
    unsure = amiss or any(
        each.accounts_unread or each.coverage.gaps or each.permissions_unread for each in outcomes
    )
    return EXIT_GAPS if unsure else EXIT_DONE


def _content(shares: tuple[Named, ...], exports: tuple[Path, ...], url: str | None) -> Content:
    """Return the folder that is to be scanned, with the exports of its permissions."""
    from connectors.sharepoint.share import Content

    if not exports:
        raise click.UsageError("--sharepoint-url says nothing without --sharepoint EXPORT.")
    if len(shares) != 1 or not isinstance(shares[0], Path):
        raise click.UsageError("--sharepoint goes with one folder of this machine.")
    return Content(shares[0], exports, url)


def _links(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    """Yield where links lead that were not followed: a few of each share."""
    for outcome in outcomes:
        for path, target, why in outcome.told[:_MOST_LINKS]:
            where = f"leads to {target}, and {why}" if target else _NOT_TOLD
            yield f"{'/'.join((outcome.root, *path))} {where}"
        if len(outcome.told) > _MOST_LINKS:
            yield f"{outcome.root} has {counted(len(outcome.told), 'such link')} in all"


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
