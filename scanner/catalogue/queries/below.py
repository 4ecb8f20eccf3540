"""Where below a folder, or on a server, other people can read: places, by how many can.

A place is a folder that is effectively different in who can read it, with all below it that the
same people can read, or those files below it which other people can read than the folder itself.
What the same people can read as what was asked about is no place.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import Connection

from scanner.catalogue.names import shown
from scanner.catalogue.queries.guarded import BELOW
from scanner.catalogue.queries.holding import keep_first
from scanner.catalogue.queries.readers import Keys
from scanner.catalogue.queries.reckoning import paths_of, sums_below
from scanner.catalogue.queries.summed import ShareSums


@dataclass(frozen=True, slots=True)
class PlaceBelow:
    """A place by who can read it.

    ``files`` lie in the folder and below; ``apart`` tells that they are some of those there, which
    others can read than the folder itself: ``paths``, from the share, are those of the first, ten
    at most. ``readers`` are people, ``broad`` names groups of many,
    and ``more`` tells that others may read it too; ``statement`` says what is not known.
    """

    share: str
    folder: str
    apart: bool
    files: int
    paths: tuple[str, ...]
    readers: int
    broad: tuple[str, ...]
    known: bool
    more: bool
    statement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Below:
    """The places below a folder or on a server, widest first.

    ``unlisted`` folders there could not be listed: what lies in them is not known.
    """

    places: tuple[PlaceBelow, ...]
    unlisted: int


@dataclass(frozen=True, slots=True)
class OnServer:
    """What can be read on a server: the people who can read any of it, and its places by share."""

    shares: int
    people: int
    below: Below


@dataclass(slots=True)
class _Place:
    """What was counted so far of one place."""

    files: int = 0
    first: list[int] = field(default_factory=list)
    keys: set[int | None] = field(default_factory=set)


def below(connection: Connection, share_id: int, folder: str) -> Below:
    """Return the places below a folder, by its stored path, which the folder's own answer hides."""
    keys = Keys(connection)
    share = sums_below(connection, share_id, folder)
    own = keys.alike(next(iter(share.folders.values())).key)
    places = (place for place in _places(connection, share, keys) if place[0] != own)
    return Below(_widest_first(keys, places), _unlisted(connection, share_id, folder))


def on_server(connection: Connection, shares: tuple[int, ...]) -> OnServer:
    """Return what can be read in these shares of a server."""
    keys = Keys(connection)
    sums = [sums_below(connection, each, "") for each in shares]
    places = (place for share in sums for place in _places(connection, share, keys))
    unlisted = sum(_unlisted(connection, each, "") for each in shares)
    guarding = {each.key for share in sums for each in share.folders.values()}
    guarding |= {key for share in sums for _, key in share.sums}
    people = connection.exec_driver_sql(
        "SELECT count(DISTINCT principal_id) FROM reach WHERE until IS NULL AND \"right\" = 'read'"
        " AND access_key_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(guarding - {None}, key=str)),),
    ).scalar_one()
    return OnServer(len(shares), int(people), Below(_widest_first(keys, places), unlisted))


def _places(
    connection: Connection, share: ShareSums, keys: Keys
) -> Iterator[tuple[int, int | None, PlaceBelow]]:
    """Yield each place with the number of its readers (``Keys.alike``) and one of its keys."""
    differing = share.differing(keys.alike)
    found: dict[tuple[int, int], _Place] = defaultdict(_Place)
    for folder_id, folder in share.folders.items():
        if differing[folder_id] == folder_id:
            found[folder_id, keys.alike(folder.key)].keys.add(folder.key)
    for (folder_id, key), each in share.sums.items():
        place = found[differing[folder_id], keys.alike(key)]
        place.files += each.files
        place.keys.add(key)
        keep_first(place.first, each.first)
    apart = {at for at in found if keys.alike(share.folders[at[0]].key) != at[1]}
    paths = paths_of(connection, (entry_id for at in apart for entry_id in found[at].first))
    for at, place in found.items():
        folder, key = share.folders[at[0]], next(iter(place.keys))
        named = place.first if at in apart else ()
        readers = keys.readers(key)
        yield (
            at[1],
            key,
            PlaceBelow(
                share=share.root,
                folder=shown(folder.path),
                apart=at in apart,
                files=place.files,
                paths=tuple(sorted(shown(paths[entry_id]) for entry_id in named)),
                readers=readers.people,
                broad=readers.broad,
                known=readers.known,
                more=readers.more,
                statement=keys.statement(place.keys),
            ),
        )


def _widest_first(
    keys: Keys, places: Iterator[tuple[int, int | None, PlaceBelow]]
) -> tuple[PlaceBelow, ...]:
    """Return places that groups of many can read first, then by how many can, or may."""

    def rank(found: tuple[int, int | None, PlaceBelow]) -> tuple[object, ...]:
        _, key, place = found
        wide = not place.broad, -keys.counted_as(key)
        return *wide, place.share, place.folder, place.apart, place.paths

    return tuple(place for *_, place in sorted(places, key=rank))


def _unlisted(connection: Connection, share_id: int, folder: str) -> int:
    return int(
        connection.exec_driver_sql(
            "SELECT count(*) FROM folder f WHERE f.share_id = ?1 AND f.until IS NULL"  # noqa: S608 - a constant
            f" AND f.cause IS NOT NULL AND {BELOW}",
            (share_id, folder),
        ).scalar_one()
    )
