"""Where one value is held: answers a person's request for what is kept about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from scanner.catalogue.names import shown
from scanner.catalogue.queries.current import PATH
from scanner.errors import SettingsError
from scanner.keys import TokenKey


@dataclass(frozen=True, slots=True)
class Holding:
    """One entry or member that holds the value ``count`` times."""

    share: str
    path: str
    member: str | None
    count: int


def entries_holding(connection: Connection, entity: str, token: bytes) -> Iterator[Holding]:
    """Yield every current entry that holds a token of ``entity``, by share and path."""
    rows = connection.exec_driver_sql(
        f"SELECT s.root, {PATH} AS path, o.member, o.count FROM occurrence o"  # noqa: S608
        " JOIN finding n ON n.id = o.finding_id AND n.until IS NULL AND n.entity = ?"
        " JOIN entry e ON e.content_id = n.content_id OR e.id = n.entry_id"
        " JOIN folder f ON f.id = e.folder_id JOIN share s ON s.id = f.share_id"
        " WHERE o.token = ? ORDER BY 1, 2, 3",
        (entity, token),
    )
    for share, path, member, count in rows:
        yield Holding(share, shown(path), member or None, count)


def check_key(connection: Connection, key: TokenKey) -> None:
    """Raise SettingsError where the catalogue was made with another key: it would find nothing."""
    row = connection.exec_driver_sql("SELECT id, check_value FROM token_key").first()
    if row is not None and bytes(row[1]) != key.check_value:
        raise SettingsError(
            f"This token key ({key.key_id}) is not the one the catalogue was made with"
            f" ({row[0]}): it would find nothing. Use that key, or another --database."
        )
