"""Accounts read anew for shares in the catalogue, and their answers brought up to date.

No folder is listed and no file opened: this machine's accounts are read, or a server and the
directory of its domain asked, and what is stored of permissions is answered for them. Answers go by
whose accounts they are about, so all shares of a server are refreshed with one of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.accounts import read_accounts
from connectors.base import Accounts, SecurityDescriptor, ShareUnreachable
from connectors.smb.address import SmbAddress, SmbServer, address_of, server_of
from scanner import domain, reach
from scanner.catalogue import access, runs
from scanner.catalogue.descriptors import Descriptors
from scanner.catalogue.engine import catalogue_errors, checkpoint, opening, scan_lock
from scanner.catalogue.engine import writer as open_writer
from scanner.catalogue.migrate import migrate, revision
from scanner.catalogue.names import unspelt
from scanner.catalogue.refreshes import (
    Readers,
    StoredShare,
    readers_changed,
    store_refresh,
    stored_shares,
)
from scanner.catalogue.share_access import guard_share
from scanner.catalogue.sums import sum_up
from scanner.catalogue.writer import Writer, utc_now
from scanner.domain import Source, in_domain
from scanner.errors import SettingsError
from scanner.imported import kept_of
from scanner.kinds import OfKinds, Unmet
from scanner.refusals import Refusals
from scanner.settings import Settings
from scanner.shares import LOCAL, SHAREPOINT, credentials

if TYPE_CHECKING:
    from connectors.smb.server import Server

Asked = Path | SmbAddress | SmbServer
"""What a person may name: a share, a place in one, or a server with all its shares."""


@dataclass(frozen=True, slots=True)
class ShareRefreshed:
    """What a refresh changed about one share.

    ``untold``: its own permissions were known and are not told now, so those known still count.
    """

    root: str
    readers: Readers
    untold: bool


@dataclass(frozen=True, slots=True)
class SourceRefreshed:
    """How the refresh of one machine's or server's shares ended.

    ``unread`` is why accounts could not be had, None where they could: answers are then no newer
    than they were.
    """

    source: str
    shares: tuple[ShareRefreshed, ...]
    unread: str | None


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was refreshed. ``left`` are shares whose accounts stand in an export alone.

    ``unmet`` says in a line each which groups and units of the settings nobody knows.
    """

    sources: tuple[SourceRefreshed, ...]
    left: tuple[str, ...]
    unmet: tuple[str, ...]


def refresh_access(database: Path, named: Sequence[Asked], settings: Settings) -> Refreshed:
    """Refresh the shares that are ``named``, or all.

    Raises SettingsError (nothing was refreshed) and CatalogueError.
    """
    revision(database)  # refuses what is no catalogue of ours before anything is changed in it
    engine = open_writer(database)
    try:
        with scan_lock(database), catalogue_errors(database):
            with opening(database):
                migrate(engine, database)
            with engine.connect() as connection:
                done = _Refresh(Writer(connection), settings).refreshed(named)
                checkpoint(connection)
                return done
    finally:
        engine.dispose()


