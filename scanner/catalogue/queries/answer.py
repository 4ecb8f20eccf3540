"""The morning's answer: per share, how much was read, what is there, what was not read."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from detectors.registry import detectors
from scanner.catalogue.names import shown
from scanner.catalogue.queries.access import broad_readers, people_who_can_read
from scanner.catalogue.queries.current import (
    LISTED,
    LISTED_ENTRIES,
    PATH,
    STATE,
    UNLISTED_FOLDERS,
)
from scanner.catalogue.queries.exposure import Exposed, most_exposed
from scanner.catalogue.queries.reckoning import permissions_unread
from scanner.catalogue.runs import Coverage
from scanner.subjects import BULK_PEOPLE

_MOST = 10  # entries shown that are about most people


@dataclass(frozen=True, slots=True)
class EntityTotal:
    """How much of one entity a share holds; ``concealed`` of the occurrences are."""

    entity: str
    category: str
    entries: int
    occurrences: int
    distinct: int
    concealed: int


@dataclass(frozen=True, slots=True)
class CauseTotal:
    """How many entries were not read, for one cause."""

    cause: str
    entries: int
    example: str


@dataclass(frozen=True, slots=True)
class FullEntry:
    """An entry about many people: at least and at most how many."""

    path: str
    people: tuple[int, int]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShareAnswer:
    """What is known of one share this morning.

    Of a ``filtered`` share the server listed only what the account that scans may open.
    ``permissions_unread`` of its files have permissions that were not read, and where
    ``share_untold`` those of the share itself are not told: both of a complete scan alone.
    ``people`` is how many data subjects at least and at most, counted by identifiers that one
    person has one of. ``bulk`` is how many entries may be about more than BULK_PEOPLE.
    ``readers`` is how many people can read an entry that holds something, and ``broad`` which
    groups of many. ``fullest`` and ``exposed`` are the first of ``fullest_of`` and
    ``exposed_of`` entries.
    """

    root: str
    name: str
    source: str
    started: str
    finished: str | None
    outcome: str
    reason: str | None
    coverage: Coverage
    filtered: bool
    permissions_unread: int
    share_untold: bool
    entities: tuple[EntityTotal, ...]
    gaps: tuple[CauseTotal, ...]
    exclusions: tuple[CauseTotal, ...]
    fullest: tuple[FullEntry, ...]
    fullest_of: int
    people: tuple[int, int]
    bulk: int
    readers: int
    broad: tuple[str, ...]
    exposed: tuple[Exposed, ...]
    exposed_of: int


def share_answers(connection: Connection, share_id: int | None = None) -> tuple[ShareAnswer, ...]:
    """Return the answer for one share, or for all, by root."""
    rows = connection.exec_driver_sql(
        "SELECT s.id, s.root, s.name, s.source, r.started, r.finished, r.outcome, r.reason,"
        " r.enumerated, r.examined, r.unchanged, r.excluded, r.gaps, r.filtered,"
        " s.descriptor_id IS NULL AND s.source LIKE 'smb://%'"
        " FROM share s JOIN share_run r"
        " ON r.id = (SELECT max(id) FROM share_run WHERE share_id = s.id)"
        " WHERE ? IS NULL OR s.id = ? ORDER BY s.root",
        (share_id, share_id),
    ).all()
    exposed = most_exposed(connection, share_id)
    strong = frozenset(each.entity for each in detectors() if each.identifies_person)
    people = strong | {each.entity for each in detectors() if each.usually_one_person}
    return tuple(
        ShareAnswer(
            root,
            name,
            source,
            started,
            ended,
            outcome or "running",
            reason,
            Coverage(*counts) if counts[0] is not None else _so_far(connection, each),
            bool(hid),
            permissions_unread(connection, each) if outcome == "complete" else 0,
            bool(untold) and outcome == "complete",
            totals := entity_totals(connection, each),
            _not_read(connection, each, "gap"),
            _not_read(connection, each, "excluded"),
            *_fullest(connection, each),
            _people(totals, strong, people, _in_all(connection, each)),
            _bulk(connection, each),
            people_who_can_read(connection, each),
            broad_readers(connection, each),
            exposed[each].files,
            exposed[each].files_of,
        )
        for each, root, name, source, started, ended, outcome, reason, *counts, hid, untold in rows
    )


def entity_totals(connection: Connection, share_id: int) -> tuple[EntityTotal, ...]:
    """Return what a share holds, largest first."""
    rows = connection.exec_driver_sql(
        "SELECT t.entity, t.entries, t.occurrences FROM total t"
        " WHERE t.share_id = ? AND t.folder_id = 0 AND t.entries > 0 ORDER BY 3 DESC, 1",
        (share_id,),
    ).all()
    distinct = {
        row[0]: row[1]
        for row in connection.exec_driver_sql(
            "SELECT n.entity, count(DISTINCT o.token) FROM finding n JOIN occurrence o"
            " ON o.finding_id = n.id WHERE n.until IS NULL AND (EXISTS"
            " (SELECT 1 FROM entry e JOIN folder f ON f.id = e.folder_id"
            " WHERE e.content_id = n.content_id AND f.share_id = ?) OR EXISTS"
            " (SELECT 1 FROM entry e JOIN folder f ON f.id = e.folder_id"
            " WHERE e.id = n.entry_id AND f.share_id = ?)) GROUP BY 1",
            (share_id, share_id),
        )
    }
    categories = {
        row[0]: row[1]
        for row in connection.exec_driver_sql("SELECT DISTINCT entity, category FROM finding")
    }
    concealed = _concealed(connection, share_id)
    return tuple(
        EntityTotal(
            entity,
            categories[entity],
            entries,
            occurrences,
            distinct.get(entity, 0),
            concealed.get(entity, 0),
        )
        for entity, entries, occurrences in rows
    )


def _so_far(connection: Connection, share_id: int) -> Coverage:
    """Return the equation of a share run that has not ended: what the catalogue says by now."""
    states = dict.fromkeys(("examined", "unchanged", "excluded", "gap"), 0)
    rows = connection.exec_driver_sql(
        f"{LISTED} SELECT {STATE}, count(*){LISTED_ENTRIES} AND s.id = ? GROUP BY 1", (share_id,)
    )
    states.update({row[0]: row[1] for row in rows})
    states["gap"] += connection.exec_driver_sql(
        f"SELECT count(*){UNLISTED_FOLDERS} AND s.id = ?", (share_id,)
    ).scalar_one()
    return Coverage(sum(states.values()), *states.values())


def _people(
    totals: tuple[EntityTotal, ...], strong: frozenset[str], people: frozenset[str], in_all: int
) -> tuple[int, int]:
    """Return how many data subjects at least and at most.

    At least: all are in the longest list of identifiers. At most: nobody has two identifiers, or
    each name, address or number is another person's, whichever is more; though not more than all
    contents are about if nobody is in two of them (``in_all``).
    """
    counts = [total.distinct for total in totals if total.entity in strong]
    others = [total.distinct for total in totals if total.entity in people]
    least, most = max(counts, default=0), max(sum(counts), *others, 0)
    return least, max(least, min(most, in_all) if in_all else most)


_CONTENTS = (
    "SELECT DISTINCT c.id, c.subjects_most AS most FROM content c"
    " JOIN entry e ON e.content_id = c.id JOIN folder f ON f.id = e.folder_id WHERE f.share_id = ?"
)


def _in_all(connection: Connection, share_id: int) -> int:
    """Return how many people the contents of a share are about, each content by itself."""
    sql = f"SELECT coalesce(sum(most), 0) FROM ({_CONTENTS})"  # noqa: S608 - a constant
    return int(connection.exec_driver_sql(sql, (share_id,)).scalar_one())


def _bulk(connection: Connection, share_id: int) -> int:
    sql = (
        "SELECT count(*) FROM entry e JOIN content c ON c.id = e.content_id"
        " JOIN folder f ON f.id = e.folder_id WHERE f.share_id = ? AND c.subjects_most > ?"
    )
    return int(connection.exec_driver_sql(sql, (share_id, BULK_PEOPLE)).scalar_one())


def _not_read(connection: Connection, share_id: int, state: str) -> tuple[CauseTotal, ...]:
    folders = ""
    if state == "gap":
        folders = f" UNION ALL SELECT f.cause, f.path{UNLISTED_FOLDERS} AND s.id = :share"
    sql = (
        f"{LISTED} SELECT cause, count(*), min(path) FROM (SELECT e.cause AS cause,"  # noqa: S608
        f" {PATH} AS path{LISTED_ENTRIES} AND s.id = :share AND e.state <> 'examined'"
        f" AND e.state = :state{folders})"
        " GROUP BY cause ORDER BY 2 DESC, 1"
    )
    rows = connection.exec_driver_sql(sql, {"share": share_id, "state": state}).all()
    return tuple(CauseTotal(cause, count, shown(path)) for cause, count, path in rows)


def _fullest(connection: Connection, share_id: int) -> tuple[tuple[FullEntry, ...], int]:
    rows = connection.exec_driver_sql(
        f"SELECT {PATH}, c.subjects_least, c.subjects_most,"  # noqa: S608
        " group_concat(DISTINCT n.entity), count(*) OVER ()"
        " FROM finding n JOIN content c ON c.id = n.content_id"
        # CROSS: from the findings to their entries, never over every entry.
        " CROSS JOIN entry e ON e.content_id = n.content_id JOIN folder f ON f.id = e.folder_id"
        " WHERE n.until IS NULL AND f.share_id = ? GROUP BY e.id ORDER BY 3 DESC, 2 DESC, 1"
        " LIMIT ?",
        (share_id, _MOST),
    ).all()
    fullest = tuple(
        FullEntry(shown(path), (least, most), tuple(sorted(entities.split(","))))
        for path, least, most, entities, _ in rows
    )
    return fullest, rows[0][-1] if rows else 0


def _concealed(connection: Connection, share_id: int) -> dict[str, int]:
    """Return how many occurrences of each entity are concealed; each copy counts, as in totals."""
    rows = connection.exec_driver_sql(
        "SELECT n.entity, sum(n.concealed) FROM finding n"
        " CROSS JOIN entry e ON e.content_id = n.content_id JOIN folder f ON f.id = e.folder_id"
        " WHERE n.until IS NULL AND n.concealed > 0 AND f.share_id = ? GROUP BY 1",
        (share_id,),
    )
    return {row[0]: row[1] for row in rows}
