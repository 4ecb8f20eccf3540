"""What the files of a place hold: kinds of personal data, and how many people they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection

_KINDS = "group_concat(entity || char(9) || category, char(10))"


class Kind(NamedTuple):
    """A kind of personal data and the category that the law calls it."""

    entity: str
    category: str


class Counted(NamedTuple):
    """An entity or category, and how many files hold it."""

    name: str
    files: int


class HeldFile(NamedTuple):
    """A file in which something was found, by itself or (``content_id`` None) in its name alone.

    ``least`` and ``most`` are how many people it is about. What is about nobody that could be
    counted, such as postcodes alone, counts as one person at most.
    """

    entry_id: int
    folder_id: int
    descriptor_id: int | None
    content_id: int | None
    least: int
    most: int
    kinds: frozenset[Kind]


def files_that_hold(connection: Connection, share_id: int | None = None) -> Iterator[HeldFile]:
    """Yield each current file in which something was found, in no order.

    Of one share those in whose content it was, and those of any in whose name.
    """
    in_names: dict[int, str] = {
        row[0]: row[1]
        for row in connection.exec_driver_sql(
            f"SELECT entry_id, {_KINDS} FROM finding"  # noqa: S608 - a constant
            " WHERE until IS NULL AND entry_id IS NOT NULL GROUP BY entry_id"
        )
    }
    rows = connection.exec_driver_sql(
        "SELECT e.id, e.folder_id, e.descriptor_id, c.id, c.subjects_least,"  # noqa: S608
        " max(c.subjects_most, 1), n.kinds FROM"
        f" (SELECT content_id, {_KINDS} AS kinds FROM finding"
        " WHERE until IS NULL AND content_id IS NOT NULL GROUP BY content_id) n"
        " JOIN content c ON c.id = n.content_id"
        # CROSS: from what was found to its files, never over every file.
        " CROSS JOIN entry e ON e.content_id = n.content_id"
        " WHERE ? IS NULL OR e.folder_id IN (SELECT id FROM folder WHERE share_id = ?)",
        (share_id, share_id),
    )
    for entry_id, folder_id, descriptor_id, content_id, least, most, kinds in rows:
        found = _parsed(kinds)
        if entry_id in in_names:
            found |= _parsed(in_names.pop(entry_id))
        yield HeldFile(entry_id, folder_id, descriptor_id, content_id, least, most, found)
    for entry_id, kinds in in_names.items():
        row = connection.exec_driver_sql(
            "SELECT folder_id, descriptor_id FROM entry WHERE id = ?", (entry_id,)
        ).first()
        if row is not None:  # else it is in the past
            yield HeldFile(entry_id, row[0], row[1], None, 0, 0, _parsed(kinds))


@dataclass(slots=True)
class Holdings:
    """What was added up so far; copies are about the same people, so each content counts once.

    At least all that the fullest file is about, at most all if nobody is in two files.
    """

    files: int = 0
    least: int = 0
    most: int = 0
    _kinds: Counter[frozenset[Kind]] = field(default_factory=Counter)  # files that hold just these
    _contents: set[int] = field(default_factory=set)

    def add(self, file: HeldFile) -> None:
        """Count one file in."""
        self.files += 1
        self._kinds[file.kinds] += 1
        if file.content_id is not None and file.content_id not in self._contents:
            self._contents.add(file.content_id)
            self.least = max(self.least, file.least)
            self.most += file.most

    def entities(self) -> tuple[Counted, ...]:
        """Return each entity with the number of files that hold it, most first."""
        return self._counted(lambda kind: kind.entity)

    def categories(self) -> tuple[Counted, ...]:
        """Return each category with the number of files that hold any of it, most first."""
        return self._counted(lambda kind: kind.category)

    def _counted(self, what: Callable[[Kind], str]) -> tuple[Counted, ...]:
        counts: Counter[str] = Counter()
        for kinds, files in self._kinds.items():
            for each in {what(kind) for kind in kinds}:
                counts[each] += files
        return tuple(Counted(*each) for each in sorted(counts.items(), key=_most_first))


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


@lru_cache(maxsize=4096)
def _parsed(kinds: str) -> frozenset[Kind]:
    """Return kinds as the database puts them together: each entity with its category behind it."""
    return frozenset(Kind(*each.split("\t", 1)) for each in kinds.split("\n"))
