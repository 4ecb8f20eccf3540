"""From what a person named to a share that can be walked: the connector and how it is known."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from connectors.base import Connector, LeftOut, ShareUnreachable
from connectors.local import LocalFolder
from connectors.sharepoint.rows import ExportUnread
from connectors.sharepoint.share import Content, Joined, SharePointFolder
from connectors.smb.address import SmbAddress, SmbServer, address_of, server_of
from scanner.catalogue.names import spelt, unspelt
from scanner.domain import Asked, Source, in_domain
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from connectors.kerberos import Tickets
    from connectors.smb.collected import Collected
    from connectors.smb.link import Credentials

USER, PASSWORD = "STOCKTAKE_SMB_USER", "STOCKTAKE_SMB_PASSWORD"
ENCRYPT, BACKUP = "STOCKTAKE_SMB_ENCRYPT", "STOCKTAKE_SMB_BACKUP"
KERBEROS, CACHE = "STOCKTAKE_KERBEROS", "cache"
LOCAL, SMB, SHAREPOINT = "local", "smb", "sharepoint"
_ON_DISK = frozenset({LOCAL, SHAREPOINT})
Where = Path | SmbAddress | Content
"""A local folder, a share on a server, or content of SharePoint with its permission export."""
Named = Where | SmbServer
"""What a person may name to be scanned: a server stands for all that it shares."""


class OpenConnector(Connector, Protocol):
    """A connector that holds something open until it is closed."""

    def close(self) -> None:
        """Give it back."""


@dataclass(frozen=True, slots=True)
class Known:
    """How the catalogue knows a share: by ``kind`` of connector and ``root``.

    Its permissions are about the accounts of ``source``: this machine, a server, or those in the
    exports of content.
    """

    kind: str
    root: str
    name: str
    source: str

    def refuse_overlap(self, known: tuple[tuple[str, str], ...]) -> None:
        """Raise SettingsError where files below are of a known share too, or the reverse.

        ``known`` are kind and root of shares. What they have in common would be counted twice in
        every sum.
        """
        kinds = _ON_DISK if self.kind in _ON_DISK else {self.kind}
        overlap = _overlaps if self.kind in _ON_DISK else _overlaps_on_server
        for kind, other in known:
            if kind not in kinds or (kind, other) == (self.kind, self.root):
                continue
            if other == self.root:
                how = "with" if kind == SHAREPOINT else "without"
                raise SettingsError(
                    f"Cannot scan {self.root} like this: it was scanned {how} a permission export"
                    f" of SharePoint. Scan it {how} --sharepoint again, or give another --database."
                )
            if overlap(self.root, other):
                raise SettingsError(
                    f"Cannot scan {self.root}: its files would be counted twice, for {other} is"
                    " scanned as a share already. Scan that one, or give another --database."
                )


@dataclass(frozen=True, slots=True)
class Share:
    """A share that is open, and where the accounts are had that its permissions are about.

    ``joined`` tells how exports and content of SharePoint fit.
    """

    connector: OpenConnector
    known: Known
    accounts: Source
    joined: Callable[[], Joined] | None = None


@contextmanager
def opened(
    where: Where,
    own: tuple[Path, ...],
    left_out: LeftOut | None = None,
    told: Asked | None = None,
    collected: Collected | None = None,
    connections: int = 1,
) -> Iterator[Share]:
    """Open a share; ``own`` are our own files, left out of a local one.

    ``told`` is what the directory told for another share, ``collected`` what was imported of the
    server, which is asked over up to so many ``connections``. Raises ShareUnreachable, and
    SettingsError where what is set cannot be used.
    """
    match where:
        case Path():
            share = _local(where, own, left_out)
        case SmbAddress():
            share = _smb(where, left_out, told, collected, connections)
        case Content():
            share = _sharepoint(where, own, left_out)
    with closing(share.connector):
        yield share


def named(text: str) -> Named:
    """Return what ``text`` names. Raises ValueError, in words for a person, for no address."""
    server = server_of(text)
    if server is not None:
        return server
    address = address_of(text)
    return Path(text) if address is None else address


def credentials(wanted: Named) -> Credentials:
    """Return who asks servers. Raises SettingsError where that is not set."""
    from connectors.smb.link import Credentials

    asked = os.environ.get
    user, password, source = asked(USER, ""), asked(PASSWORD, ""), tickets()
    if source is not None and password:
        raise SettingsError(f"Set {KERBEROS} or {PASSWORD}, and not both.")
    if source is None and not (user and password):
        raise SettingsError(
            f"Cannot ask {wanted}: set {USER} and {PASSWORD} to who asks, or {KERBEROS}."
        )
    encrypt, backup = (asked(name, "") not in ("", "0") for name in (ENCRYPT, BACKUP))
    return Credentials(user, password, encrypt, source, backup)


def tickets() -> Tickets | None:
    """Return where tickets come from; None where a password is to be used. Raises SettingsError."""
    asked = os.environ.get
    wanted = asked(KERBEROS, "")
    if not wanted:
        return None
    from connectors.kerberos import INSTALL, Tickets, is_installed

    if not is_installed():
        raise SettingsError(f"{INSTALL}.")
    if wanted != CACHE and not os.access(wanted, os.R_OK):
        raise SettingsError(f"{KERBEROS} names no keytab that can be read.")
    return Tickets("" if wanted == CACHE else wanted, asked(USER, ""))


def known_as(address: SmbAddress) -> Known:
    """Return how the catalogue knows a share of a server, whether it can be opened or not."""
    name = "/".join((address.share, *address.folder))
    return Known(SMB, str(address), name, f"smb://{address.server}")


def _local(folder: Path, own: tuple[Path, ...], left_out: LeftOut | None) -> Share:
    connector = LocalFolder(folder, own, left_out)
    root = connector.root
    known = Known(LOCAL, spelt(str(root)), spelt(root.name or "/"), LOCAL)
    return Share(connector, known, connector)


def _sharepoint(content: Content, own: tuple[Path, ...], left_out: LeftOut | None) -> Share:
    try:
        connector = SharePointFolder(content, own, left_out)
    except ExportUnread as error:
        raise SettingsError(f"The permission export cannot be used: {error}.") from error
    root, name = spelt(str(connector.root)), spelt(connector.root.name or "/")
    source = f"{SHAREPOINT}:{root}"  # each export's groups are known by itself alone
    return Share(connector, Known(SHAREPOINT, root, name, source), connector, connector.joined)


def _smb(
    address: SmbAddress,
    left_out: LeftOut | None,
    told: Asked | None,
    collected: Collected | None,
    connections: int,
) -> Share:
    from connectors.smb.share import SmbShare

    who = credentials(address)
    connector = SmbShare(
        address, who, left_out=left_out, collected=collected, connections=connections
    )
    accounts = in_domain(connector, who.user, who.password, told, who.tickets)
    try:
        connector.identity()  # a wrong name or password is told before anything is recorded
    except ShareUnreachable:
        connector.close()
        raise
    return Share(connector, known_as(address), accounts)


def _overlaps(root: str, other: str) -> bool:
    one, two = Path(unspelt(root)), Path(unspelt(other))
    outer, inner = (one, two) if two.is_relative_to(one) else (two, one)
    if not inner.is_relative_to(outer):
        return False
    try:
        folder = LocalFolder(outer)
    except ShareUnreachable:  # an old share that is gone counts nothing twice
        return False
    with closing(folder):
        return folder.holds(inner)


def _overlaps_on_server(root: str, other: str) -> bool:
    one, two = address_of(root), address_of(other)
    return one is not None and two is not None and one.overlaps(two)
