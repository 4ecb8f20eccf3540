"""What stood in a share, row by row: its guards, its folders, and each version of its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scanner.catalogue.queries.holding import KINDS, HeldFile, Holdings, kinds_of
from scanner.catalogue.queries.spans import STOOD

SHARE_GUARDS = (
    "SELECT a.since, a.until, a.source, a.descriptor_id, a.gate_id FROM share_access a"  # noqa: S608 - a constant
    f" WHERE a.share_id = :share AND (:ever OR {STOOD.format('a')})"
)
FOLDERS = (
    "SELECT f.id, f.parent_id, f.path FROM folder f WHERE f.share_id = :share"  # noqa: S608 - a constant
    # A folder's path is longer than that of the one it lies in.
    f" AND {STOOD.format('f')} ORDER BY length(f.path)"
)
FOLDER_GUARDS = (
    "SELECT a.folder_id, a.since, a.until, a.gate_id, a.descriptor_id FROM folder f"  # noqa: S608 - a constant
    " JOIN folder_access a ON a.folder_id = f.id"
    f" WHERE f.share_id = :share AND {STOOD.format('f')} AND (:ever OR {STOOD.format('a')})"
)
_VERSION = (
    "e.folder_id, e.name, e.descriptor_id, e.size_bytes, e.state = 'gap', e.content_id,"  # noqa: S608 - a constant
    f" (SELECT {KINDS} FROM finding n WHERE n.content_id = e.content_id AND {STOOD.format('n')}),"
    f" (SELECT {KINDS} FROM finding n WHERE n.entry_id = e.id AND {STOOD.format('n')}),"
    # CROSS: from the folders of the share, in whose order its files are, never over all files.
    " c.subjects_least, c.subjects_most FROM folder f CROSS JOIN {0} e ON e.folder_id = f.id"
    " LEFT JOIN content c ON c.id = e.content_id"
    f" WHERE f.share_id = :share AND e.state <> 'excluded' AND {STOOD.format('f')}"
)
VERSIONS = (
    f"SELECT e.id, e.since, NULL, {_VERSION.format('entry')}"  # noqa: S608 - a constant
    " AND (:ever OR e.since IN (SELECT value FROM json_each(:begun))) UNION ALL"
    f" SELECT e.id, e.since, e.until, {_VERSION.format('entry_past')}"
    f" AND (:ever OR {STOOD.format('e')}) ORDER BY e.folder_id, e.name"
)


class Version(NamedTuple):
    """A file as it stood from one share run until another; the last five are what it held."""

    entry_id: int
    since: int
    until: int | None
    folder_id: int
    name: str
    descriptor_id: int | None
    size_bytes: int
    unread: int
    content_id: int | None
    in_content: str | None
    in_name: str | None
    least: int | None
    most: int | None


def add_held(holdings: Holdings, versions: Sequence[Version]) -> None:
    """Count in what a file held in any version: once as a file, and the people of each content."""
    named = frozenset().union(*(kinds_of(each.in_name) for each in versions if each.in_name))
    read = [each for each in versions if each.in_content is not None]
    kinds = named.union(*(kinds_of(each.in_content) for each in read if each.in_content))
    if not kinds:
        return
    first, content_id = versions[0], read[0].content_id if read else None
    least, most = (read[0].least or 0, max(read[0].most or 0, 1)) if read else (0, 0)
    holdings.add(HeldFile(first.entry_id, first.folder_id, None, content_id, least, most, kinds))
    for each in read[1:]:
        if each.content_id is not None:
            holdings.add_people(each.content_id, each.least or 0, max(each.most or 0, 1))
