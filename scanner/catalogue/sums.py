"""Keeping the sums of what lies where other permissions begin (queries/summed.py).

The first change to a share's files marks its sums as no longer holding, in the same transaction;
answers then reckon from the files until a run ends and sums the share up again. So an answer is the
same however a run was cut off.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection

from scanner.catalogue.queries.holding import kinds_text
from scanner.catalogue.queries.reckoning import reckoned
from scanner.catalogue.queries.summed import NO_KEY, Fullest, ShareSums
from scanner.catalogue.statements import OUTDATE_SUMS
from scanner.catalogue.writer import Row, Writer

_TABLES = ("differing", "differing_sum", "differing_copy", "fullest")


class Outdated:
    """Marks shares whose sums no longer hold, each once in a run."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._marked: set[int] = set()

    def mark(self, share_id: int) -> None:
        """Let the sums of a share no longer hold, from the next commit on."""
        if share_id not in self._marked:
            self._marked.add(share_id)
            self._writer.add(OUTDATE_SUMS, (share_id,))


def sum_up(writer: Writer) -> None:
    """Sum up, in the open transaction, each share whose sums no longer hold."""
    writer.flush()
    connection = writer.connection
    for (share_id,) in connection.exec_driver_sql("SELECT id FROM share WHERE NOT summed").all():
        for table in _TABLES:
            connection.exec_driver_sql(
                f"DELETE FROM {table} WHERE share_id = ?",  # noqa: S608 - constants
                (share_id,),
            )
        _store(connection, *reckoned(connection, share_id))
        connection.exec_driver_sql("UPDATE share SET summed = 1 WHERE id = ?", (share_id,))


def _store(connection: Connection, found: ShareSums, fullest: Fullest) -> None:
    _insert(connection, "differing", _folders(found))
    _insert(connection, "differing_sum", _sums(found))
    copies = (each._replace(key=each.key or NO_KEY) for each in found.copies)
    _insert(connection, "differing_copy", map(tuple, copies))
    full = (
        (found.share_id, each.key or NO_KEY, each.entry_id, each.most) for each in fullest.files
    )
    _insert(connection, "fullest", full)


def _folders(found: ShareSums) -> Iterator[Row]:
    for folder_id, folder in found.folders.items():
        yield found.share_id, folder_id, folder.above, folder.key or NO_KEY


def _sums(found: ShareSums) -> Iterator[Row]:
    for (folder_id, key), each in found.sums.items():
        held = each.holdings
        yield (
            *(found.share_id, folder_id, key or NO_KEY, each.files, each.size_bytes, each.unread),
            *(held.files, held.read, held.least, held.most),
            json.dumps({kinds_text(kinds): files for kinds, files in held.kinds.items()}),
            *(json.dumps(each.first), json.dumps(held.first)),
        )


def _insert(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows; those of copies may have come with another share's sums already."""
    given = list(rows)
    if given:
        marks = ", ".join("?" * len(given[0]))
        connection.exec_driver_sql(
            f"INSERT OR REPLACE INTO {table} VALUES ({marks})",  # noqa: S608 - constants
            given,
        )
