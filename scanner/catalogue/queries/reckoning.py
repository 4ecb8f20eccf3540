"""The sums of a share reckoned from its files: to be stored, or where those stored do not hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from itertools import groupby

from sqlalchemy import Connection

from scanner.catalogue.queries.current import PATH
from scanner.catalogue.queries.guarded import BELOW, Tree, tree_below, trees
from scanner.catalogue.queries.holding import MOST_NAMED, HeldFile, files_that_hold, keep_first
from scanner.catalogue.queries.summed import (
    Copy,
    Differing,
    Full,
    Fullest,
    ShareSums,
    Sum,
    stored_fullest,
    stored_sums,
)

MOST_FULL = 10  # files kept of each access key: as many as an answer shows
_BATCH = 500  # ids in one question


def share_sums(connection: Connection, share_id: int | None = None) -> tuple[ShareSums, ...]:
    """Return the sums of one share, or of every, by root: stored ones where they hold."""
    return tuple(
        stored_sums(connection, each, root) if hold else reckoned(connection, each)[0]
        for each, root, hold in _shares(connection, share_id)
    )


def sums_below(connection: Connection, share_id: int, folder: str) -> ShareSums:
    """Return the sums of a folder with all below it, whatever was found there.

    ``folder`` is its stored path. Those of a whole share are stored; in it, files are counted.
    """
    if not folder:
        return share_sums(connection, share_id)[0]
    tree = tree_below(connection, share_id, folder)
    work = _Reckoning(tree)
    work.count(connection)
    return ShareSums(share_id, tree.root, work.folders(), work.sums, frozenset())


def permissions_unread(connection: Connection, share_id: int) -> int:
    """Return how many files of a share have permissions that were not read, gaps among them."""
    (share,) = share_sums(connection, share_id)
    return sum(each.files for (_, key), each in share.sums.items() if key is None)


def fullest(connection: Connection, share_id: int | None = None) -> dict[int, Fullest]:
    """Return by share the files about most people, MOST_FULL by each key: stored where it holds."""
    return {
        each: stored_fullest(connection, each) if hold else reckoned(connection, each)[1]
        for each, _, hold in _shares(connection, share_id)
    }


def reckoned(connection: Connection, share_id: int) -> tuple[ShareSums, Fullest]:
    """Return the sums of a share as its files are now, and those that are about most people."""
    (tree,) = trees(connection, share_id)
    work = _Reckoning(tree)
    work.count(connection)
    for file in files_that_hold(connection, share_id):
        work.add(file)
    folders = work.folders()
    copies = frozenset(work.copies(connection))
    return (
        ShareSums(share_id, tree.root, folders, work.sums, copies),
        Fullest(tuple(work.fullest(connection)), work.held),
    )


def paths_of(connection: Connection, entries: Iterable[int]) -> Mapping[int, str]:
    """Return the stored path of each entry."""
    wanted = sorted(entries)
    found: dict[int, str] = {}
    for start in range(0, len(wanted), _BATCH):
        some = tuple(wanted[start : start + _BATCH])
        rows = connection.exec_driver_sql(
            f"SELECT e.id, {PATH} FROM entry e JOIN folder f ON f.id = e.folder_id"  # noqa: S608
            f" WHERE e.id IN ({', '.join('?' * len(some))})",
            some,
        )
        found.update((row[0], row[1]) for row in rows)
    return found


def _shares(connection: Connection, share_id: int | None) -> list[tuple[int, str, int]]:
    rows = connection.exec_driver_sql(
        "SELECT id, root, summed FROM share WHERE ? IS NULL OR id = ? ORDER BY root",
        (share_id, share_id),
    )
    return [(row[0], row[1], row[2]) for row in rows]


class _Reckoning:
    """Counts the files of one share into its sums."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._differing = tree.differing()
        self.sums: dict[tuple[int, int | None], Sum] = defaultdict(Sum)
        self._first: dict[int, tuple[int, int | None]] = {}  # where a content was seen first
        self._copies: set[Copy] = set()
        self._most: dict[int, int] = {}
        self._held: dict[int | None, list[tuple[int, int]]] = defaultdict(list)

    def count(self, connection: Connection) -> None:
        """Count files and bytes."""
        rows = connection.exec_driver_sql(
            "SELECT e.folder_id, e.descriptor_id, count(*), sum(e.size_bytes),"  # noqa: S608 - a constant
            " sum(e.state = 'gap'), group_concat(e.id) FROM folder f"
            " CROSS JOIN entry e ON e.folder_id = f.id WHERE f.share_id = ?1 AND f.until IS NULL"
            f" AND e.state <> 'excluded' AND {BELOW} GROUP BY 1, 2",
            (self._tree.share_id, self._tree.top),
        )
        for folder_id, descriptor_id, files, size_bytes, unread, ids in rows:
            found = self.sums[self._at(self._tree, self._differing, folder_id, descriptor_id)]
            found.files += files
            found.size_bytes += size_bytes
            found.unread += unread
            keep_first(found.first, nsmallest(MOST_NAMED, map(int, ids.split(","))))

    def add(self, file: HeldFile) -> None:
        """Count in a file that holds something."""
        at = self._at(self._tree, self._differing, file.folder_id, file.descriptor_id)
        self.sums[at].holdings.add(file)
        if file.content_id is None:
            return
        self._held[at[1]].append((-file.most, file.entry_id))
        self._most[file.content_id] = file.most
        first = self._first.setdefault(file.content_id, at)
        if first != at:
            self._copies |= {self._copy(self._tree, each, file.content_id) for each in (first, at)}

    def folders(self) -> dict[int, Differing]:
        """Return the differing folders."""
        found: dict[int, Differing] = {}
        for folder_id, folder in self._tree.folders.items():
            if self._differing[folder_id] == folder_id:
                above = self._differing.get(folder.parent) if folder.parent is not None else None
                found[folder_id] = Differing(above, folder.path, folder.key)
        return found

    def copies(self, connection: Connection) -> Iterator[Copy]:
        """Yield each content that counts in several sums, those of other shares too, by sum."""
        yield from self._copies
        rows = connection.exec_driver_sql(
            "WITH here (id) AS (SELECT DISTINCT e.content_id FROM folder f"
            " CROSS JOIN entry e ON e.folder_id = f.id WHERE f.share_id = ?1 AND f.until IS NULL"
            " AND EXISTS (SELECT 1 FROM finding n WHERE n.content_id = e.content_id"
            " AND n.until IS NULL)) SELECT f.share_id, e.folder_id, e.descriptor_id, e.content_id"
            " FROM here CROSS JOIN entry e ON e.content_id = here.id"
            " JOIN folder f ON f.id = e.folder_id AND f.until IS NULL"
            " WHERE f.share_id <> ?1 ORDER BY f.share_id",
            (self._tree.share_id,),
        )
        for share_id, found in groupby(rows.all(), key=lambda row: int(row[0])):
            (tree,) = trees(connection, share_id)
            differing = tree.differing()
            for _, folder_id, descriptor_id, content_id in found:
                at = self._at(tree, differing, folder_id, descriptor_id)
                yield self._copy(tree, at, content_id)
                yield self._copy(self._tree, self._first[content_id], content_id)

    @property
    def held(self) -> int:
        """Return how many files hold something in their content."""
        return sum(map(len, self._held.values()))

    def fullest(self, connection: Connection) -> Iterator[Full]:
        """Yield the files of each key that are about most people, by their path where alike."""
        for key, held in self._held.items():
            last = nsmallest(MOST_FULL, held)[-1][0]
            first = [each for each in held if each[0] <= last]
            if len(first) > MOST_FULL:
                paths = paths_of(connection, (entry_id for _, entry_id in first))
                first = nsmallest(MOST_FULL, first, key=lambda each: (each[0], paths[each[1]]))
            for most, entry_id in first:
                yield Full(key, -most, entry_id)

    def _copy(self, tree: Tree, at: tuple[int, int | None], content_id: int) -> Copy:
        return Copy(tree.share_id, *at, content_id, self._most[content_id])

    @staticmethod
    def _at(
        tree: Tree, differing: Mapping[int, int], folder_id: int, descriptor_id: int | None
    ) -> tuple[int, int | None]:
        """Return the differing folder and the access key that a file counts under."""
        return differing[folder_id], tree.key_of(folder_id, descriptor_id)
