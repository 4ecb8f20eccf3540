"""Storing what guards a share itself, with its past."""

from __future__ import annotations

from scanner.catalogue.writer import Writer


def guard_share(
    writer: Writer, share_id: int, run_id: int, descriptor_id: int | None, gate_id: int
) -> bool:
    """Store the permissions of a share and of the way to it; return whether they changed.

    ``run_id`` is of the share run or refresh that saw them.
    """
    writer.flush()
    connection = writer.connection
    changed = connection.exec_driver_sql(
        "UPDATE share SET descriptor_id = ?, gate_id = ?"
        " WHERE id = ? AND (descriptor_id IS NOT ? OR gate_id IS NOT ?)",
        (descriptor_id, gate_id, share_id, descriptor_id, gate_id),
    )
    connection.exec_driver_sql(
        "UPDATE share_access SET until = ? WHERE share_id = ? AND until IS NULL"
        " AND (source, descriptor_id, gate_id) IS NOT"
        " (SELECT source, descriptor_id, gate_id FROM share WHERE id = ?)",
        (run_id, share_id, share_id),
    )
    connection.exec_driver_sql(
        "INSERT OR REPLACE INTO share_access (share_id, since, source, descriptor_id, gate_id)"
        " SELECT id, ?, source, descriptor_id, gate_id FROM share WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM share_access WHERE share_id = ? AND until IS NULL)",
        (run_id, share_id, share_id),
    )
    return changed.rowcount > 0
