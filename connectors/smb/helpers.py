"""Further connections to a share, which help the one that is walked by to read its files.

A server may serve each connection by one process, file after file (Samba does), and a way may let
each have so much and no more: then several read as many times faster. The first connection alone
decides what becomes of a share: a helper that is lost is made again when there is much to read,
and a server that takes no more of them is read by those that are there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from connectors.base import LogonRefused, ShareUnreachable
from connectors.smb.lane import Lane
from connectors.smb.link import Link

logger = logging.getLogger(__name__)


class Helpers:
    """Up to ``most`` connections, each as ``make`` makes it: one that gives up at once."""

    def __init__(self, make: Callable[[], Link], most: int) -> None:
        self._links = [make() for _ in range(most)]
        self._connected: dict[Lane, Link] = {}

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """Those that are there."""
        return tuple(self._connected)

    def connect(self) -> None:
        """Make those that are missing, as far as the server takes them. Raises LogonRefused.

        A password that is no longer right is not tried again by another connection.
        """
        there = list(self._connected.values())
        for link in [each for each in self._links if each not in there]:
            try:
                self._connected[link.ask(lambda lane: lane)] = link
            except LogonRefused:
                raise
            except ShareUnreachable:
                self._links = list(self._connected.values())
                logger.info("The server takes no more connections: it is read by fewer")
                return

    def drop(self, lane: Lane) -> None:
        """Forget one that was lost."""
        self._connected.pop(lane).drop()

    def close(self) -> None:
        """End them."""
        for link in self._links:
            link.drop()
        self._connected.clear()
