"""Which access key guards each folder and file of a share, and where another key begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

# What lies in a folder f of a share: its path is ?2 or begins with it.
BELOW = "(?2 IN ('', f.path) OR substr(f.path, 1, length(?2) + 1) = ?2 || '/')"


class Folder(NamedTuple):
    """A folder as stored, the gate of what lies in it, and the access key of itself."""

    parent: int | None
    path: str
    gate_id: int | None
    key: int | None  # None: its permissions could not be read
    listed: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """The folders of one share, by id and each after the one it lies in; its keys by gate.

    ``top`` is the stored path of the folder that it begins with.
    """

    share_id: int
    root: str
    folders: Mapping[int, Folder]
    keys: Mapping[tuple[int | None, int | None], int]
    top: str = ""

    def key_of(self, folder_id: int, descriptor_id: int | None) -> int | None:
        """Return the access key of a file in a folder; None where it is not known."""
        return self.keys.get((self.folders[folder_id].gate_id, descriptor_id))

    def differing(self) -> dict[int, int]:
        """Return for each folder the nearest, itself or above, where another key begins."""
        found: dict[int, int] = {}
        for folder_id, folder in self.folders.items():
            above = None if folder.parent is None else self.folders.get(folder.parent)
            if folder.parent is None or above is None or folder.key != above.key:
                found[folder_id] = folder_id
            else:
                found[folder_id] = found[folder.parent]
        return found


def trees(connection: Connection, share_id: int | None = None) -> tuple[Tree, ...]:
    """Return the folders of one share, or of every, by root."""
    rows = connection.exec_driver_sql(
        "SELECT id, root, source, descriptor_id, gate_id FROM share"
        " WHERE ? IS NULL OR id = ? ORDER BY root",
        (share_id, share_id),
    ).all()
    return tuple(_tree(connection, *row) for row in rows)


def tree_below(connection: Connection, share_id: int, path: str) -> Tree:
    """Return a folder of a share, by its stored path, with all folders below it."""
    root, source, descriptor_id, gate_id = connection.exec_driver_sql(
        "SELECT root, source, descriptor_id, gate_id FROM share WHERE id = ?", (share_id,)
    ).one()
    return _tree(connection, share_id, root, source, descriptor_id, gate_id, path)


def _tree(
    connection: Connection,
    share_id: int,
    root: str,
    source: str,
    descriptor_id: int | None,
    gate_id: int | None,
    top: str = "",
) -> Tree:
    keys: dict[tuple[int | None, int | None], int] = {
        (row[0], row[1]): row[2]
        for row in connection.exec_driver_sql(
            "SELECT gate_id, descriptor_id, id FROM access_key"
            " WHERE source = ? AND share_descriptor_id IS ?",
            (source, descriptor_id),
        )
    }
    rows = connection.exec_driver_sql(
        "SELECT f.id, f.parent_id, f.path, a.gate_id, a.descriptor_id, f.cause IS NULL"  # noqa: S608 - a constant
        " FROM folder f LEFT JOIN folder_access a ON a.folder_id = f.id AND a.until IS NULL"
        # A folder's path is longer than that of the one it lies in.
        f" WHERE f.share_id = ?1 AND f.until IS NULL AND ({BELOW} OR f.id = (SELECT parent_id"
        " FROM folder WHERE share_id = ?1 AND path = ?2 AND until IS NULL))"
        " ORDER BY length(f.path)",
        (share_id, top),
    )
    folders: dict[int, Folder] = {}
    for each, parent, path, gate_below, descriptor, listed in rows:
        above = folders.get(parent)
        own_gate = above.gate_id if above is not None and above.gate_id is not None else gate_id
        key = keys.get((own_gate, descriptor))
        folders[each] = Folder(parent, path, gate_below, key, bool(listed))
    if top:
        del folders[next(iter(folders))]  # what it lies in was asked for its gate alone
    return Tree(share_id, root, folders, keys, top)
