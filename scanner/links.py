"""Links of a DFS namespace: what they lead to is scanned as a share of its own, or told.

A server is asked only if the user or the settings name it: nobody's word leads the password on to
another one. What a link leads to is never walked as a part of the share that has the link, so it
is counted once, however many links lead there, and no link can lead round in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from connectors.base import Cause, Exclusion, FolderPath, Listing
from connectors.smb.address import SmbAddress, SmbServer, address_of


class Told(NamedTuple):
    """A link that is not followed: where it is in its share, and what it leads to, if known."""

    path: FolderPath
    target: str


@dataclass(slots=True)
class Links:
    """The links of one share. ``servers`` may be asked; ``found`` are shares that links lead to."""

    servers: Iterable[SmbServer]
    found: list[SmbAddress] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def settled(self, listing: Listing) -> Listing:
        """Return ``listing`` with each link among the excluded, or among the gaps.

        One whose target is scanned as a share of its own is as a disk that is mounted there.
        """
        if not listing.links:
            return listing
        excluded, gaps = list(listing.excluded), list(listing.gaps)
        for name, targets in listing.links:
            followed = self._allowed(targets)
            if followed is None:
                gaps.append((name, Cause.UNREACHABLE))
                self.told.append(Told((*listing.folder, name), targets[0] if targets else ""))
            else:
                excluded.append((name, Exclusion.MOUNT_POINT))
                self.found.append(followed)
        return replace(
            listing, excluded=tuple(sorted(excluded)), gaps=tuple(sorted(gaps)), links=()
        )

    def _allowed(self, targets: Iterable[str]) -> SmbAddress | None:
        """Return the first target on a server that may be asked, at the port it was named with."""
        ports = {server.host.lower(): server.port for server in self.servers}
        for target in targets:
            try:
                address = address_of(target)
            except ValueError:
                continue
            if address is not None and address.host.lower() in ports:
                return replace(address, port=ports[address.host.lower()])
        return None