class _Refresh:
    """A refresh while it runs."""

    def __init__(self, writer: Writer, settings: Settings) -> None:
        self._writer = writer
        self._people = settings.people
        self._unmet = Unmet(settings.people)
        self._directory = domain.Asked()
        self._refusals = Refusals()

    def refreshed(self, named: Sequence[Asked]) -> Refreshed:
        """Refresh one source after the other. Raises SettingsError before the first."""
        shares = stored_shares(self._writer)
        wanted = _sources_of(named, shares)
        in_exports = [each for each in shares if each.source.startswith(f"{SHAREPOINT}:")]
        left = tuple(each.root for each in in_exports if each.source in wanted)
        if named and left:
            raise SettingsError(
                f"Cannot refresh {left[0]}: who can reach it stands in an export of SharePoint's"
                " permissions. Scan it with a newer one (--sharepoint)."
            )
        by_source = groupby(
            sorted((each for each in shares if each not in in_exports), key=attrgetter("source")),
            key=attrgetter("source"),
        )
        asked = [
            (self._told_by(source), tuple(of_source))
            for source, of_source in by_source
            if source in wanted
        ]
        done = tuple(self._of_source(told, of_source) for told, of_source in asked)
        return Refreshed(done, left, self._unmet.said)

    def _told_by(self, source: str) -> _Told:
        """Return who tells of the accounts of a source. Raises SettingsError."""
        if source == LOCAL:
            return _Told(OfKinds(_Machine(), self._people, self._unmet), None)
        from connectors.smb.server import Server

        where = server_of(source)
        assert where is not None, "a source is this machine, an export or a server"
        who = credentials(where)
        server = Server(where, who, collected=kept_of(self._writer, where.host))
        accounts = in_domain(server, who.user, who.password, self._directory, who.tickets)
        return _Told(OfKinds(accounts, self._people, self._unmet), server)

    def _of_source(self, told: _Told, shares: Sequence[StoredShare]) -> SourceRefreshed:
        """Refresh all shares of one source, in one transaction."""
        writer, source = self._writer, shares[0].source
        refresh_id, started = runs.next_id(writer.connection), utc_now()
        where = server_of(source)
        with closing(told):
            try:
                if where is not None:
                    self._refusals.refuse(where)
                untold = self._guard(told, shares, refresh_id)
            except ShareUnreachable as error:
                if where is not None:
                    self._refusals.note(where, error)
                unread: str | None = f"{reach.SERVER_UNASKED} ({error})"
                reach.keep_known(writer, shares[0].id, refresh_id, str(unread))
                untold = frozenset()
            else:
                known = reach.Guards.KNOWN  # what is new was given its keys above
                unread = reach.refresh(writer, told.accounts, shares[0].id, refresh_id, known)
        readers = {each.id: readers_changed(writer, each.id, refresh_id) for each in shares}
        store_refresh(writer, refresh_id, source, started, unread)
        writer.commit()
        done = (ShareRefreshed(each.root, readers[each.id], each.id in untold) for each in shares)
        return SourceRefreshed(source, tuple(done), unread)

    def _guard(self, told: _Told, shares: Sequence[StoredShare], refresh_id: int) -> frozenset[int]:
        """Store the permissions of shares themselves as they are told now, with new access keys.

        Returns the shares whose permissions were known and are not told. Raises ShareUnreachable.
        """
        descriptors = Descriptors(self._writer)
        untold = set()
        is_new = False
        for share in shares:
            security = told.share_security(share.root)
            changed = share.torn
            if security is not None and share.gate_id is not None:
                number = descriptors.id_of(security)
                changed |= guard_share(self._writer, share.id, refresh_id, number, share.gate_id)
            elif share.descriptor_id is not None:
                untold.add(share.id)
            if changed:
                access.open_access_keys(self._writer, share.id, refresh_id)
                is_new = True
        if is_new:
            sum_up(self._writer)
        return frozenset(untold)


@dataclass(frozen=True, slots=True)
class _Machine:
    """The machine itself, whose accounts those of local folders are."""

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        return read_accounts(identifiers)


@dataclass(frozen=True, slots=True)
class _Told:
    """Who tells of a source: its accounts, and a server of the permissions of its shares."""

    accounts: Source
    server: Server | None

    def share_security(self, root: str) -> SecurityDescriptor | None:
        where = address_of(root)
        if self.server is None or where is None:
            return None
        return self.server.share_security(where.share)

    def close(self) -> None:
        if self.server is not None:
            self.server.close()


def _sources_of(named: Sequence[Asked], shares: Sequence[StoredShare]) -> frozenset[str]:
    """Return whose accounts the shares are about. Raises SettingsError for one not known."""
    if not shares:
        raise SettingsError("Nothing to refresh: run 'stocktake scan PATH' first.")
    if not named:
        return frozenset(each.source for each in shares)
    found = set()
    for name in named:
        held = {each.source for each in shares if _holds(each.root, name)}
        if not held:
            raise SettingsError(f"{name} is not in the catalogue: scan it first.")
        found |= held
    return frozenset(found)


def _holds(root: str, named: Asked) -> bool:
    """Return whether a share is what is named, or what is named lies in it."""
    share = address_of(root) if root.startswith("smb://") else None
    match named:
        case SmbServer():
            return share is not None and str(share.on) == str(named)
        case SmbAddress():
            return (
                share is not None
                and share.overlaps(named)
                and len(share.folder) <= len(named.folder)
            )
        case Path():
            return share is None and Path(os.path.realpath(named)).is_relative_to(unspelt(root))
