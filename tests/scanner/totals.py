"""The totals of a catalogue against its findings, counted anew."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_COUNTED = """
WITH RECURSIVE above (folder_id, place) AS (
    SELECT id, id FROM folder
    UNION ALL
    SELECT above.folder_id, folder.parent_id FROM above JOIN folder ON folder.id = above.place
    WHERE folder.parent_id IS NOT NULL
),
place (folder_id, place) AS (SELECT * FROM above UNION ALL SELECT id, 0 FROM folder),
held (folder_id, entry_id, entity, occurrences) AS (
    SELECT e.folder_id, e.id, n.entity, n.occurrences FROM entry e
    JOIN finding n ON n.content_id = e.content_id AND n.until IS NULL
    UNION ALL
    SELECT e.folder_id, e.id, n.entity, n.occurrences FROM entry e
    JOIN finding n ON n.entry_id = e.id AND n.until IS NULL
)
SELECT folder.share_id, place.place, held.entity, sum(held.occurrences)
FROM held JOIN folder ON folder.id = held.folder_id JOIN place ON place.folder_id = held.folder_id
GROUP BY 1, 2, 3
"""


def assert_totals(database: Path) -> None:
    """Hold every total of every share and folder to the findings it stands for."""
    connection = sqlite3.connect(database)
    try:
        counted = connection.execute(_COUNTED).fetchall()
        kept = connection.execute(
            "SELECT share_id, folder_id, entity, occurrences FROM total"
            " WHERE entries <> 0 OR occurrences <> 0"
        ).fetchall()
    finally:
        connection.close()
    assert sorted(kept) == sorted(counted)
