"""``stocktake refresh-access [SHARE]...``: a change of groups in the answers, without a scan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli import EXIT_DONE, EXIT_GAPS
from reports.cli.options import DATABASE, SETTINGS, ShareOrServerName, database_path
from reports.visible import plain
from reports.words import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scanner.catalogue.refreshes import Readers
    from scanner.refresh import Asked, SourceRefreshed

_NO_NEWER = "who can reach the files is no newer than it was"


@click.command("refresh-access")
@click.argument("shares", metavar="[SHARE]...", type=ShareOrServerName(), nargs=-1)
@DATABASE
@SETTINGS
def command(shares: tuple[Asked, ...], database: Path | None, settings_file: Path | None) -> int:
    """Read accounts and groups anew, and bring who can reach what up to date.

    For shares that were scanned before: SHARE is one of them, or smb://server for all of a
    server; without SHARE, all are refreshed. No folder is listed and no file opened, so that it
    can be run every few minutes. This machine's accounts are read for local folders; a server and
    the directory of its domain (STOCKTAKE_DIRECTORY) are asked as a scan asks them, with the
    permissions of the shares themselves. All shares of a server are refreshed with one of them.

    Permissions of folders and files are as the last scan found them.

    Exit status: 0 done, 1 a server or directory could not be asked, 2 settings, 3 stopped.
    """
    from scanner.refresh import refresh_access
    from scanner.settings.read import settings

    done = refresh_access(database_path(database), shares, settings(settings_file))
    status = EXIT_DONE
    for source in done.sources:
        for line in _lines(source):
            click.echo(plain(line))
        for line in _amiss(source):
            click.echo(plain(f"stocktake: {line}."), err=True)
            status = EXIT_GAPS
    for root in done.left:
        click.echo(plain(f"{root}: left as it was, for its accounts stand in a SharePoint export."))
    for said in done.unmet:
        click.echo(plain(f"{said}."))
    return status


def _lines(source: SourceRefreshed) -> Iterator[str]:
    """Yield who can read files, of what could not be asked only where that is not as it was."""
    for share in source.shares:
        if source.unread and not (share.readers.more or share.readers.fewer):
            continue
        yield f"{share.root}: {_said(share.readers)}."


def _amiss(source: SourceRefreshed) -> Iterator[str]:
    """Yield what could not be asked of a source."""
    if source.unread:
        yield f"{source.source}: {source.unread}: {_NO_NEWER}"
    for share in source.shares:
        if share.untold:
            yield f"{share.root}: the permissions of the share are not told now: known ones count"


def _said(readers: Readers) -> str:
    """Return who can read files of a share, and what of that is new.

    >>> from scanner.catalogue.refreshes import Readers
    >>> _said(Readers(now=12, before=11, more=2, fewer=1))
    '12 people can read files in it, 11 before; 2 can read more than before, 1 less'
    >>> _said(Readers(now=1, before=1, more=0, fewer=0))
    '1 person can read files in it, as before'
    """
    now = f"{counted(readers.now, 'person', 'people')} can read files in it"
    if not (readers.more or readers.fewer):
        return f"{now}, as before"
    changed = [f"{readers.more:,} can read more than before"] if readers.more else []
    if readers.fewer:
        changed.append(f"{readers.fewer:,} less" if changed else f"{readers.fewer:,} can read less")
    return f"{now}, {readers.before:,} before; {', '.join(changed)}"
