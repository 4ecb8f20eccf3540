"""What is to be known of a path's permissions beside who can: of which day, and from where."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from connectors.base import DescriptorKind
from scanner.access.nt.descriptor import NtDescriptor, decode
from scanner.access.nt.inherited import strays
from scanner.catalogue.schedule import WITHIN_DAYS

_OLDER = "date(g.started) < (SELECT max(date(started)) FROM share_run WHERE share_id = s.id)"
_READ_ON = (
    "SELECT date(g.started) FROM entry e JOIN folder f ON f.id = e.folder_id AND f.until IS NULL"  # noqa: S608 - a constant
    " JOIN share s ON s.id = f.share_id"
    " JOIN share_run g ON g.id = max(f.guarded, e.seen_share_run_id)"
    f" WHERE s.id = ? AND f.path = ? AND e.name = ? AND NOT s.times_tell AND {_OLDER}"
)
_OLDEST = (
    "SELECT min(date(g.started)) FROM folder f JOIN share s ON s.id = f.share_id"  # noqa: S608 - a constant
    " JOIN share_run g ON g.id = f.guarded"
    f" WHERE s.id = ? AND f.until IS NULL AND NOT s.times_tell AND {_OLDER}"
    " AND EXISTS (SELECT 1 FROM entry e WHERE e.folder_id = f.id)"
)
_LATE = (
    "SELECT 1 FROM share s JOIN share_run g ON g.share_id = s.id"  # noqa: S608 - a constant
    f" WHERE s.id = ? AND NOT s.times_tell AND {_OLDER} LIMIT 1"
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


_ANEW = (
    f"the server does not list when they change, so they are read anew within {WITHIN_DAYS} days"
)


def caveats(connection: Connection, share_id: int, folder: str, name: str | None) -> Iterator[str]:
    """Yield a sentence for each caveat about a file, or a folder (name None), as stored."""
    place = (share_id, folder) if name is None else (share_id, folder, name)
    if name is not None:
        yield from read_on(connection, share_id, folder, name)
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


def read_on(connection: Connection, share_id: int, folder: str, name: str) -> Iterator[str]:
    """Yield of which day the permissions of a file are, unless they are of the last scan's."""
    day = connection.exec_driver_sql(_READ_ON, (share_id, folder, name)).scalar()
    if day is not None:
        yield read_between(day, day)


def read_between(first: str, last: str) -> str:
    """Return of which day the permissions of a file are, or between which two days."""
    when = f"on {first}" if first == last else f"between {first} and {last}"
    return f"Its permissions were last read {when}: {_ANEW}."


def some_read_on(connection: Connection, share_id: int) -> tuple[str, ...]:
    """Return since when permissions of files of a share may have changed unseen, in a sentence.

    Empty where all were read by the last scan, or times tell that they changed.
    """
    day = connection.exec_driver_sql(_OLDEST, (share_id,)).scalar()
    if day is None:
        return ()
    return (
        f"Permissions of files may have changed since {day}, when some were last read: {_ANEW}.",
    )


def seen_late(connection: Connection, share_id: int) -> tuple[str, ...]:
    """Return that permissions of files in the past may have changed before that was seen."""
    if connection.exec_driver_sql(_LATE, (share_id,)).first() is None:
        return ()
    return (
        f"Permissions of files may have changed up to {WITHIN_DAYS} days before a scan saw it:"
        f" {_ANEW}.",
    )


def _decoded(raw: bytes) -> NtDescriptor | None:
    try:
        return decode(raw)
    except ValueError:  # the answer says that it is damaged
        return None
