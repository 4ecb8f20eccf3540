"""From what a person named to the shares of a night, in order, each once.

What is named is asked for before anything is recorded: a wrong name or password is then told at
once. Of a server all shares are scanned that it lists and that hold files, and those that it
listed on an earlier night: one that is no longer listed may be hidden now, or gone, and it is never
taken for a share whose files have vanished.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.base import ShareUnreachable
from connectors.smb.address import SmbAddress, SmbServer, address_of
from scanner.refusals import Refusals, server_of
from scanner.shares import Named, Where, credentials, opened

if TYPE_CHECKING:
    from connectors.smb.discovery import NoFiles, Offer

_UNLISTED = "the server no longer lists it, and "


@dataclass(frozen=True, slots=True)
class Place:
    """A share that is to be scanned; ``before`` stands before the reason if it cannot be opened."""

    where: Where
    before: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was named and answers: shares, and servers with what they list.

    ``refused`` says in a line each what does not answer.
    """

    shares: tuple[Where, ...]
    offers: tuple[tuple[SmbServer, Offer], ...]
    refused: tuple[str, ...]


def ask(named: Sequence[Named], own: tuple[Path, ...], refusals: Refusals) -> Asked:
    """Ask for each share and server once. Raises SettingsError where it is not set who asks."""
    shares: list[Where] = []
    offers: list[tuple[SmbServer, Offer]] = []
    refused: list[str] = []
    for each in dict.fromkeys(named):
        try:
            refusals.refuse(each)
            if isinstance(each, SmbServer):
                offers.append((each, _offer(each)))
            else:
                with opened(each, own):
                    shares.append(each)
            refusals.let_in(each)
        except ShareUnreachable as error:
            refusals.note(each, error)
            refused.append(f"Cannot scan {each}: {error}.")
    return Asked(tuple(shares), tuple(offers), tuple(refused))


def _offer(server: SmbServer) -> Offer:
    from connectors.smb.discovery import offer_of

    return offer_of(server, credentials(server))


class Places:
    """The shares of a night: those that were named or listed, then those that links lead to.

    ``roots`` are those of shares that the catalogue knows, ``left_out`` names of shares that the
    settings leave out, by server, ``also`` what is named elsewhere. ``servers`` are all that are
    named: no others may be asked. ``said`` says in a line each what is not scanned, and why.
    """

    def __init__(
        self,
        asked: Asked,
        roots: Iterable[str],
        left_out: Mapping[str, frozenset[str]],
        also: Iterable[Named] = (),
    ) -> None:
        self._known = tuple(each for root in roots if (each := address_of(root)) is not None)
        self._left_out = left_out
        self._waiting: deque[Place] = deque()
        self._met: dict[object, SmbAddress] = {}
        self._said: list[str] = []
        named = (*(server for server, _ in asked.offers), *asked.shares, *also)
        self.servers = tuple(
            dict.fromkeys(server for each in named if (server := server_of(each)) is not None)
        )
        for share in asked.shares:
            self._add(Place(share))
        for server, offer in asked.offers:
            self._add_server(server, offer)

    @property
    def said(self) -> tuple[str, ...]:
        """What is to be known of shares that are not scanned."""
        return tuple(self._said)

    @property
    def left(self) -> int:
        """How many shares were not come to."""
        return len(self._waiting)

    def knows(self, address: SmbAddress) -> bool:
        """Whether it, or what holds it, is scanned tonight or was before."""
        return bool(self._as_known(address))

    def next(self) -> Place | None:
        """Return the next share, or None after the last."""
        return self._waiting.popleft() if self._waiting else None

    def add(self, found: Iterable[SmbAddress]) -> None:
        """Add shares that links lead to; what holds one already is scanned in its place."""
        for address in found:
            self._add_once(address)

    def _add_once(self, address: SmbAddress) -> None:
        """Add a share, or those that are known and hold it or lie in it."""
        known = self._as_known(address)
        for each in known:
            if len(each.folder) > len(address.folder):
                self._said.append(
                    f"{address} is not scanned as a whole: {each} is a share of its own already"
                )
        for each in known or (address,):
            self._add(Place(each))

    def _as_known(self, address: SmbAddress) -> tuple[SmbAddress, ...]:
        """Return the shares, of tonight or before, that hold ``address`` or lie in it."""
        shares = {each.key: each for each in (*self._known, *self._met.values())}
        return tuple(each for each in shares.values() if each.overlaps(address))

    def _add(self, place: Place) -> None:
        where = place.where
        if isinstance(where, SmbAddress):
            if where.key in self._met:
                return
            self._met[where.key] = where
        self._waiting.append(place)

    def _add_server(self, server: SmbServer, offer: Offer) -> None:
        unwanted = self._left_out.get(str(server), frozenset())
        known = [each for each in self._known if str(each.on) == str(server)]
        names = {name.lower(): name for name in offer.shares}
        for name in (name for lower, name in names.items() if lower not in unwanted):
            self._add_once(server.share(name))
        for each in known:
            if each.share.lower() not in names.keys() | unwanted:
                self._said.append(f"{server} no longer lists {each}, which was scanned before")
                self._add(Place(each, _UNLISTED))
        self._say_left_out(server, offer, [names[each] for each in sorted(unwanted & names.keys())])

    def _say_left_out(self, server: SmbServer, offer: Offer, unwanted: Sequence[str]) -> None:
        for why, rows in groupby(sorted(offer.left_out, key=_why), key=_why):
            names = ", ".join(name for name, _ in rows)
            self._said.append(f"Left out of {server}: {names} ({why})")
        if unwanted:
            self._said.append(f"Left out of {server}: {', '.join(unwanted)} (by the settings)")


def _why(left_out: tuple[str, NoFiles]) -> str:
    return left_out[1].value
