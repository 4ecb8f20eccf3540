"""The sums of a catalogue against its files, counted anew one by one, for any answer."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path

from scanner.catalogue.engine import reader
from scanner.catalogue.queries.holding import MOST_NAMED, keep_first, kinds_of
from scanner.catalogue.queries.reckoning import fullest, share_sums
from scanner.catalogue.queries.summed import repeated

Answer = Callable[[int | None], Hashable]
_KEYS = (
    " LEFT JOIN access_key k ON k.source = s.source AND k.share_descriptor_id IS s.descriptor_id"
    " AND k.gate_id = {gate} AND k.descriptor_id = {descriptor}"
)
_FOLDERS = (
    "SELECT f.id, f.parent_id, k.id FROM folder f JOIN share s ON s.id = f.share_id"  # noqa: S608
    " LEFT JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
    " LEFT JOIN folder_access p ON p.folder_id = f.parent_id AND p.until IS NULL"
    + _KEYS.format(gate="coalesce(p.gate_id, s.gate_id)", descriptor="a.descriptor_id")
    + " WHERE f.until IS NULL"
)
_FILES = (
    "SELECT e.id, f.share_id, e.folder_id, k.id, e.size_bytes, e.state, e.content_id,"  # noqa: S608
    " c.subjects_least, c.subjects_most FROM entry e"
    " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
    " LEFT JOIN content c ON c.id = e.content_id"
    " LEFT JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
    + _KEYS.format(gate="a.gate_id", descriptor="e.descriptor_id")
    + " WHERE e.state <> 'excluded'"
)
_FOUND = (
    "SELECT content_id, entry_id, entity || char(9) || category FROM finding WHERE until IS NULL"
)


def _of_some(key: int | None) -> Hashable:
    """Return an answer that several keys share, as one person's do."""
    return "not known" if key is None else key % 3


_ANSWERS: tuple[Answer, ...] = (lambda key: key, _of_some)


@dataclass
class Recount:
    """What lies in one place, counted file by file."""

    files: int = 0
    size_bytes: int = 0
    unread: int = 0
    people: dict[int, tuple[int, int]] = field(default_factory=dict)  # by content
    kinds: Counter[frozenset[str]] = field(default_factory=Counter)
    ids: list[int] = field(default_factory=list)
    held: list[int] = field(default_factory=list)

    @property
    def told(self) -> tuple[object, ...]:
        """Return it in the order in which ``summed`` tells it."""
        least = max((low for low, _ in self.people.values()), default=0)
        most = sum(high for _, high in self.people.values())
        kinds = Counter({kinds_of("\n".join(each)): n for each, n in self.kinds.items()})
        first, held = sorted(self.ids)[:MOST_NAMED], sorted(self.held)[:MOST_NAMED]
        return self.files, self.size_bytes, self.unread, least, most, kinds, first, held


def recounted(database: Path, answer: Answer) -> dict[tuple[int, Hashable], Recount]:
    """Return every place of an answer, by its folder and the answer, counted file by file."""
    connection = sqlite3.connect(database)
    try:
        folders = {row[0]: row[1:] for row in connection.execute(_FOLDERS)}
        files = connection.execute(_FILES).fetchall()
        found: dict[tuple[str, int], list[str]] = defaultdict(list)
        for content_id, entry_id, kind in connection.execute(_FOUND):
            holder = ("content", content_id) if entry_id is None else ("entry", entry_id)
            found[holder].append(kind)
    finally:
        connection.close()
    places: dict[tuple[int, Hashable], Recount] = defaultdict(Recount)
    for entry_id, _, folder_id, key, size, state, content_id, least, most in files:
        at = folder_id
        while folders[at][0] in folders and answer(folders[at][1]) == answer(
            folders[folders[at][0]][1]
        ):
            at = folders[at][0]
        place = places[at, answer(key)]
        place.files += 1
        place.ids.append(entry_id)
        place.size_bytes += size
        place.unread += state == "gap"
        inside, named = found[("content", content_id)], found[("entry", entry_id)]
        if inside or named:
            place.kinds[frozenset(inside + named)] += 1
            place.held.append(entry_id)
        if inside:
            place.people[content_id] = (least, max(most, 1))
    return places


def summed(database: Path, answer: Answer) -> dict[tuple[int, Hashable], tuple[object, ...]]:
    """Return the same from the sums."""
    engine = reader(database)
    with engine.connect() as connection:
        shares = share_sums(connection)
    differing = {at: to for share in shares for at, to in share.differing(answer).items()}
    sums: dict[tuple[int, Hashable], list[int]] = defaultdict(lambda: [0] * 5)
    kinds: dict[tuple[int, Hashable], Counter[object]] = defaultdict(Counter)
    first: dict[tuple[int, Hashable], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for share in shares:
        for (folder_id, key), each in share.sums.items():
            at = (differing[folder_id], answer(key))
            counts, held = sums[at], each.holdings
            counts[:3] = [
                counts[0] + each.files,
                counts[1] + each.size_bytes,
                counts[2] + each.unread,
            ]
            counts[3:] = [max(counts[3], held.least), counts[4] + held.most]
            kinds[at].update(held.kinds)
            for kept, ids in zip(first[at], (each.first, held.first), strict=True):
                keep_first(kept, ids)
    for at, people in repeated(shares, lambda copy: (differing[copy.folder_id], answer(copy.key))):
        sums[at][4] -= people
    return {at: (*counts, kinds[at], *first[at]) for at, counts in sums.items()}


def assert_sums(database: Path) -> None:
    """Hold the sums of all shares, stored or not, to their files."""
    for answer in _ANSWERS:
        counted = {at: each.told for at, each in recounted(database, answer).items()}
        assert summed(database, answer) == counted
    with reader(database).connect() as connection:
        of = sum(each.files_of for each in fullest(connection).values())
        held = connection.exec_driver_sql(
            "SELECT count(*) FROM entry WHERE content_id IN"
            " (SELECT content_id FROM finding WHERE until IS NULL)"
        ).scalar_one()
    assert of == held
