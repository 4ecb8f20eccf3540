"""Permissions as Microsoft Graph gives them: items with their ``permissions``, as JSON.

One item, a list of items, an answer with ``value``, or one item a line. An item says where it lies
by ``webUrl``; where that is a viewer's address (Office files), by its drive and the path in it, and
the drive's own address is learnt from another item of the same drive.

Source  Microsoft Graph v1.0, resource types driveItem, permission, sharePointIdentitySet and
        sharingLink; read 2026-11-27.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from connectors.sharepoint.places import address_of
from connectors.sharepoint.rows import ExportUnread, Level, LinkScope, PlaceKind, Row, Who

_SCOPES = {
    "anonymous": LinkScope.ANYONE,
    "organization": LinkScope.ORGANISATION,
    "users": LinkScope.PEOPLE,
}
_IDENTITIES = ("user", "siteUser", "group", "siteGroup", "application", "device")
_LINK_LEVELS = {"view": "read", "blocksDownload": "read", "embed": "read", "edit": "write"}
_LETS_NOBODY_IN = "existingAccess"  # such a link opens for those who are let in already
_NAMES_NOBODY = "an item without its permissions: ask for them with $expand=permissions"

Item = Mapping[str, object]


def rows_of(text: str) -> Iterator[Row]:
    """Yield what the items of an answer say. Raises ExportUnread."""
    items = [_mapping(each) for each in _items(text)]
    if not any("permissions" in each for each in items):
        raise ExportUnread("it is JSON, but has no column permissions in any item")
    if not all("permissions" in each for each in items):
        raise ExportUnread(_NAMES_NOBODY)
    drives = _drives(items)
    for item in items:
        yield from _of_item(item, _url(item, drives))


def _items(text: str) -> Sequence[object]:
    try:
        found = json.loads(text)
    except ValueError:
        found = _lines(text)
    except RecursionError as error:
        raise ExportUnread("it is JSON nested too deep") from error
    if isinstance(found, dict) and isinstance(found.get("value"), list):
        if "@odata.nextLink" in found:
            raise ExportUnread("it is the first page of an answer only: export all pages")
        found = found["value"]
    return found if isinstance(found, list) else [found]


def _lines(text: str) -> list[object]:
    found: list[object] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                found.append(json.loads(line))
            except (ValueError, RecursionError) as error:
                raise ExportUnread(
                    f"line {number} is no JSON: it was cut short or changed, export it again"
                ) from error
    return found


def _drives(items: Sequence[Item]) -> dict[str, str]:
    """Return the address of each drive, from an item of it that says its own."""
    found: dict[str, str] = {}
    for item in items:
        parent = _mapping(item.get("parentReference"))
        drive, url = _text(parent, "driveId"), _text(item, "webUrl")
        try:
            place = address_of(url).place
        except ValueError:
            continue
        below = _below(item, parent)
        if drive and below is not None and drive not in found:
            found[drive] = "/" + "/".join(place[: len(place) - len(below)])
    return found


def _url(item: Item, drives: Mapping[str, str]) -> str:
    """Return an item's address; "" where it cannot be told."""
    parent = _mapping(item.get("parentReference"))
    below, drive = _below(item, parent), drives.get(_text(parent, "driveId"))
    if below is not None and drive is not None:
        return "/".join((drive, *below))
    return _text(item, "webUrl")


def _below(item: Item, parent: Item) -> tuple[str, ...] | None:
    """Return the names from the root of its drive to an item; None: it does not say."""
    if "root" in item:
        return ()
    _, root, path = unquote(_text(parent, "path")).partition("root:")
    if not root or not _text(item, "name"):
        return None
    return (*(name for name in path.split("/") if name), _text(item, "name"))


def _of_item(item: Item, url: str) -> Iterator[Row]:
    kind = PlaceKind.FOLDER if "folder" in item else PlaceKind.FILE
    if "root" in item:
        kind = PlaceKind.LIBRARY
    row = Row(url, kind)
    permissions = item["permissions"]
    if not isinstance(permissions, list):
        raise ExportUnread(_NAMES_NOBODY)
    if not permissions:
        yield row
    for each in permissions:
        yield from _of_permission(_mapping(each), row)


def _of_permission(permission: Item, row: Row) -> Iterator[Row]:
    roles = permission.get("roles")
    names = [each for each in roles if isinstance(each, str)] if isinstance(roles, list) else []
    row = row._replace(levels=tuple(Level(name.removeprefix("sp.")) for name in names))
    link = _mapping(permission.get("link"))
    if _text(link, "scope") == _LETS_NOBODY_IN:
        yield row._replace(levels=())
        return
    if link:
        if not names:
            kind = _text(link, "type")
            row = row._replace(levels=(Level(_LINK_LEVELS.get(kind, kind or "sharing link")),))
        scope = _SCOPES.get(_text(link, "scope"), LinkScope.UNTOLD)
        row = row._replace(link=scope, link_id=_text(permission, "id"))
        yield row
    people = _identities(permission)
    for who in people:
        yield row._replace(who=who)
    invited = _text(_mapping(permission.get("invitation")), "email")
    if invited and not people:
        yield row._replace(who=Who(email=invited, name=invited))
    elif not link and not people:
        yield row._replace(url="")  # somebody whom nothing names: told as a row not understood


def _identities(permission: Item) -> list[Who]:
    """Return each whom a permission names, once: ``user`` and ``siteUser`` are one person."""
    sets = [permission.get("grantedToV2") or permission.get("grantedTo")]
    several = permission.get("grantedToIdentitiesV2") or permission.get("grantedToIdentities")
    sets += several if isinstance(several, list) else []
    return [who for each in sets for who in _one(_mapping(each))]


def _one(named: Item) -> Iterator[Who]:
    for kind in _IDENTITIES:
        identity = _mapping(named.get(kind))
        if not identity:
            continue
        site = _mapping(named.get("siteUser"))
        login = _text(identity, "loginName") or _text(site, "loginName")
        email = _text(identity, "email") or _text(site, "email")
        words = {"siteGroup": "SharePoint group", "group": "security group"}.get(kind, kind)
        name = _text(identity, "displayName")
        if kind == "group" and not login:
            login = _text(identity, "id")
        if kind == "siteGroup":
            login = ""
        yield Who(login, name, email, words)
        return


def _mapping(value: object) -> Item:
    return value if isinstance(value, dict) else {}


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""
