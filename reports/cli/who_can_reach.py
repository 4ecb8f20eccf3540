"""``stocktake who-can-reach PATH``: people, right, and the path of each grant."""

from __future__ import annotations

import os
from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path
from scanner.errors import SettingsError


@click.command("who-can-reach")
@click.argument("path", type=click.Path(path_type=Path))
@DATABASE
def command(path: Path, database: Path | None) -> None:
    """Print who can read or change a file or folder, and by which grant, as last scanned."""
    from reports.cli.catalogue import opened
    from scanner.catalogue.names import path_to_text, to_text
    from scanner.catalogue.queries.access import shares, who_can_reach

    wanted = Path(os.path.realpath(path.parent), path.name)
    with opened(database_path(database)) as connection:
        for share_id, root in shares(connection):
            if not wanted.is_relative_to(root):
                continue
            parts = wanted.relative_to(root).parts
            found = who_can_reach(connection, share_id, path_to_text(parts), None)
            if found is None and parts:
                folder, name = path_to_text(parts[:-1]), to_text(parts[-1])
                found = who_can_reach(connection, share_id, folder, name)
            if found is not None:
                break
        else:
            raise SettingsError(f"{path} is not in the catalogue: scan it first.")
    if not found.known:
        click.echo("Who can reach this is not known.")
    for grant in found.grants:
        click.echo(f"{grant.person} ({grant.kind}) can {grant.right}: {' → '.join(grant.steps)}")
    if found.known and not found.grants:
        click.echo("No person's account on this machine can read or change this.")
    for name in found.broad:
        click.echo(f"Broad: {name} can read this.")
    if found.services:
        click.echo(f"System accounts that can read it: {', '.join(found.services)}")
    if found.administrators:
        click.echo(f"Administrators, who can in any case: {', '.join(found.administrators)}")
    for sentence in found.statement:
        click.echo(sentence)
