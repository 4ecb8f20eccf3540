"""The rows of one or more exports as permissions: per place whom it lets in, and who is in a group.

Only places with permissions of their own are listed by any export; all else has those of the
nearest place above that is. Administrators of a site collection hold everywhere in it. "Limited
Access" lets nobody open anything: SharePoint gives it to who has access to something below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from connectors.base import Accounts, Principal, PrincipalKind, SecurityDescriptor
from connectors.sharepoint.descriptor import Ace, Told, encode
from connectors.sharepoint.places import (
    Key,
    Place,
    address_of,
    key_of,
    library_of,
    name_key,
    shown,
    site_of,
)
from connectors.sharepoint.principals import (
    AUTHORITY,
    EVERYONE,
    EVERYONE_BUT_GUESTS,
    link_group,
    principal_of,
    site_group,
)
from connectors.sharepoint.rows import ADMINISTRATOR, Level, LinkScope, PlaceKind, Row

_NO_ACCESS = frozenset({"limited access", "web-only limited access", "none", ""})
_OF_ALL = (EVERYONE, EVERYONE_BUT_GUESTS)


@dataclass(slots=True)
class Listed:
    """A place that an export lists."""

    place: Place
    kind: PlaceKind
    levels: dict[tuple[str, bool], set[Level]] = field(default_factory=dict)  # who, by a link?
    counts: dict[str, int] = field(default_factory=dict)


class Permissions:
    """What the exports given tell. ``rows`` were taken, ``not_understood`` were not."""

    def __init__(self) -> None:
        self.rows = 0
        self.not_understood = 0
        self.listed: dict[Key, Listed] = {}
        self.children: dict[Key, dict[str, str]] = {}  # of listed places and those above them
        self._titles: dict[Key, dict[str, str]] = {}
        self._principals: dict[str, Principal] = {}
        self._members: set[tuple[str, str]] = set()
        self._scopes: dict[str, LinkScope] = {}
        self._made: dict[Key, tuple[SecurityDescriptor, Told]] = {}

    def take(self, rows: Iterable[Row]) -> None:
        """Take the rows of an export in. Raises ExportUnread where reading them does."""
        for row in rows:
            try:
                self._take(row)
                self.rows += 1
            except ValueError:
                self.not_understood += 1

    def count(self, url: str, title: str, counts: Mapping[str, int]) -> None:
        """Take in what a report counts at a site, naming nobody."""
        try:
            listed = self._list(Row(url, PlaceKind.SITE, title=title))
        except ValueError:
            self.not_understood += 1
            return
        listed.counts.update(counts)
        self.rows += 1

    def below(self, key: Key, name: str) -> Key:
        """Return the place of a name in a place, where a library may go by its title."""
        known = name_key(name)
        here = self.children.get(key, {})
        if known not in here:
            known = self._titles.get(key, {}).get(known, known)
        if known not in here and (decoded := name_key(unquote(name))) in here:
            known = decoded  # a browser's download may keep a name as its address has it
        return (*key, known)

    def written(self, key: Key) -> str:
        """Return a place as the exports write it."""
        names = (
            self.children.get(key[:depth], {}).get(name, name) for depth, name in enumerate(key)
        )
        return shown(tuple(names))

    def spellings(self, key: Key) -> frozenset[str]:
        """Return what a place may be called where it lies: its name, or a library's title."""
        titles = self._titles.get(key[:-1], {})
        return frozenset({key[-1], *(each for each, name in titles.items() if name == key[-1])})

    def security(self, key: Key) -> SecurityDescriptor:
        """Return the descriptor of a place, from its own rows or the nearest above."""
        return self._answer(key)[0]

    def tells(self, key: Key) -> bool:
        """Return whether any row is about a place or what it lies in."""
        return self._answer(key)[1] is not Told.NOTHING

    def accounts(self, groups: str = AUTHORITY) -> Accounts:
        """Return all whom the exports name. Everyone holds those; how many more is not told.

        ``groups`` is the authority of groups and links: other exports may tell other members.
        """
        users = [each for each in self._principals.values() if each.kind is not PrincipalKind.GROUP]
        people = [each for each in users if each.kind is not PrincipalKind.SERVICE]
        members = set(self._members)
        members |= {(EVERYONE, each.identifier) for each in people}
        members |= {
            (EVERYONE_BUT_GUESTS, each.identifier)
            for each in people
            if each.kind is not PrincipalKind.GUEST
        }
        members = {pair for pair in members if pair[0] in self._principals}
        told = {group for group, _ in self._members}
        untold = (
            each.identifier
            for each in self._principals.values()
            if each.kind is PrincipalKind.GROUP
            and (each.identifier in _OF_ALL or each.identifier not in told)
            and not each.identifier.startswith("link:")
        )
        return Accounts(
            authority=AUTHORITY,
            principals=tuple(
                replace(each, authority=groups) if each.kind is PrincipalKind.GROUP else each
                for _, each in sorted(self._principals.items())
            ),
            memberships=tuple(sorted(members)),
            untold=tuple(sorted(untold)),
        )

    def _answer(self, key: Key) -> tuple[SecurityDescriptor, Told]:
        if key and key not in self.listed:
            key = self._nearest(key)
        found = self._made.get(key)
        if found is None:
            told, aces, counts = self._told(key)
            aces = (*aces, *self._administrators(key_of(site_of(key))))
            found = self._made[key] = (
                encode(told, set(aces), counts.items(), self.not_understood),
                told,
            )
        return found

    def _take(self, row: Row) -> None:
        listed = self._list(row)
        who = None if row.who is None else principal_of(row.who, listed.place)
        holder = self._holder(row, listed.place)
        for each in (who, holder):
            if each is not None:
                self._know(each)
        if holder is not None and who is not None:
            self._members.add((holder.identifier, who.identifier))
        granted = holder or who
        levels = {each for each in row.levels if each.name.casefold() not in _NO_ACCESS}
        if granted is not None and levels:
            ace = (granted.identifier, row.link is not None)
            listed.levels.setdefault(ace, set()).update(levels)

    def _holder(self, row: Row, place: Place) -> Principal | None:
        """Return the group or link by which a row gives what it gives."""
        if row.group:
            return site_group(row.group, place)
        if row.link is None:
            return None
        link = link_group(row.link_id, row.link, place)
        known = self._scopes.get(link.identifier, LinkScope.UNTOLD)
        scope = row.link if known is LinkScope.UNTOLD else known
        self._scopes[link.identifier] = scope
        return link_group(row.link_id, scope, place)

    def _list(self, row: Row) -> Listed:
        place = address_of(row.url).place
        if row.kind is PlaceKind.LIBRARY:
            place = library_of(place)
        key = key_of(place)
        if key not in self.listed:
            self.listed[key] = Listed(place, row.kind)
            for depth, name in enumerate(place):
                self.children.setdefault(key[:depth], {}).setdefault(key[depth], name)
        if row.title and place and row.kind in (PlaceKind.SITE, PlaceKind.LIBRARY):
            self._titles.setdefault(key[:-1], {}).setdefault(name_key(row.title), key[-1])
        return self.listed[key]

    def _know(self, principal: Principal) -> None:
        known = self._principals.get(principal.identifier)
        by_link = principal.identifier in self._scopes
        nameless = known is None or known.name in ("", known.identifier)
        was_guest = known is not None and known.kind is PrincipalKind.GUEST
        if nameless or by_link or (principal.kind is PrincipalKind.GUEST and not was_guest):
            self._principals[principal.identifier] = principal

    def _nearest(self, key: Key) -> Key:
        """Return the nearest listed place above one; the server's root where none is."""
        depth = len(key) - 1
        while depth and key[:depth] not in self.listed:
            depth -= 1
        return key[:depth]

    def _told(self, key: Key) -> tuple[Told, tuple[Ace, ...], Mapping[str, int]]:
        """Return how much is told of a listed place, or of the root; its ACEs and counts."""
        listed = self.listed.get(key)
        own = () if listed is None else tuple(self._aces(listed))
        counts = {} if listed is None else listed.counts
        if any(ace.link is None and not _is_administrator(ace) for ace in own):
            return Told.ALL, own, counts
        told, aces, above = (
            self._told(self._nearest(key)) if key else (Told.NOTHING, (), dict[str, int]())
        )
        links = tuple(ace for ace in own if ace.link is not None)
        if links and told is not Told.LINKS:
            told = Told.LINKS if told is Told.ALL else Told.LINKS_ALONE
        return told, (*links, *aces), {**above, **counts}

    def _aces(self, listed: Listed) -> Iterator[Ace]:
        at = (listed.kind.value, shown(listed.place))
        for (who, by_link), levels in listed.levels.items():
            link = self._scopes[who] if by_link else None
            yield Ace(who, tuple(sorted(levels, key=lambda level: level.name)), link, at)

    def _administrators(self, site: Key) -> Iterator[Ace]:
        listed = self.listed.get(site)
        for ace in () if listed is None else self._aces(listed):
            if _is_administrator(ace):
                yield ace._replace(levels=(Level(ADMINISTRATOR),))


def _is_administrator(ace: Ace) -> bool:
    return any(level.name == ADMINISTRATOR for level in ace.levels)
