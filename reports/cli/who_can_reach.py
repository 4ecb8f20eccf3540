"""``stocktake who-can-reach PATH``: people, right, and the path of each grant."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from connectors.smb.address import SmbAddress, address_of
from reports.cli.options import DATABASE, ShareName, database_path
from reports.visible import exact, plain
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from scanner.catalogue.queries.access import PathReach


@click.command("who-can-reach")
@click.argument("path", type=ShareName())
@DATABASE
def command(path: Path | SmbAddress, database: Path | None) -> None:
    """Print who can read or change a file or folder, and by which grant, as last scanned.

    PATH may lie on a share: smb://server/share/folder/file.
    """
    from reports.cli.catalogue import opened
    from scanner.catalogue.names import path_to_text, to_text
    from scanner.catalogue.queries.access import shares, who_can_reach

    wanted = path if isinstance(path, SmbAddress) else _resolved(path)
    with opened(database_path(database)) as connection:
        for share_id, root in shares(connection):
            parts = _below(wanted, root)
            if parts is None:
                continue
            found = who_can_reach(connection, share_id, path_to_text(parts), None)
            if found is None and parts:
                folder, name = path_to_text(parts[:-1]), to_text(parts[-1])
                found = who_can_reach(connection, share_id, folder, name)
            if found is not None:
                break
        else:
            raise SettingsError(
                f"{path} is not in the catalogue: scan its folder first (links are not followed)."
            )
    _print(found)


def _resolved(path: Path) -> Path:
    last = path.name if path.name != ".." else ""  # a link itself, not what it points to
    return Path(os.path.realpath(path.parent if last else path), last)


def _below(wanted: Path | SmbAddress, root: str) -> tuple[str, ...] | None:
    """Return the names from a share's root to ``wanted``, or None where it lies elsewhere."""
    if isinstance(wanted, SmbAddress):
        return _below_on_server(wanted, root)
    depth = len(Path(root).parts)
    if exact(str(Path(*wanted.parts[:depth]))) != root:
        return None
    return wanted.parts[depth:]


def _below_on_server(wanted: SmbAddress, root: str) -> tuple[str, ...] | None:
    share = address_of(root) if root.startswith("smb://") else None
    if share is None or (share.server, share.share.lower()) != (
        wanted.server,
        wanted.share.lower(),
    ):
        return None
    depth = len(share.folder)
    return wanted.folder[depth:] if wanted.folder[:depth] == share.folder else None


def _print(found: PathReach) -> None:
    lines = [] if found.known else ["Who can reach this is not known."]
    lines += [
        f"{grant.person} ({grant.kind}) can {grant.right}: {' → '.join(grant.steps)}"
        for grant in found.grants
    ]
    if found.known and not found.grants:
        lines.append("No person's account that is known can read or change this.")
    lines += [f"Broad: {name} can {right} this." for right, name in found.broad]
    if found.services:
        lines.append(f"System accounts that can read it: {', '.join(found.services)}")
    if found.administrators:
        lines.append(f"Administrators, who can in any case: {', '.join(found.administrators)}")
    for line in (*lines, *found.statement):
        click.echo(plain(line))
