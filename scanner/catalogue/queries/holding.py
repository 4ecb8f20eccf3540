"""What the files of a place hold: kinds of personal data, and how many people they are about."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection

MOST_NAMED = 10  # files kept of each sum, first by id: as many as an answer names
_Entry = TypeVar("_Entry", int, tuple[int, str])
KINDS = "group_concat(entity || char(9) || category, char(10))"


class Kind(NamedTuple):
    """A kind of personal data and the category that the law calls it."""

    entity: str
    category: str


class Counted(NamedTuple):
    """An entity, a category or a sentence, and how many files hold it or it is about."""

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


def files_that_hold(connection: Connection, share_id: int) -> Iterator[HeldFile]:
    """Yield each current file of a share in which something was found, in no order."""
    rows = connection.exec_driver_sql(
        "SELECT id, folder_id, descriptor_id, content_id, in_content, in_name,"  # noqa: S608
        " subjects_least, subjects_most FROM (SELECT e.id, e.folder_id, e.descriptor_id,"
        f" e.content_id, (SELECT {KINDS} FROM finding n WHERE n.content_id = e.content_id"
        f" AND n.until IS NULL) AS in_content, (SELECT {KINDS} FROM finding n"
        " WHERE n.entry_id = e.id AND n.until IS NULL) AS in_name,"
        " c.subjects_least, c.subjects_most"
        # CROSS: from the folders of the share, never over what was found in all.
        " FROM folder f CROSS JOIN entry e ON e.folder_id = f.id"
        " LEFT JOIN content c ON c.id = e.content_id WHERE f.share_id = ? AND f.until IS NULL)"
        " WHERE in_content IS NOT NULL OR in_name IS NOT NULL",
        (share_id,),
    )
    for entry_id, folder_id, descriptor_id, content_id, in_content, in_name, least, most in rows:
        named = kinds_of(in_name) if in_name else frozenset()
        if in_content is None:
            yield HeldFile(entry_id, folder_id, descriptor_id, None, 0, 0, named)
        else:
            held = kinds_of(in_content) | named
            yield HeldFile(
                entry_id, folder_id, descriptor_id, content_id, least, max(most, 1), held
            )


@dataclass(slots=True)
class Holdings:
    """What was added up so far; copies are about the same people, so each content counts once.

    At least all that the fullest file is about, at most all if nobody is in two files. ``read`` of
    the files hold something in their content, the others in their name alone. ``kinds`` counts the
    files that hold just these. ``first`` are the first of the files by id, MOST_NAMED at most.
    """

    files: int = 0
    read: int = 0
    least: int = 0
    most: int = 0
    kinds: Counter[frozenset[Kind]] = field(default_factory=Counter)
    first: list[int] = field(default_factory=list)
    _contents: set[int] = field(default_factory=set)

    def add(self, file: HeldFile) -> None:
        """Count one file in."""
        self.files += 1
        self.kinds[file.kinds] += 1
        keep_first(self.first, (file.entry_id,))
        if file.content_id is None:
            return
        self.read += 1
        self.add_people(file.content_id, file.least, file.most)

    def add_people(self, content_id: int, least: int, most: int) -> None:
        """Count in the people whom a content is about, unless it was counted before."""
        if content_id not in self._contents:
            self._contents.add(content_id)
            self.least = max(self.least, least)
            self.most += most

    def add_sum(self, other: Holdings) -> None:
        """Count in what was added up elsewhere; contents of both count twice among the most."""
        self.files += other.files
        self.read += other.read
        self.least = max(self.least, other.least)
        self.most += other.most
        self.kinds.update(other.kinds)
        keep_first(self.first, other.first)

    def entities(self) -> tuple[Counted, ...]:
        """Return each entity with the number of files that hold it, most first."""
        return self._counted(_entities_of)

    def categories(self) -> tuple[Counted, ...]:
        """Return each category with the number of files that hold any of it, most first."""
        return self._counted(_categories_of)

    def _counted(self, what: Callable[[frozenset[Kind]], frozenset[str]]) -> tuple[Counted, ...]:
        counts: dict[str, int] = defaultdict(int)
        for kinds, files in self.kinds.items():
            for each in what(kinds):
                counts[each] += files
        return most_first(counts)


@lru_cache(maxsize=4096)
def _entities_of(kinds: frozenset[Kind]) -> frozenset[str]:
    return frozenset(each.entity for each in kinds)


@lru_cache(maxsize=4096)
def _categories_of(kinds: frozenset[Kind]) -> frozenset[str]:
    return frozenset(each.category for each in kinds)


def keep_first(first: list[_Entry], entries: Iterable[_Entry]) -> None:
    """Keep of ``first`` and other entries, ids or what begins with one, the MOST_NAMED first.

    >>> first = [3, 9]
    >>> keep_first(first, (8, 1))
    >>> first
    [1, 3, 8, 9]
    """
    for entry in entries:
        if len(first) < MOST_NAMED or entry < first[-1]:
            insort(first, entry)
            del first[MOST_NAMED:]


def most_first(counts: Mapping[str, int]) -> tuple[Counted, ...]:
    """Return what is counted with its number of files, most first.

    >>> most_first({"contact": 1, "health": 2})
    (Counted(name='health', files=2), Counted(name='contact', files=1))
    """
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Counted(*each) for each in ordered)


@lru_cache(maxsize=4096)
def kinds_of(text: str) -> frozenset[Kind]:
    r"""Return the kinds that lines name: each entity with its category behind it.

    >>> sorted(kinds_of("UK_NINO\tidentity\nUK_NHS\thealth"))[1].category
    'identity'
    """
    return frozenset(Kind(*each.split("\t", 1)) for each in text.split("\n"))


def kinds_text(kinds: frozenset[Kind]) -> str:
    """Return kinds as lines that ``kinds_of`` reads, alike for the same kinds."""
    return "\n".join("\t".join(each) for each in sorted(kinds))
