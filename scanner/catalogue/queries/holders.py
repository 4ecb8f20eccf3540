"""Who can read what some access keys guard, by name, and by which grants: some of each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

_MOST_PEOPLE = 10  # named of one grant; who-can-reach has them all
_WAYS = (
    "SELECT steps, held, name FROM (SELECT steps, name, count(*) OVER (PARTITION BY steps) AS held,"
    " row_number() OVER (PARTITION BY steps ORDER BY name, id) AS place FROM (SELECT DISTINCT"
    " r.steps, p.id, coalesce(nullif(p.name, ''), p.identifier) AS name FROM reach r"
    " JOIN principal p ON p.id = r.principal_id WHERE r.until IS NULL AND r.\"right\" = 'read'"
    " AND r.access_key_id IN (SELECT value FROM json_each(?)))) WHERE place <= ?"
    " ORDER BY held DESC, steps, place"
)


@dataclass(frozen=True, slots=True)
class Way:
    """A grant: its steps, outermost first, the people who read by it, ten at most; of how many."""

    steps: tuple[str, ...]
    people: tuple[str, ...]
    people_of: int


def ways_to_read(connection: Connection, keys: Iterable[int]) -> tuple[Way, ...]:
    """Return the grants by which people can read what any of these keys guards, most first."""
    rows = connection.exec_driver_sql(_WAYS, (json.dumps(list(keys)), _MOST_PEOPLE))
    return tuple(
        Way(tuple(json.loads(steps)), tuple(row[2] for row in held), people)
        for (steps, people), held in groupby(rows, key=lambda row: (row[0], row[1]))
    )
