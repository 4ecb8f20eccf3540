"""The data access governance report of sites: it counts who has access, and names nobody.

Source  Microsoft 365 documentation, "Data access governance reports for SharePoint sites", and
        public scripts that read it; headings differ between versions; read 2026-11-27.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from connectors.sharepoint.tables import Cells, Layout

_COUNTED: Mapping[str, tuple[str, ...]] = {
    "people with access": ("Number of users having access",),
    "Entra groups": ("Entra group count", "Microsoft Entra group permission count"),
    "links for anyone": ("Anyone link count",),
    "links for the organisation": ("PeopleInYourOrg link count",),
    "grants to Everyone except external users": ("EEEU permission count",),
    "grants to Everyone": ("Everyone permission count",),
    "grants to guests": ("Guest user permissions",),
}
SITE_COUNTS = Layout(
    "the site permissions report of data access governance",
    {"url": ("Site URL",), "title": ("Site name",), **_COUNTED},
    frozenset({"url", "people with access"}),
)


def counts_of(lines: Iterator[Cells]) -> Iterator[tuple[str, str, dict[str, int]]]:
    """Yield address, title and counts of each site; what is no number is left out."""
    for cells in lines:
        counts = {
            what: int(number)
            for what in _COUNTED
            if (number := cells[what].replace(",", "")).isdecimal()
        }
        yield cells["url"], cells["title"], counts
