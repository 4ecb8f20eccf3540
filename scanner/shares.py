"""From what a person named to a share that can be walked: the connector and how it is known."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from connectors.base import Connector, LeftOut, ShareUnreachable
from connectors.local import LocalFolder
from connectors.sharepoint.rows import ExportUnread
from connectors.sharepoint.share import Content, Joined, SharePointFolder
from connectors.smb.address import SmbAddress, address_of
from scanner.catalogue.names import spelt, unspelt
from scanner.domain import Source, in_domain
from scanner.errors import SettingsError

USER, PASSWORD, ENCRYPT = "STOCKTAKE_SMB_USER", "STOCKTAKE_SMB_PASSWORD", "STOCKTAKE_SMB_ENCRYPT"
LOCAL, SMB, SHAREPOINT = "local", "smb", "sharepoint"
Where = Path | SmbAddress | Content
"""A local folder, a share on a server, or content of SharePoint with its permission export."""

_ON_DISK = frozenset({LOCAL, SHAREPOINT})


class OpenConnector(Connector, Protocol):
    """A connector that holds something open until it is closed."""

    def close(self) -> None:
        """Give it back."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share that is open. The catalogue knows it by ``kind`` of connector and ``root``.

    Its permissions are about the accounts of ``source``: this machine, a server, or those in the
    exports of content; these are had from ``accounts``. ``joined`` tells how exports and content
    fit.
    """

    connector: OpenConnector
    kind: str
    root: str
    name: str
    source: str
    accounts: Source
    joined: Callable[[], Joined] | None = None

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


@contextmanager
def opened(where: Where, own: tuple[Path, ...], left_out: LeftOut | None = None) -> Iterator[Share]:
    """Open a share; ``own`` are our own files, left out of a local one. Raises SettingsError."""
    try:
        match where:
            case Path():
                share = _local(where, own, left_out)
            case SmbAddress():
                share = _smb(where, left_out)
            case Content():
                share = _sharepoint(where, own, left_out)
    except ExportUnread as error:
        raise SettingsError(f"The permission export cannot be used: {error}.") from error
    except ShareUnreachable as error:
        raise SettingsError(f"Cannot scan {where}: {error}.") from error
    with closing(share.connector):
        yield share


def _local(folder: Path, own: tuple[Path, ...], left_out: LeftOut | None) -> Share:
    connector = LocalFolder(folder, own, left_out)
    root = connector.root
    return Share(connector, LOCAL, spelt(str(root)), spelt(root.name or "/"), LOCAL, connector)


def _sharepoint(content: Content, own: tuple[Path, ...], left_out: LeftOut | None) -> Share:
    connector = SharePointFolder(content, own, left_out)
    root, name = spelt(str(connector.root)), spelt(connector.root.name or "/")
    source = f"{SHAREPOINT}:{root}"  # each export's groups are known by itself alone
    return Share(connector, SHAREPOINT, root, name, source, connector, connector.joined)


def _smb(address: SmbAddress, left_out: LeftOut | None) -> Share:
    from connectors.smb.link import Credentials
    from connectors.smb.share import SmbShare

    asked = os.environ.get
    user, password = asked(USER, ""), asked(PASSWORD, "")
    if not (user and password):
        raise SettingsError(f"Cannot scan {address}: set {USER} and {PASSWORD} to who asks.")
    encrypt = asked(ENCRYPT, "") not in ("", "0")
    connector = SmbShare(address, Credentials(user, password, encrypt), left_out=left_out)
    accounts = in_domain(connector, user, password)
    try:
        connector.identity()  # a wrong name or password is told before anything is recorded
    except ShareUnreachable as error:
        connector.close()
        raise SettingsError(f"Cannot scan {address}: {error}.") from error
    name = "/".join((address.share, *address.folder))
    return Share(connector, SMB, str(address), name, f"smb://{address.server}", accounts)


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
    if one is None or two is None:
        return False
    steps = [(each.host.lower(), each.port, each.share.lower()) for each in (one, two)]
    depth = min(len(one.folder), len(two.folder))
    return steps[0] == steps[1] and one.folder[:depth] == two.folder[:depth]
