"""What is most exposed: people in it × people who can read it, of files and of places.

A place is a folder that is effectively different in who can read what lies below it, or those
files below it which other people can read than the folder itself.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import NamedTuple

from sqlalchemy import Connection

from scanner.catalogue.names import shown
from scanner.catalogue.queries.access import UNREAD
from scanner.catalogue.queries.current import PATH
from scanner.catalogue.queries.guarded import Tree, trees
from scanner.catalogue.queries.holding import Counted, HeldFile, Holdings, files_that_hold

_MOST = 10  # files shown as most exposed
_BATCH = 500  # ids in one question


@dataclass(frozen=True, slots=True)
class Exposed:
    """An entry by its exposure: people who can read it × data subjects in it.

    ``broad`` names the groups of many that can read it.
    """

    path: str
    readers: int
    broad: tuple[str, ...]
    subjects: int
    known: bool


@dataclass(frozen=True, slots=True)
class ExposedPlace:
    """A place by its exposure, as ``Exposed``; ``people`` are the data subjects at least and most.

    ``files`` are those that hold something; ``apart`` tells that they are some in the folder and
    below, which others can read than the folder itself. ``exposure`` takes the most of people, and
    of readers who are not known as many as can read anything. ``statement`` says what is not known.
    """

    share: str
    folder: str
    apart: bool
    files: int
    people: tuple[int, int]
    readers: int
    broad: tuple[str, ...]
    known: bool
    exposure: int
    categories: tuple[Counted, ...]
    entities: tuple[Counted, ...]
    statement: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MostExposed:
    """The files of one share with the largest exposure, and of how many they are."""

    files: tuple[Exposed, ...]
    files_of: int


class Rank(NamedTuple):
    """The order of exposure, most exposed first: the one definition, of files and places alike."""

    exposure: int  # negative
    narrow: bool  # where no account is a person's, what broad groups can read stands first
    people: int  # negative


class _Readers(NamedTuple):
    """Who can read what a key guards: ``ids`` of principals, in their order."""

    ids: str
    people: int
    broad: tuple[str, ...]
    known: bool


_Ranked = tuple[Rank, int, int | None]
"""A file's rank, its entry's id, and the access key that guards it."""

_NOT_KNOWN = _Readers("", 0, (), known=False)


@dataclass(slots=True)
class _Place:
    """What was counted so far of one place."""

    holdings: Holdings = field(default_factory=Holdings)
    keys: set[int | None] = field(default_factory=set)


def most_exposed(connection: Connection, share_id: int | None = None) -> dict[int, MostExposed]:
    """Return the most exposed files, most first, of one share or of each, by its id."""
    keys = _Keys(connection)
    every = trees(connection, share_id)
    of_folder = {each: tree for tree in every for each in tree.folders}
    ranked: dict[int, list[_Ranked]] = {tree.share_id: [] for tree in every}
    for file in files_that_hold(connection, share_id):
        tree = of_folder.get(file.folder_id)
        if tree is not None and file.content_id is not None:
            key = tree.key_of(file.folder_id, file.descriptor_id)
            ranked[tree.share_id].append((keys.rank(key, file.most), file.entry_id, key))
    return {
        each: MostExposed(_first(connection, keys, files), len(files))
        for each, files in ranked.items()
    }


def exposed_places(connection: Connection) -> tuple[ExposedPlace, ...]:
    """Return the places of all shares in which something was found, most exposed first."""
    keys = _Keys(connection)
    counts = [_Places(tree, keys) for tree in trees(connection)]
    of_folder = {each: count for count in counts for each in count.tree.folders}
    for file in files_that_hold(connection):
        if (count := of_folder.get(file.folder_id)) is not None:
            count.add(file)
    found = [each for count in counts for each in count.ranked()]
    return tuple(place for _, place in sorted(found, key=_by_rank_and_path))


def _by_rank_and_path(found: tuple[Rank, ExposedPlace]) -> tuple[Rank, str, str, bool, int]:
    rank, place = found
    return rank, place.share, place.folder, place.apart, place.readers


def _first(connection: Connection, keys: _Keys, files: list[_Ranked]) -> tuple[Exposed, ...]:
    if not files:
        return ()
    last = nsmallest(_MOST, (rank for rank, _, _ in files))[-1]
    first = [each for each in files if each[0] <= last]
    paths = _paths(connection, [entry_id for _, entry_id, _ in first])
    ordered = sorted((rank, paths[entry_id], key) for rank, entry_id, key in first)
    return tuple(
        Exposed(shown(path), readers.people, readers.broad, -rank.people, readers.known)
        for rank, path, key in ordered[:_MOST]
        for readers in (keys.readers(key),)
    )


class _Keys:
    """Who can read what each access key guards, and how much that weighs."""

    def __init__(self, connection: Connection) -> None:
        self._readers: dict[int | None, _Readers] = {None: _NOT_KNOWN}
        self._statements: dict[int | None, str] = {None: json.dumps([UNREAD])}
        granted = {
            row[0]: (row[1], row[2])
            for row in connection.exec_driver_sql(
                "SELECT access_key_id, group_concat(principal_id), count(*) FROM"
                " (SELECT access_key_id, principal_id FROM reach"
                " WHERE \"right\" = 'read' AND until IS NULL ORDER BY 1, 2) GROUP BY 1"
            )
        }
        for key, known, broad, statement in connection.exec_driver_sql(
            "SELECT id, known, json_extract(broad, '$.read'), statement FROM access_key"
        ):
            self._statements[key] = statement
            ids, people = granted.get(key, ("", 0))
            names = tuple(sorted(json.loads(broad)))
            self._readers[key] = _Readers(ids, people, names, known=True) if known else _NOT_KNOWN
        self._most = max((people for _, people in granted.values()), default=0)
        alike: dict[_Readers, int] = {}
        self._alike = {
            key: alike.setdefault(readers, len(alike)) for key, readers in self._readers.items()
        }

    def readers(self, key: int | None) -> _Readers:
        """Return who can read what a key guards."""
        return self._readers[key]

    def alike(self, key: int | None) -> int:
        """Return a number that is the same for all keys with the same readers."""
        return self._alike[key]

    def rank(self, key: int | None, people: int) -> Rank:
        """Return the rank of what a key guards with so many people in it.

        Where it is not known who can read it they may be many: they count as the most that can
        read anything.
        """
        readers = self._readers[key]
        weight = readers.people if readers.known else self._most
        return Rank(-people * weight, not readers.broad, -people)

    def statement(self, keys: Iterable[int | None]) -> tuple[str, ...]:
        """Return what is not known about keys, each sentence once."""
        told = {each for key in keys for each in json.loads(self._statements[key])}
        return tuple(sorted(told))


class _Places:
    """Counts the files of one share that hold something into its places."""

    def __init__(self, tree: Tree, keys: _Keys) -> None:
        self.tree = tree
        self._keys = keys
        self._differing = tree.differing(keys.alike)
        self._places: dict[tuple[int, int], _Place] = defaultdict(_Place)

    def add(self, file: HeldFile) -> None:
        """Count one file in."""
        key = self.tree.key_of(file.folder_id, file.descriptor_id)
        place = self._places[self._differing[file.folder_id], self._keys.alike(key)]
        place.holdings.add(file)
        place.keys.add(key)

    def ranked(self) -> Iterator[tuple[Rank, ExposedPlace]]:
        """Yield each place in which something was found, with its rank."""
        for (folder_id, alike), place in self._places.items():
            folder, held = self.tree.folders[folder_id], place.holdings
            key = next(iter(place.keys))  # those of one place have the same readers
            rank, readers = self._keys.rank(key, held.most), self._keys.readers(key)
            yield (
                rank,
                ExposedPlace(
                    share=self.tree.root,
                    folder=shown(folder.path),
                    apart=self._keys.alike(folder.key) != alike,
                    files=held.files,
                    people=(held.least, held.most),
                    readers=readers.people,
                    broad=readers.broad,
                    known=readers.known,
                    exposure=-rank.exposure,
                    categories=held.categories(),
                    entities=held.entities(),
                    statement=self._keys.statement(place.keys),
                ),
            )


def _paths(connection: Connection, entries: list[int]) -> Mapping[int, str]:
    """Return the stored path of each entry."""
    found: dict[int, str] = {}
    for start in range(0, len(entries), _BATCH):
        some = tuple(entries[start : start + _BATCH])
        rows = connection.exec_driver_sql(
            f"SELECT e.id, {PATH} FROM entry e JOIN folder f ON f.id = e.folder_id"  # noqa: S608
            f" WHERE e.id IN ({', '.join('?' * len(some))})",
            some,
        )
        found.update((row[0], row[1]) for row in rows)
    return found
