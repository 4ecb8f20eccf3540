"""A server together with the directory of its domain: whom its permissions are about.

Where the directory is set (STOCKTAKE_DIRECTORY), a scan of a share asks it for the domain's people
and groups, since a server knows no more of these than their names. It may be an export in a file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from connectors.base import Accounts
from connectors.directory.address import DirectoryAddress, address_of
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from connectors.directory.link import Credentials

DIRECTORY = "STOCKTAKE_DIRECTORY"
USER, PASSWORD = "STOCKTAKE_DIRECTORY_USER", "STOCKTAKE_DIRECTORY_PASSWORD"
AUTHORITY = "STOCKTAKE_DIRECTORY_CA"
EXPORTED = ".ldif"


class Source(Protocol):
    """Where accounts are had: this machine, a server, or a server with its domain."""

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return users and groups. Raises ShareUnreachable and DirectoryUnread."""


@dataclass(frozen=True, slots=True)
class InDomain:
    """A server and the directory of its domain, asked for when the accounts are wanted."""

    server: Source
    address: DirectoryAddress
    credentials: Credentials
    authority: Path | None

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return the accounts of both. Raises ShareUnreachable and DirectoryUnread."""
        from connectors.directory.accounts import read_accounts
        from connectors.directory.link import Link
        from connectors.directory.merged import merged

        own = self.server.accounts(identifiers)
        with closing(Link(self.address, self.credentials, self.authority)) as link:
            return merged(own, read_accounts(link, datetime.now(UTC)))


@dataclass(frozen=True, slots=True)
class WithExport:
    """A server and an export of the directory of its domain, read when the accounts are wanted."""

    server: Source
    export: Path

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return the accounts of both. Raises ShareUnreachable and DirectoryUnread."""
        from connectors.directory.ldif import read_export
        from connectors.directory.merged import merged

        own = self.server.accounts(identifiers)
        return merged(own, read_export(self.export, datetime.now(UTC)))


def in_domain(server: Source, user: str, password: str) -> Source:
    """Return a server with the directory that is set, or the server alone where none is.

    ``user`` and ``password`` are who asks the server: the directory is asked by the same unless
    others are set. Raises SettingsError.
    """
    asked = os.environ.get
    wanted = asked(DIRECTORY, "")
    if not wanted:
        return server
    if wanted.endswith(EXPORTED):
        if not os.access(wanted, os.R_OK):
            raise SettingsError(f"{DIRECTORY} names no file that can be read: {wanted}.")
        return WithExport(server, Path(wanted))
    from connectors.directory.link import Credentials

    try:
        address = address_of(wanted)
    except ValueError as error:
        raise SettingsError(f"{DIRECTORY} cannot be used: {error}.") from error
    if bool(asked(USER)) != bool(asked(PASSWORD)):
        raise SettingsError(f"Set both {USER} and {PASSWORD}, or neither: then the share's count.")
    authority = asked(AUTHORITY, "")
    if authority and not os.access(authority, os.R_OK):
        raise SettingsError(f"{AUTHORITY} names no file that can be read: {authority}.")
    credentials = Credentials(asked(USER, "") or user, asked(PASSWORD, "") or password)
    return InDomain(server, address, credentials, Path(authority) if authority else None)
