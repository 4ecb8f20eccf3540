"""Which path of which share a command is asked about, and why one is asked about a person."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from connectors.smb.address import SmbAddress, SmbServer, address_of
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

    On a server case means nothing, but that a name which is exactly so comes first. Raises
    SettingsError where the catalogue does not know it, or did not ``when``, or it may be several.
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
    if isinstance(wanted, SmbAddress):
        alike = list(_alike(connection, wanted, ask, when))
        if len(alike) > 1:
            paths = " or ".join(path for path, _ in alike)
            raise SettingsError(f"{path} may be {paths}: write it as it is.")
        for _, found in alike:
            return found
    if when:
        raise SettingsError(f"{path} was not known {when}: no scan had come to it, or it was gone.")
    if said := _not_listed(connection, wanted):
        raise SettingsError(f"{path} is not known: {said}")
    raise SettingsError(
        f"{path} is not in the catalogue: scan its folder first (links are not followed)."
    )


def shares_on(connection: Connection, server: SmbServer) -> tuple[int, ...]:
    """Return the shares of a server, by id. Raises SettingsError where none is known."""
    from scanner.catalogue.queries.access import shares

    found = tuple(
        share_id
        for share_id, root in sorted(shares(connection), key=lambda each: each[1])
        if root.startswith("smb://") and (on := address_of(root)) and str(on.on) == str(server)
    )
    if not found:
        raise SettingsError(f"No share of {server} is in the catalogue: scan one first.")
    return found


def reason_given(reason: str | None) -> str:
    """Return why somebody asks about a person; on a terminal they are asked. Raises UsageError."""
    if reason is None and os.isatty(0):
        reason = click.prompt("Why do you ask about this person? It is kept", err=True)
    if not reason or not reason.strip():
        raise click.UsageError(
            "Say why you ask about this person, in --reason, such as a case's number: it is kept."
        )
    return reason.strip()


def _not_listed(connection: Connection, wanted: Path | SmbAddress) -> str:
    """Return that a folder on the way could not be listed, in words; "" where all were."""
    from scanner.catalogue.names import path_to_text, shown
    from scanner.catalogue.queries.access import shares, unlisted_above

    for share_id, root in shares(connection):
        parts = _below(wanted, root)
        found = parts and unlisted_above(connection, share_id, path_to_text(parts))
        if found:
            folder, cause = found
            where = f"{root}/{shown(folder)}" if folder else root
            return f"{where} could not be listed ({cause})."
    return ""


def _alike(
    connection: Connection,
    wanted: SmbAddress,
    ask: Callable[[Connection, int, str, str | None], _Answer | None],
    when: str,
) -> Iterator[tuple[str, _Answer]]:
    """Yield each path on the server that differs by case alone, with what ``ask`` says of it."""
    from scanner.catalogue.names import shown, to_text
    from scanner.catalogue.queries.access import shares
    from scanner.catalogue.queries.spelling import EVER, NOW, caseless, spellings

    for share_id, root in shares(connection):
        parts = _below_on_server(wanted, root, caseless)
        if parts is None:
            continue
        stored = tuple(map(to_text, parts))
        for folder, name in spellings(connection, share_id, stored, EVER if when else NOW):
            found = ask(connection, share_id, folder, name)
            if found is not None:
                yield f"{root}/{shown('/'.join(filter(None, (folder, name))))}", found


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


def _below_on_server(
    wanted: SmbAddress, root: str, spelt: Callable[[str], str] = str
) -> tuple[str, ...] | None:
    share = address_of(root) if root.startswith("smb://") else None
    if share is None or (share.server, share.share.lower()) != (
        wanted.server,
        wanted.share.lower(),
    ):
        return None
    depth = len(share.folder)
    same = tuple(map(spelt, wanted.folder[:depth])) == tuple(map(spelt, share.folder))
    return wanted.folder[depth:] if same else None
