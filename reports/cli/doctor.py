"""``stocktake doctor``: what is installed, reachable, allowed, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli import EXIT_DONE, EXIT_GAPS
from reports.cli.options import (
    DATABASE,
    SETTINGS,
    ShareOrServerName,
    database_path,
    log_path,
)
from reports.visible import plain

if TYPE_CHECKING:
    from reports.doctor.base import Checked
    from scanner.shares import Named


@click.command("doctor")
@click.argument("path", required=False, type=ShareOrServerName())
@DATABASE
@SETTINGS
def command(path: Named | None, database: Path | None, settings_file: Path | None) -> int:
    """Say what is installed, allowed and missing; with PATH, how that folder can be read.

    PATH may be smb://server/share or smb://server too: it is logged on to and listed once.

    One line each: ok; to do, where a scan is whole but something is better changed; missing,
    where it would read less or could not begin.

    Exit status: 0 nothing is missing, 1 something is, 2 usage.
    """
    from reports.doctor.base import State
    from scanner.version import VERSION

    click.echo(f"Stocktake {VERSION}")
    status = EXIT_DONE
    for line in _lines(path, database_path(database), settings_file):
        click.echo(plain(f"{line.state.value:<7}  {line.what}: {line.said}"))
        if line.state is State.MISSING:
            status = EXIT_GAPS
    return status


def _lines(path: Named | None, database: Path, settings_file: Path | None) -> Iterator[Checked]:
    from reports.cli.scan import MOST_JOBS
    from reports.doctor import directory, kerberos, libraries, machine, named, sight, tuning
    from scanner.extractors.base import Limits
    from scanner.refusals import Refusals

    yield from machine.checked(Limits().memory_bytes, MOST_JOBS)
    needed = list(libraries.checked())
    yield from needed
    yield libraries.kinds_of_files()
    yield libraries.archives()
    yield libraries.detection()
    yield kerberos.checked()
    yield directory.checked()
    yield tuning.checked(settings_file)
    yield from named.checked(settings_file)
    yield from _kept(database)
    yield sight.rights()
    if isinstance(path, Path):
        yield from sight.folder(path)
        return
    yield sight.last_access()
    if path is not None:
        yield named.one(path, "PATH", Refusals())


def _kept(database: Path) -> Iterator[Checked]:
    from reports.doctor import keeping

    yield from keeping.checked(database, log_path(database))
