"""Where it lies: what each top-level folder of a share holds, and how many files hold anything.

Both read the totals and states that the writer keeps; neither goes through occurrences.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from scanner.catalogue.names import shown


@dataclass(frozen=True, slots=True)
class PlaceEntity:
    """How much of one entity a place holds."""

    entity: str
    entries: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class PlaceTotal:
    """A top-level folder with all below it; an empty name is what lies in the share itself.

    ``entities`` come largest first.
    """

    name: str
    entities: tuple[PlaceEntity, ...]

    @property
    def occurrences(self) -> int:
        """Return how often anything was found here."""
        return sum(each.occurrences for each in self.entities)


def place_totals(connection: Connection, share_id: int) -> tuple[PlaceTotal, ...]:
    """Return the top-level folders of a share in which something was found, fullest first."""
    rows = connection.exec_driver_sql(
        "SELECT f.path, t.entity, t.entries, t.occurrences FROM total t"
        " JOIN folder f ON f.id = t.folder_id AND f.until IS NULL"
        " JOIN folder r ON r.id = f.parent_id AND r.parent_id IS NULL"
        " WHERE t.share_id = ? AND t.entries > 0 UNION ALL"
        " SELECT '', t.entity, t.entries, t.occurrences FROM total t"
        " WHERE t.share_id = ? AND t.folder_id = 0 AND t.entries > 0",
        (share_id, share_id),
    )
    whole: dict[str, tuple[int, int]] = {}
    places: dict[str, list[PlaceEntity]] = {}
    for path, entity, entries, occurrences in rows:
        if path:
            places.setdefault(path, []).append(PlaceEntity(entity, entries, occurrences))
        else:
            whole[entity] = (entries, occurrences)
    found = [PlaceTotal(shown(path), _by_size(each)) for path, each in places.items()]
    if rest := _outside(whole, places):
        found.append(PlaceTotal("", _by_size(rest)))
    return tuple(sorted(found, key=lambda place: (-place.occurrences, place.name)))


def entries_with_findings(connection: Connection, share_id: int) -> int:
    """Return how many current entries of a share hold at least one finding."""
    count: int = connection.exec_driver_sql(
        "SELECT count(*) FROM entry e JOIN folder f ON f.id = e.folder_id WHERE f.share_id = ?"
        " AND (EXISTS (SELECT 1 FROM finding n WHERE n.content_id = e.content_id"
        " AND n.until IS NULL) OR EXISTS (SELECT 1 FROM finding n WHERE n.entry_id = e.id"
        " AND n.until IS NULL))",
        (share_id,),
    ).scalar_one()
    return count


def _outside(
    whole: dict[str, tuple[int, int]], places: dict[str, list[PlaceEntity]]
) -> list[PlaceEntity]:
    """Return what the share holds and none of its folders does: files beside the folders."""
    rest = dict(whole)
    for each in (entity for place in places.values() for entity in place):
        entries, occurrences = rest.get(each.entity, (0, 0))
        rest[each.entity] = (entries - each.entries, occurrences - each.occurrences)
    return [PlaceEntity(entity, *counts) for entity, counts in rest.items() if counts[0] > 0]


def _by_size(entities: list[PlaceEntity]) -> tuple[PlaceEntity, ...]:
    return tuple(sorted(entities, key=lambda each: (-each.occurrences, each.entity)))
