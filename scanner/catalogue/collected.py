"""What an administrator's script told of servers, kept until the script tells more."""

from __future__ import annotations

import json
import zlib

from scanner.catalogue.writer import Writer, utc_now


def store_collected(writer: Writer, names: tuple[str, ...], taken: str, text: str) -> None:
    """Keep what was told of a server at ``taken`` (UTC, ISO 8601), and of it nothing else."""
    connection = writer.connection
    known = [(name,) for name in names]
    connection.exec_driver_sql(
        "DELETE FROM collected WHERE id IN (SELECT c.id FROM collected c, json_each(c.names) n"
        " WHERE n.value = ?)",
        known,
    )
    connection.exec_driver_sql(
        "INSERT INTO collected (names, taken, imported, told) VALUES (?, ?, ?, ?)",
        (json.dumps(names), taken, utc_now(), zlib.compress(text.encode())),
    )


def collected_at(writer: Writer, names: tuple[str, ...]) -> str:
    """Return when what is kept of a server by one of these names was told; "" for nothing."""
    found = (_newest(writer, name) for name in names)
    return max((taken for taken, _ in found), default="")


def collected_of(writer: Writer, name: str) -> str | None:
    """Return what is kept of the server of this name, None for nothing."""
    return _newest(writer, name)[1]


def names_beside(writer: Writer, name: str) -> tuple[str, ...]:
    """Return all names under which what is kept of the server of this name is kept."""
    row = writer.connection.exec_driver_sql(
        "SELECT c.names FROM collected c, json_each(c.names) n WHERE n.value = ?", (name,)
    ).first()
    return () if row is None else tuple(json.loads(row[0]))


def _newest(writer: Writer, name: str) -> tuple[str, str | None]:
    row = writer.connection.exec_driver_sql(
        "SELECT c.taken, c.told FROM collected c, json_each(c.names) n WHERE n.value = ?"
        " ORDER BY c.taken DESC LIMIT 1",
        (name.lower(),),
    ).first()
    return ("", None) if row is None else (row[0], zlib.decompress(row[1]).decode())
