"""Links that lead to other shares and were not followed: where they lead, as of the last scan."""

from __future__ import annotations

from collections.abc import Iterable

from connectors.base import FolderPath
from scanner.catalogue.names import path_to_text
from scanner.catalogue.writer import Writer


def store(writer: Writer, share_id: int, told: Iterable[tuple[FolderPath, str]]) -> None:
    """Keep these links of a share, each with its target, and no others."""
    connection = writer.connection
    connection.exec_driver_sql("DELETE FROM link WHERE share_id = ?", (share_id,))
    rows = [(share_id, path_to_text(path), target) for path, target in told]
    if rows:
        connection.exec_driver_sql(
            "INSERT INTO link (share_id, path, target) VALUES (?, ?, ?)", rows
        )
