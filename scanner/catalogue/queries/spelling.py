"""How a path on a server is spelt in the catalogue, however its letters were typed.

Windows knows no case; Samba may have two names that differ by it alone, and takes the exact one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection


class Listed(NamedTuple):
    """Which folders and entries are looked through: questions for what lies in one folder."""

    folders: str
    entries: str


NOW = Listed(
    "SELECT id, path FROM folder WHERE parent_id = ? AND until IS NULL",
    "SELECT name FROM entry WHERE folder_id = ?",
)
EVER = Listed(  # without an index, as all that is asked about the past of a path
    "SELECT id, path FROM folder WHERE parent_id = ?",
    "SELECT name FROM entry WHERE folder_id = ?1"
    " UNION SELECT name FROM entry_past WHERE folder_id = ?1",
)


def caseless(name: str) -> str:
    """Return a name without its case, one character for each: ß is no ss, as on Windows.

    >>> caseless("Straße Ünit.TXT")
    'STRAßE ÜNIT.TXT'
    """
    upper = name.upper()
    if len(upper) == len(name):
        return upper
    return "".join(each.upper() if len(each.upper()) == 1 else each for each in name)


def spellings(
    connection: Connection, share_id: int, parts: tuple[str, ...], listed: Listed
) -> list[tuple[str, str | None]]:
    """Return the folder and name (None: the folder itself) of all that a path may mean.

    ``parts`` are names as stored, but for their case. At each step a name that is exactly so is
    taken before all others, and at the last a folder before files.
    """
    rows = connection.exec_driver_sql(
        "SELECT id FROM folder WHERE share_id = ? AND parent_id IS NULL", (share_id,)
    )
    found: list[tuple[int, str]] = [(row[0], "") for row in rows]
    inside = found
    for number, part in enumerate(parts, 1):
        inside = found
        below = [
            (folder_id, path, path[len(above) + 1 if above else 0 :])
            for parent, above in inside
            for folder_id, path in connection.exec_driver_sql(listed.folders, (parent,))
        ]
        named = _meant(part, (name for _, _, name in below))
        found = [(folder_id, path) for folder_id, path, name in below if name in named]
        if not found and number < len(parts):
            return []
    if found or not parts:
        return [(path, None) for path in dict.fromkeys(path for _, path in found)]
    entries = [
        (path, row[0])
        for folder_id, path in inside
        for row in connection.exec_driver_sql(listed.entries, (folder_id,))
    ]
    meant = _meant(parts[-1], (name for _, name in entries))
    return [each for each in dict.fromkeys(entries) if each[1] in meant]


def _meant(typed: str, names: Iterable[str]) -> set[str]:
    wanted = caseless(typed)
    alike = {name for name in names if caseless(name) == wanted}
    return {typed} if typed in alike else alike
