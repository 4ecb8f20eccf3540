"""What is current: the pieces of SQL that several questions share.

An entry counts as listed unless its folder, or one above it, could not be listed in the last
share run: what such a folder holds is one gap, though what is known of its inside is kept.
"""

from __future__ import annotations

LISTED = (
    "WITH RECURSIVE unlisted (id) AS (SELECT id FROM folder WHERE cause IS NOT NULL"
    " AND until IS NULL UNION SELECT f.id FROM folder f JOIN unlisted u ON f.parent_id = u.id"
    " WHERE f.until IS NULL),"
    " last_run (share_id, id) AS (SELECT share_id, max(id) FROM share_run GROUP BY share_id) "
)

PATH = "CASE f.path WHEN '' THEN e.name ELSE f.path || '/' || e.name END"

STATE = (
    "CASE WHEN e.state = 'examined' AND e.seen_share_run_id <> r.id THEN 'unchanged'"
    " ELSE e.state END"
)

LISTED_ENTRIES = (
    " FROM entry e JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
    " JOIN last_run r ON r.share_id = s.id LEFT JOIN content c ON c.id = e.content_id"
    " WHERE e.folder_id NOT IN (SELECT id FROM unlisted)"
)

UNLISTED_FOLDERS = (
    " FROM folder f JOIN share s ON s.id = f.share_id WHERE f.cause IS NOT NULL AND f.until IS NULL"
)
