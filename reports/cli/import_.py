"""``stocktake import FILE``: what an administrator's script told of a Windows server."""

from __future__ import annotations

from pathlib import Path

import click

from reports.cli.options import DATABASE, NamedPath, database_path
from reports.visible import plain

_READABLE = NamedPath(dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=_READABLE)
@click.option("--server", metavar="NAME", help="Another name of the server, in smb://NAME/share.")
@DATABASE
def command(files: tuple[Path, ...], server: str | None, database: Path | None) -> None:
    """Take in who may come into a server's shares, its local groups and its privileges.

    FILE is what docs/windows/collect-permissions.ps1 wrote on that server, where the account that
    scans may not ask. The next scan or refresh of its shares uses it, for what the server does
    not tell.
    """
    from scanner.imported import import_files

    if server and len(files) > 1:
        raise click.UsageError("--server names one server: import its file alone.")
    for each in import_files(database_path(database), files, server):
        told = each.collected
        click.echo(
            f"{plain(told.names[0])}: permissions of {len(told.shares)} shares, members of"
            f" {told.groups} local groups, as of {told.taken:%d %B %Y %H:%M} UTC."
        )
        if each.scanned:
            used = plain(", ".join(each.scanned))
            click.echo(f"Used by the next scan or 'stocktake refresh-access' of {used}")
        else:
            click.echo("None of its shares was scanned yet; their first scan will use them.")
