"""Links of a DFS namespace: what they lead to is scanned as a share of its own, or told.

A server is asked only if the user or the settings name it: nobody's word leads the password on to
another one. A link to what cannot be opened is a gap too: it is no share yet. What a link leads to
is never walked as a part of the share that has the link, so it is counted once, however many links
lead there, and no link can lead round in a circle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from connectors.base import Cause, Exclusion, FolderPath, Listing
from connectors.smb.address import SmbAddress, SmbServer, address_of

_NOT_NAMED = "its server was not named: scan that"

Opens = Callable[[SmbAddress], str]
"""Gives why a share cannot be opened now, "" where it can."""


class Told(NamedTuple):
    """A link that is not followed: where it is in its share, what it leads to if known, and why."""

    path: FolderPath
    target: str
    why: str


@dataclass(slots=True)
class Links:
    """The links of one share. ``servers`` may be asked; ``found`` are shares that links lead to."""

    servers: Sequence[SmbServer]
    opens: Opens
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
            why = self.opens(followed) if followed else _NOT_NAMED
            if followed is None or why:
                gaps.append((name, Cause.UNREACHABLE))
                target = str(followed or next(iter(targets), ""))
                self.told.append(Told((*listing.folder, name), target, why))
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
