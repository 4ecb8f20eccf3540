"""What is most exposed: people in it × people who can read it, of files and of places.

A place is a folder that is effectively different in who can read what lies below it, or those
files below it which other people can read than the folder itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from typing import NamedTuple

from sqlalchemy import Connection

from scanner.catalogue.names import shown
from scanner.catalogue.queries.caveats import some_read_on
from scanner.catalogue.queries.holders import Way, ways_to_read
from scanner.catalogue.queries.holding import Counted, Holdings
from scanner.catalogue.queries.readers import Keys, Rank
from scanner.catalogue.queries.reckoning import MOST_FULL, fullest, paths_of, share_sums
from scanner.catalogue.queries.summed import Copy, Full, ShareSums, repeated


@dataclass(frozen=True, slots=True)
class Exposed:
    """An entry by its exposure: people who can read it × data subjects in it.

    ``broad`` names the groups of many that can read it; ``more`` tells that people may read it who
    are not among the readers.
    """

    path: str
    readers: int
    broad: tuple[str, ...]
    subjects: int
    known: bool
    more: bool = False


@dataclass(frozen=True, slots=True)
class ExposedPlace:
    """A place by its exposure, as ``Exposed``; ``people`` are the data subjects at least and most.

    ``files`` are those that hold something; ``apart`` tells that they are some in the folder and
    below, which others can read than the folder itself. ``exposure`` is the most of people times
    ``counted_as``: the readers, or where not all are known, as many as can read anything.
    ``statement`` says what is not known. ``paths``, from the share, are those of the first
    files of a place apart, ten at most, and of the file where it is one. ``keys`` are the access
    keys of its files, and ``ways`` the grants by which they can be read, where ``with_ways`` asked.
    """

    share: str
    folder: str
    apart: bool
    files: int
    people: tuple[int, int]
    readers: int
    broad: tuple[str, ...]
    known: bool
    more: bool
    counted_as: int
    exposure: int
    categories: tuple[Counted, ...]
    entities: tuple[Counted, ...]
    statement: tuple[str, ...]
    paths: tuple[str, ...] = ()
    keys: tuple[int, ...] = ()
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class MostExposed:
    """The files of one share with the largest exposure, and of how many they are."""

    files: tuple[Exposed, ...]
    files_of: int


class _Ranked(NamedTuple):
    """A place with its rank."""

    rank: Rank
    place: ExposedPlace
    first: list[int]  # ids of the files to name


@dataclass(slots=True)
class _Place:
    """What was counted so far of one place."""

    holdings: Holdings = field(default_factory=Holdings)
    keys: set[int | None] = field(default_factory=set)


def most_exposed(connection: Connection, share_id: int | None = None) -> dict[int, MostExposed]:
    """Return the most exposed files, most first, of one share or of each, by its id."""
    keys = Keys(connection)
    return {
        each: MostExposed(_first(connection, keys, full.files), full.files_of)
        for each, full in fullest(connection, share_id).items()
    }


def exposed_places(connection: Connection, share_id: int | None = None) -> tuple[ExposedPlace, ...]:
    """Return the places in which something was found, of one share or all, most exposed first."""
    keys = Keys(connection)
    found = [
        each
        for share in share_sums(connection, share_id)
        for each in _Places(share, keys, some_read_on(connection, share.share_id)).ranked()
    ]
    paths = paths_of(connection, {entry_id for each in found for entry_id in each.first})
    named = [_named(each, paths) if each.first else each for each in found]
    return tuple(each.place for each in sorted(named, key=_by_rank_and_path))


def _named(found: _Ranked, paths: Mapping[int, str]) -> _Ranked:
    named = tuple(sorted(shown(paths[entry_id]) for entry_id in found.first))
    return found._replace(place=replace(found.place, paths=named))


def with_ways(
    connection: Connection, places: tuple[ExposedPlace, ...], most: int
) -> tuple[ExposedPlace, ...]:
    """Return places, the first ``most`` of them with the grants by which they can be read."""
    told = (replace(each, ways=ways_to_read(connection, each.keys)) for each in places[:most])
    return *told, *places[most:]


def _by_rank_and_path(found: _Ranked) -> tuple[object, ...]:
    rank, place, _ = found
    where = place.share, place.folder, place.apart
    return rank, *where, place.readers, place.people, place.files, place.paths


def _first(connection: Connection, keys: Keys, files: Iterable[Full]) -> tuple[Exposed, ...]:
    ranked = [(keys.rank(each.key, each.most), each.entry_id, each.key) for each in files]
    if not ranked:
        return ()
    last = nsmallest(MOST_FULL, (rank for rank, _, _ in ranked))[-1]
    first = [each for each in ranked if each[0] <= last]
    paths = paths_of(connection, (entry_id for _, entry_id, _ in first))
    ordered = sorted((rank, paths[entry_id], key) for rank, entry_id, key in first)
    return tuple(
        Exposed(
            shown(path), readers.people, readers.broad, -rank.people, readers.known, readers.more
        )
        for rank, path, key in ordered[:MOST_FULL]
        for readers in (keys.readers(key),)
    )


class _Places:
    """The places of one share, put together from its sums."""

    def __init__(self, share: ShareSums, keys: Keys, read_on: tuple[str, ...]) -> None:
        self._share = share
        self._read_on = read_on
        self._keys = keys
        self._differing = share.differing(keys.alike)
        self._places: dict[tuple[int, int], _Place] = defaultdict(_Place)
        for (folder_id, key), each in share.sums.items():
            if each.holdings.files:
                place = self._places[self._differing[folder_id], keys.alike(key)]
                place.holdings.add_sum(each.holdings)
                place.keys.add(key)
        for at, people in repeated((share,), self._place_of):
            self._places[at].holdings.most -= people

    def _place_of(self, copy: Copy) -> tuple[int, int] | None:
        if copy.share_id != self._share.share_id:
            return None
        return self._differing[copy.folder_id], self._keys.alike(copy.key)

    def ranked(self) -> Iterator[_Ranked]:
        """Yield each place in which something was found, with its rank."""
        for (folder_id, alike), place in self._places.items():
            folder, held = self._share.folders[folder_id], place.holdings
            key = next(iter(place.keys))  # those of one place have the same readers
            rank, readers = self._keys.rank(key, held.most), self._keys.readers(key)
            apart = self._keys.alike(folder.key) != alike
            yield _Ranked(
                rank,
                ExposedPlace(
                    share=self._share.root,
                    folder=shown(folder.path),
                    apart=apart,
                    files=held.files,
                    people=(held.least, held.most),
                    readers=readers.people,
                    broad=readers.broad,
                    known=readers.known,
                    more=readers.more,
                    counted_as=self._keys.counted_as(key),
                    exposure=-rank.exposure,
                    categories=held.categories(),
                    entities=held.entities(),
                    statement=(*self._keys.statement(place.keys), *self._read_on),
                    keys=tuple(sorted(each for each in place.keys if each is not None)),
                ),
                held.first if apart or held.files == 1 else [],
            )
