"""What one line of a permission export says, whatever program wrote it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from connectors.base import ConnectorError

ADMINISTRATOR = "Site Collection Administrator"
"""Not a level, but shown as one: may do all in a site collection, whatever is set below."""


class ExportUnread(ConnectorError):
    """A permission export cannot be used; the message says why, in one line."""


class PlaceKind(StrEnum):
    """What permissions are set on."""

    SITE = "site"
    LIBRARY = "library"
    FOLDER = "folder"
    FILE = "file"


class LinkScope(StrEnum):
    """Whom a sharing link lets in."""

    ANYONE = "anyone"
    ORGANISATION = "organisation"
    PEOPLE = "people"
    UNTOLD = "untold"


class Level(NamedTuple):
    """A permission level by name; ``mask`` are the base permissions in it, where they are told."""

    name: str
    mask: int | None = None


class Who(NamedTuple):
    """Somebody as an export names them: any part may be empty. ``kind`` is in its own words.

    ``enabled`` is false of an account that was deleted.
    """

    login: str = ""
    name: str = ""
    email: str = ""
    kind: str = ""
    enabled: bool = True


class Row(NamedTuple):
    """Levels that somebody has at a place: by name, as a member of ``group``, or by a link.

    ``url`` is absolute or begins at the server's root, ``title`` the display name of a site or
    library. Without ``who`` a row is about the group or link itself; without ``levels`` it only
    tells a member.
    """

    url: str
    kind: PlaceKind
    who: Who | None = None
    levels: tuple[Level, ...] = ()
    group: str = ""
    link: LinkScope | None = None
    link_id: str = ""
    title: str = ""


def kind_of(words: str) -> PlaceKind:
    """Return what a place is, from the word that an export has for it; a file by its ending.

    >>> kind_of("Web").value, kind_of("List or Library").value, kind_of("List Item").value
    ('site', 'library', 'file')
    >>> kind_of("Site collection").value, kind_of("docx").value
    ('site', 'file')
    """
    said = words.casefold()
    if "item" in said or "file" in said:
        return PlaceKind.FILE
    if "folder" in said:
        return PlaceKind.FOLDER
    if "list" in said or "library" in said:
        return PlaceKind.LIBRARY
    if said in ("web", "subsite", "root") or "site" in said:
        return PlaceKind.SITE
    return PlaceKind.FILE


def levels_of(words: str, between: str = ",") -> tuple[Level, ...]:
    """Return the levels in a list of names.

    >>> [level.name for level in levels_of("Edit, Limited Access")]
    ['Edit', 'Limited Access']
    """
    names = words.replace(";", between).split(between)
    return tuple(Level(name.strip()) for name in names if name.strip())
