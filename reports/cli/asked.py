"""Which path of which share a command is asked about."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from connectors.smb.address import SmbAddress, address_of
from reports.visible import exact
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from scanner.catalogue.engine import Connection

_Answer = TypeVar("_Answer")


def asked(
    connection: Connection,
    path: Path | SmbAddress,
    ask: Callable[[Connection, int, str, str | None], _Answer | None],
    when: str,
) -> _Answer:
    """Return what ``ask`` says of a path, as a folder or else as an entry.

    Raises SettingsError where the catalogue does not know it, or did not ``when``.
    """
    from scanner.catalogue.names import path_to_text, to_text
    from scanner.catalogue.queries.access import shares

    wanted = path if isinstance(path, SmbAddress) else _resolved(path)
    for share_id, root in shares(connection):
        parts = _below(wanted, root)
        if parts is None:
            continue
        found = ask(connection, share_id, path_to_text(parts), None)
        if found is None and parts:
            found = ask(connection, share_id, path_to_text(parts[:-1]), to_text(parts[-1]))
        if found is not None:
            return found
    if when:
        raise SettingsError(f"{path} was not known {when}: no scan had come to it, or it was gone.")
    raise SettingsError(
        f"{path} is not in the catalogue: scan its folder first (links are not followed)."
    )


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
