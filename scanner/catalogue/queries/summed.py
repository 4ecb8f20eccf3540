"""What lies where other permissions begin, summed up: all that answers about many files read.

A folder is differing where another access key guards it than the folder that it lies in. Each sum
is of the files under one access key in such a folder and below, but for what lies in differing
folders below it. Who can reach a file follows from its key, so the places of any answer are made
of whole sums.

A folder is effectively different where the answer about it is another than about the folder that
it lies in, whatever their permissions say. All below it with the same answer belongs to it, so that
an owner sees twenty places and not two hundred thousand files.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

from scanner.catalogue.queries.holding import Holdings, kinds_of

NO_KEY = 0  # stored for what is guarded by permissions that could not be read
_Target = TypeVar("_Target", bound=Hashable)


class Differing(NamedTuple):
    """A differing folder: the nearest such folder above it, its stored path and its access key."""

    above: int | None
    path: str
    key: int | None  # None: its permissions could not be read


@dataclass(slots=True)
class Sum:
    """The files under one access key in one differing folder. ``unread`` of them are gaps.

    ``first`` are the first of them by id, as of those that hold something in ``holdings``.
    """

    files: int = 0
    size_bytes: int = 0
    unread: int = 0
    holdings: Holdings = field(default_factory=Holdings)
    first: list[int] = field(default_factory=list)


class Copy(NamedTuple):
    """A content in which something was found, in one of the several sums that it counts in."""

    share_id: int
    folder_id: int
    key: int | None
    content_id: int
    most: int  # people whom it is about


class Full(NamedTuple):
    """One of the files under an access key that are about most people."""

    key: int | None
    most: int
    entry_id: int


class Fullest(NamedTuple):
    """The files of a share about most people, some of each access key; of how many in all."""

    files: tuple[Full, ...]
    files_of: int


@dataclass(frozen=True, slots=True)
class ShareSums:
    """The sums of one share by differing folder and key; its folders by id, each after those above.

    ``copies`` may hold those of other shares too.
    """

    share_id: int
    root: str
    folders: Mapping[int, Differing]
    sums: Mapping[tuple[int, int | None], Sum]
    copies: frozenset[Copy]

    def differing(self, answer: Callable[[int | None], Hashable]) -> dict[int, int]:
        """Return for each folder the nearest one, itself or above, with another answer than above.

        ``answer`` is the answer for an access key, None being a key that is not known.
        """
        found: dict[int, int] = {}
        for folder_id, folder in self.folders.items():
            above = None if folder.above is None else self.folders[folder.above]
            if folder.above is None or above is None or answer(folder.key) != answer(above.key):
                found[folder_id] = folder_id
            else:
                found[folder_id] = found[folder.above]
        return found


def repeated(
    shares: Iterable[ShareSums], target: Callable[[Copy], _Target | None]
) -> Iterator[tuple[_Target, int]]:
    """Yield the people of each content that counts once more in a target than it should.

    ``target`` says into what the sum of a copy was counted; None: into nothing.
    """
    seen: set[tuple[_Target, int]] = set()
    for each in frozenset().union(*(share.copies for share in shares)):
        counted = target(each)
        if counted is None:
            continue
        if (counted, each.content_id) in seen:
            yield counted, each.most
        seen.add((counted, each.content_id))


def stored_sums(connection: Connection, share_id: int, root: str) -> ShareSums:
    """Return the sums of a share as they are stored."""
    folders = {
        row[0]: Differing(row[1], row[2], row[3] or None)
        for row in connection.exec_driver_sql(
            "SELECT d.folder_id, d.above_id, f.path, d.access_key_id FROM differing d"
            # A folder's path is longer than that of the one it lies in.
            " JOIN folder f ON f.id = d.folder_id WHERE d.share_id = ? ORDER BY length(f.path)",
            (share_id,),
        )
    }
    rows = connection.exec_driver_sql(
        "SELECT folder_id, access_key_id, files, size_bytes, unread, held, held_read, least, most,"
        " '[' || first || ', ' || kinds || ', ' || held_first || ']'"
        " FROM differing_sum WHERE share_id = ?",
        (share_id,),
    ).all()
    lists = json.loads(f"[{', '.join(row[9] for row in rows)}]")  # in one: a third of the time
    sums = {
        (folder_id, key or None): Sum(files, size_bytes, unread, _holdings(held, *of), first)
        for (folder_id, key, files, size_bytes, unread, *held, _), (first, *of) in zip(
            rows, lists, strict=True
        )
    }
    copies = connection.exec_driver_sql(
        "SELECT share_id, folder_id, access_key_id, content_id, most FROM differing_copy"
        " WHERE share_id = ?",
        (share_id,),
    )
    return ShareSums(
        share_id,
        root,
        folders,
        sums,
        frozenset(Copy(row[0], row[1], row[2] or None, row[3], row[4]) for row in copies),
    )


def stored_fullest(connection: Connection, share_id: int) -> Fullest:
    """Return the files of a share that are about most people, as they are stored."""
    files_of = connection.exec_driver_sql(
        "SELECT coalesce(sum(held_read), 0) FROM differing_sum WHERE share_id = ?", (share_id,)
    ).scalar_one()
    rows = connection.exec_driver_sql(
        "SELECT access_key_id, most, entry_id FROM fullest WHERE share_id = ?", (share_id,)
    )
    return Fullest(tuple(Full(row[0] or None, row[1], row[2]) for row in rows), files_of)


def _holdings(held: Sequence[int], kinds: Mapping[str, int], first: list[int]) -> Holdings:
    files, read, least, most = held
    if not files:
        return Holdings()
    counted = {kinds_of(each): number for each, number in kinds.items()}
    return Holdings(files, read, least, most, Counter(counted), first)
