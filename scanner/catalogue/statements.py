"""What the writer writes, in the order in which it must reach the database.

Plain SQL for the driver: SQLAlchemy's compiled inserts cost twice the time of a night's writing
(facts of scale, section 4). ``order`` decides within a batch: a row before what points at it, the
past before what replaces it.
"""

from __future__ import annotations

from typing import NamedTuple


class Statement(NamedTuple):
    """One SQL statement and its place in a batch."""

    order: int
    sql: str


INSERT_DESCRIPTOR = Statement(
    1, "INSERT INTO descriptor (id, digest, kind, raw) VALUES (?, ?, ?, ?)"
)
INSERT_GATE = Statement(2, "INSERT INTO gate (id, digest, raw) VALUES (?, ?, ?)")
INSERT_FOLDER = Statement(
    10,
    "INSERT INTO folder (id, share_id, parent_id, path, listing_digest, sets, entry_count, cause,"
    " since, guarded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
UPDATE_FOLDER = Statement(
    11,
    "UPDATE folder SET listing_digest = ?, sets = ?, entry_count = ?, cause = ?, vanishing = NULL"
    " WHERE id = ?",
)
GUARDED_FOLDER = Statement(11, "UPDATE folder SET guarded = ? WHERE id = ?")
CLOSE_FOLDER_ACCESS = Statement(
    12, "UPDATE folder_access SET until = ? WHERE folder_id = ? AND until IS NULL"
)
INSERT_FOLDER_ACCESS = Statement(
    13,
    "INSERT OR REPLACE INTO folder_access (folder_id, since, gate_id, descriptor_id)"
    " VALUES (?, ?, ?, ?)",
)
INSERT_ENTRY = Statement(
    20,
    "INSERT INTO entry (id, folder_id, name, size_bytes, modified_ns, changed_ns, file_id,"
    " descriptor_id, state, cause, seen_share_run_id, since, accessed_ns)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
INSERT_CONTENT = Statement(
    30,
    "INSERT INTO content (id, fingerprint, size_bytes, media_type, sets, cause, members,"
    " member_gaps, subjects_least, subjects_most, touched)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
RENEW_CONTENT = Statement(
    31, "UPDATE content SET sets = ?, touched = ? WHERE id = ? AND sets = ? AND touched = ?"
)
UPDATE_CONTENT = Statement(
    32,
    "UPDATE content SET media_type = ?, sets = ?, cause = ?, members = ?, member_gaps = ?,"
    " subjects_least = ?, subjects_most = ?, touched = ? WHERE id = ?",
)
DELETE_MEMBER_GAPS = Statement(33, "DELETE FROM member_gap WHERE content_id = ?")
INSERT_MEMBER_GAP = Statement(
    34, "INSERT OR IGNORE INTO member_gap (content_id, member, cause) VALUES (?, ?, ?)"
)
_ENTRY_COLUMNS = (
    "id, folder_id, name, size_bytes, modified_ns, changed_ns, file_id, content_id,"
    " descriptor_id, state, cause, seen_share_run_id, since"
)
KEEP_ENTRY = Statement(
    40,
    f"INSERT OR IGNORE INTO entry_past ({_ENTRY_COLUMNS}, until)"  # noqa: S608 - a constant
    f" SELECT {_ENTRY_COLUMNS}, ? FROM entry WHERE id = ? AND since <> ?",
)
RELIST_ENTRY = Statement(
    41,
    "UPDATE entry SET size_bytes = ?, modified_ns = ?, changed_ns = ?, file_id = ?,"
    " descriptor_id = ?, state = ?, cause = ?, seen_share_run_id = ?, since = ?, accessed_ns = ?,"
    " vanishing = NULL WHERE id = ?",
)
GUARD_ENTRY = Statement(41, "UPDATE entry SET descriptor_id = ?, since = ? WHERE id = ?")
FORGET_CONTENT = Statement(42, "UPDATE entry SET content_id = NULL WHERE id = ?")
SETTLE_ENTRY = Statement(
    42,
    "UPDATE entry SET state = ?, cause = ?, content_id = ?, descriptor_id = ?,"
    " seen_share_run_id = ?, since = ? WHERE id = ?",
)
MISS_ENTRY = Statement(
    43,
    "UPDATE entry SET state = 'gap', cause = ?, seen_share_run_id = ?, since = ?,"
    " vanishing = NULL WHERE id = ?",
)
CLOSE_FINDING = Statement(50, "UPDATE finding SET until = ? WHERE id = ?")
DELETE_OCCURRENCES = Statement(51, "DELETE FROM occurrence WHERE finding_id = ?")
DELETE_FINDING = Statement(52, "DELETE FROM finding WHERE id = ?")
INSERT_FINDING = Statement(
    53,
    "INSERT INTO finding (id, content_id, entry_id, entity, category, occurrences,"
    " distinct_values, counted, confidence, concealed, since)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
INSERT_OCCURRENCE = Statement(
    54,
    "INSERT INTO occurrence (finding_id, member, token, count, confidence, concealed, masked,"
    " locator, explanation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
)
OUTDATE_SUMS = Statement(55, "UPDATE share SET summed = 0 WHERE id = ? AND summed")
_TOTAL_COLUMNS = "id, share_id, folder_id, entity, entries, occurrences, since"
KEEP_TOTAL = Statement(
    60,
    f"INSERT INTO total_past ({_TOTAL_COLUMNS}, until) SELECT {_TOTAL_COLUMNS}, ?"  # noqa: S608
    " FROM total WHERE share_id = ? AND folder_id = ? AND entity = ? AND since <> ?",
)
SHIFT_TOTAL = Statement(
    61,
    "INSERT INTO total (share_id, folder_id, entity, entries, occurrences, since)"
    " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (share_id, folder_id, entity) DO UPDATE SET"
    " entries = entries + excluded.entries, occurrences = occurrences + excluded.occurrences,"
    " since = excluded.since",
)
