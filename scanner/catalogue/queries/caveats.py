"""What is to be known of a path's permissions beside who can: of which day, and from where."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from connectors.base import DescriptorKind
from scanner.access.nt.descriptor import NtDescriptor, decode
from scanner.access.nt.inherited import strays
from scanner.catalogue.schedule import WITHIN_DAYS

_READ_ON = (
    "SELECT date(g.started) FROM entry e JOIN folder f ON f.id = e.folder_id AND f.until IS NULL"
    " JOIN share s ON s.id = f.share_id"
    " JOIN share_run g ON g.id = max(f.guarded, e.seen_share_run_id)"
    " WHERE s.id = ? AND f.path = ? AND e.name = ? AND NOT s.times_tell"
    " AND date(g.started) < (SELECT max(date(started)) FROM share_run WHERE share_id = s.id)"
)
_OF_FILE = (
    "SELECT d.raw, a.raw FROM entry e JOIN folder f ON f.id = e.folder_id AND f.until IS NULL"
    " JOIN folder_access p ON p.folder_id = f.id AND p.until IS NULL"
    " JOIN descriptor d ON d.id = e.descriptor_id JOIN descriptor a ON a.id = p.descriptor_id"
    " WHERE f.share_id = ? AND f.path = ? AND e.name = ? AND d.kind = ? AND a.kind = d.kind"
)
_OF_FOLDER = (
    "SELECT d.raw, a.raw FROM folder f"
    " JOIN folder_access o ON o.folder_id = f.id AND o.until IS NULL"
    " JOIN folder_access p ON p.folder_id = f.parent_id AND p.until IS NULL"
    " JOIN descriptor d ON d.id = o.descriptor_id JOIN descriptor a ON a.id = p.descriptor_id"
    " WHERE f.until IS NULL AND f.share_id = ? AND f.path = ? AND d.kind = ? AND a.kind = d.kind"
)


def caveats(connection: Connection, share_id: int, folder: str, name: str | None) -> Iterator[str]:
    """Yield a sentence for each caveat about a file, or a folder (name None), as stored."""
    place = (share_id, folder) if name is None else (share_id, folder, name)
    if name is not None:
        read_on = connection.exec_driver_sql(_READ_ON, place).scalar()
        if read_on is not None:
            yield (
                f"Its permissions were last read on {read_on}: the server does not list when they"
                f" change, so they are read anew within {WITHIN_DAYS} days."
            )
    sql = _OF_FOLDER if name is None else _OF_FILE
    row = connection.exec_driver_sql(sql, (*place, DescriptorKind.NT.value)).first()
    if row is None:
        return
    own, above = map(_decoded, row)
    if own and above and (count := len(strays(own, above, is_folder=name is None))):
        yield (
            f"{count} of its permissions {'was' if count == 1 else 'were'} inherited elsewhere and"
            " not from its folder: it was moved here, or its folder's were changed and not handed"
            " down."
        )


def _decoded(raw: bytes) -> NtDescriptor | None:
    try:
        return decode(raw)
    except ValueError:  # the answer says that it is damaged
        return None
