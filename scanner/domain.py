"""A server together with the directory of its domain: whom its permissions are about.

Where the directory is set (STOCKTAKE_DIRECTORY), a scan of a share asks it for the domain's people
and groups, since a server knows no more of these than their names. It may be an export in a file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from connectors.base import Accounts, DirectoryUnread
from connectors.directory.address import DirectoryAddress, address_of, is_export
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from connectors.directory.link import Credentials
    from connectors.kerberos import Tickets

DIRECTORY = "STOCKTAKE_DIRECTORY"
USER, PASSWORD = "STOCKTAKE_DIRECTORY_USER", "STOCKTAKE_DIRECTORY_PASSWORD"
AUTHORITY = "STOCKTAKE_DIRECTORY_CA"


@dataclass(slots=True)
class Asked:
    """What the directory told this night: it is read once for all shares.

    One that refuses is not asked again either: that may lock the account which asks.
    """

    told: Accounts | None = None
    refused: str = ""

    def accounts(self, read: Callable[[], Accounts]) -> Accounts:
        """Return what the directory told, reading it if need be. Raises DirectoryUnread."""
        if self.refused:
            raise DirectoryUnread(self.refused)
        if self.told is None:
            try:
                self.told = read()
            except DirectoryUnread as error:
                self.refused = str(error)
                raise
        return self.told


class Source(Protocol):
    """Where accounts are had: this machine, a server, or a server with its domain."""

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return users and groups. Raises ShareUnreachable and DirectoryUnread."""


@dataclass(frozen=True, slots=True)
class Controller:
    """A controller of the domain, and who asks it."""

    address: DirectoryAddress
    credentials: Credentials | Tickets
    authority: Path | None = None

    def read(self) -> Accounts:
        """Return the domain's users and groups. Raises DirectoryUnread."""
        from connectors.directory.accounts import read_accounts
        from connectors.directory.link import Link

        with closing(Link(self.address, self.credentials, self.authority)) as link:
            return read_accounts(link, datetime.now(UTC))

    def try_out(self) -> str:
        """Log on, and return the domain's name. Raises DirectoryUnread."""
        from connectors.directory.accounts import label_of
        from connectors.directory.link import Link

        with closing(Link(self.address, self.credentials, self.authority)) as link:
            return label_of(link)


@dataclass(frozen=True, slots=True)
class Export:
    """An export of the domain's directory to a file."""

    path: Path

    def read(self) -> Accounts:
        """Return the domain's users and groups. Raises DirectoryUnread."""
        from connectors.directory.export import read_export

        return read_export(self.path, datetime.now(UTC))

    def try_out(self) -> str:
        """Read the export, and return the SID of its domain. Raises DirectoryUnread."""
        return self.read().authority


@dataclass(frozen=True, slots=True)
class InDomain:
    """A server and the directory of its domain, read when the accounts are wanted."""

    server: Source
    directory: Controller | Export
    asked: Asked = field(default_factory=Asked, compare=False)

    def accounts(self, identifiers: Iterable[str]) -> Accounts:
        """Return the accounts of both. Raises ShareUnreachable and DirectoryUnread."""
        from connectors.directory.merged import merged

        own = self.server.accounts(identifiers)
        return merged(own, self.asked.accounts(self.directory.read))


def in_domain(
    server: Source,
    user: str,
    password: str,
    told: Asked | None = None,
    tickets: Tickets | None = None,
) -> Source:
    """Return a server with the directory that is set, or the server alone where none is.

    ``user`` and ``password``, or ``tickets``, are who asks the server: the directory is asked by
    the same unless others are set. ``told`` is what it told for another share. Raises
    SettingsError.
    """
    directory = _directory(user, password, tickets)
    return server if directory is None else InDomain(server, directory, told or Asked())


def tried(user: str, password: str, tickets: Tickets | None) -> str:
    """Return which domain the directory that is set tells of, by asking it; "" where none is set.

    ``user`` and ``password``, or ``tickets``, are who asks servers. Raises SettingsError and
    DirectoryUnread.
    """
    directory = _directory(user, password, tickets)
    return "" if directory is None else directory.try_out()


def _directory(user: str, password: str, tickets: Tickets | None) -> Controller | Export | None:
    asked = os.environ.get
    wanted = asked(DIRECTORY, "")
    if not wanted:
        return None
    if is_export(wanted):
        if not os.access(wanted, os.R_OK):
            raise SettingsError(f"{DIRECTORY} names no file that can be read: {wanted}.")
        return Export(Path(wanted))
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
    trusted = Path(authority) if authority else None
    if tickets is None or asked(USER):
        credentials = Credentials(asked(USER, "") or user, asked(PASSWORD, "") or password)
        return Controller(address, credentials, trusted)
    if not address.start_tls:
        raise SettingsError(
            f"{DIRECTORY} cannot be used: Kerberos encrypts without TLS: give ldap://{address.host}."
        )
    return Controller(address, tickets, trusted)
