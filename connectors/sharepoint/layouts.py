"""The tables that are known: their headings, and what a line of each says.

Source  Microsoft 365 documentation, "Report on file and folder sharing in a SharePoint site"; PnP
        script samples, "spo-get-permission-audit"; SharePoint Diary, "Generate permissions
        report"; NovaPoint, permissions report; read 2026-11-27. None was run against a SharePoint.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from connectors.sharepoint.principals import link_of
from connectors.sharepoint.rows import (
    ADMINISTRATOR,
    LinkScope,
    PlaceKind,
    Row,
    Who,
    kind_of,
    levels_of,
)
from connectors.sharepoint.tables import Cells, Layout, plain

_LINKS = {
    "anonymous": LinkScope.ANYONE,
    "anyone": LinkScope.ANYONE,
    "company": LinkScope.ORGANISATION,
    "organization": LinkScope.ORGANISATION,
    "organisation": LinkScope.ORGANISATION,
    "specificpeople": LinkScope.PEOPLE,
    "users": LinkScope.PEOPLE,
}
_CLAIM = "c:0"
_IN_GROUP = re.compile(r"group\W+(.+?)['\"]?$", re.IGNORECASE)

SHARING = Layout(
    "the site sharing report",
    {
        "url": ("Resource Path",),
        "kind": ("Item Type",),
        "levels": ("Permission",),
        "name": ("User Name",),
        "email": ("User E-mail", "User Email"),
        "who": ("User Or Group Type",),
        "link_id": ("Link ID",),
        "link": ("Link Type",),
        "via": ("AccessViaLinkID",),
    },
    frozenset({"url", "kind", "levels", "name", "who"}),
)
PNP = Layout(
    "the PnP permission audit",
    {
        "site": ("SiteUrl",),
        "title": ("SiteTitle",),
        "kind": ("Type",),
        "url": ("RelativeUrl",),
        "list": ("ListTitle",),
        "who": ("MemberType",),
        "name": ("MemberName",),
        "login": ("MemberLoginName",),
        "group": ("ParentGroup",),
        "levels": ("Roles",),
    },
    frozenset({"kind", "url", "who", "name", "levels"}),
)
DIARY = Layout(
    "the SharePoint Diary permissions report",
    {
        "kind": ("Object",),
        "title": ("Title",),
        "url": ("URL",),
        "name": ("Users",),
        "who": ("Type",),
        "levels": ("Permissions",),
        "through": ("GrantedThrough",),
    },
    frozenset({"kind", "url", "name", "levels", "through"}),
)
NOVAPOINT = Layout(
    "the NovaPoint permissions report",
    {
        "kind": ("LocationType",),
        "title": ("LocationName",),
        "url": ("LocationUrl",),
        "through": ("AccessType",),
        "who": ("AccountType",),
        "name": ("Users",),
        "levels": ("PermissionsLevels", "PermissionLevels"),
    },
    frozenset({"kind", "url", "through", "name", "levels"}),
)
PLAIN = Layout(
    "a plain table of permissions",
    {
        "url": ("Address",),
        "kind": ("Place",),
        "title": ("Title",),
        "name": ("Name",),
        "login": ("Account",),
        "who": ("Account type",),
        "group": ("Group",),
        "levels": ("Levels",),
        "link": ("Link",),
    },
    frozenset({"url", "kind", "name", "levels"}),
)


def rows_of(layout: Layout, lines: Iterator[Cells]) -> Iterator[Row]:
    """Yield what the lines of a table say. Raises ExportUnread."""
    read = _READERS[layout.name]
    for cells in lines:
        yield from read(cells)


def _sharing(cells: Cells) -> Iterator[Row]:
    """Read a line of who has access; a link has its own, and one more for each who used it."""
    scope = _LINKS.get(plain(cells["link"]), LinkScope.UNTOLD)
    shared = Row(cells["url"], kind_of(cells["kind"]), levels=levels_of(cells["levels"]))
    who = Who(name=cells["name"], email=cells["email"], kind=cells["who"])
    if cells["via"]:
        yield shared._replace(who=who, link=scope, link_id=cells["via"])
    elif cells["link_id"]:
        yield shared._replace(link=scope, link_id=cells["link_id"])
    else:
        yield shared._replace(who=who)


def _pnp(cells: Cells) -> Iterator[Row]:
    kind = kind_of(cells["kind"])
    title = cells["title"] if kind is PlaceKind.SITE else cells["list"]
    row = Row(_pnp_url(cells, kind), kind, levels=levels_of(cells["levels"]), title=title)
    member, group = cells["who"].casefold(), cells["group"]
    who = Who(cells["login"], cells["name"])
    link = link_of(group or cells["login"] or cells["name"])
    if link is not None:
        link_id, scope, level = link
        levels = row.levels or levels_of(level)
        yield row._replace(who=who if group else None, levels=levels, link=scope, link_id=link_id)
    elif group:
        yield row._replace(who=who, group=group)
    elif member == "group" and not who.login.casefold().startswith(_CLAIM):
        yield row._replace(group=who.name)
    else:
        yield row._replace(who=who._replace(kind=member))


def _pnp_url(cells: Cells, kind: PlaceKind) -> str:
    """Return the address of a place, which may begin at its site."""
    url, site = cells["url"], cells["site"]
    if not url and kind is PlaceKind.SITE:
        return site
    if site and url and not url.startswith(("/", "http")):
        return f"{site.rstrip('/')}/{url}"
    return url


def _listed(cells: Cells) -> Iterator[Row]:
    """Read a line of all users who have some levels at a place by one way."""
    through, who = cells["through"], cells["who"]
    levels = levels_of(cells["levels"])
    if "admin" in f"{through} {who}".casefold():
        levels = levels_of(ADMINISTRATOR)
    row = Row(cells["url"], kind_of(cells["kind"]), levels=levels, title=cells["title"])
    found = _IN_GROUP.search(through)
    group = found[1].strip() if found else ""
    link = link_of(group or cells["name"])
    if link is not None:
        row = row._replace(link=link[1], link_id=link[0])
    elif "link" in through.casefold():
        scopes = (scope for word, scope in _LINKS.items() if word in plain(through))
        row = row._replace(link=next(scopes, LinkScope.UNTOLD))
    elif group:
        row = row._replace(group=group)
    in_another = bool(row.group) or row.link is not None
    if in_another:
        yield row
    for name in cells["name"].replace("\n", ";").split(";"):
        if name.strip() and link_of(name) is None:
            yield row._replace(who=Who(name=name.strip(), kind="" if in_another else who))


def _plain(cells: Cells) -> Iterator[Row]:
    kind = kind_of(cells["kind"])
    row = Row(cells["url"], kind, levels=levels_of(cells["levels"]), title=cells["title"])
    who = Who(cells["login"], cells["name"], kind=cells["who"])
    link = _LINKS.get(plain(cells["link"]), LinkScope.UNTOLD) if cells["link"] else None
    row = row._replace(group=cells["group"], link=link)
    named = bool(who.login or who.name)
    yield row._replace(who=who if named else None)


_READERS: Mapping[str, Callable[[Cells], Iterator[Row]]] = {
    SHARING.name: _sharing,
    PNP.name: _pnp,
    DIARY.name: _listed,
    NOVAPOINT.name: _listed,
    PLAIN.name: _plain,
}
LAYOUTS = (SHARING, PNP, NOVAPOINT, DIARY, PLAIN)
