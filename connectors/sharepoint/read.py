"""One permission export, recognised by what is in it, read into permissions."""

from __future__ import annotations

from pathlib import Path

from connectors.sharepoint import graph, package
from connectors.sharepoint.layouts import LAYOUTS, rows_of
from connectors.sharepoint.permissions import Permissions
from connectors.sharepoint.rows import ExportUnread
from connectors.sharepoint.site_counts import SITE_COUNTS, counts_of
from connectors.sharepoint.tables import MOST_BYTES, recognised, text_of

_JSON = ("{", "[")


def read_export(path: Path, permissions: Permissions) -> None:
    """Take an export in, whatever wrote it. Raises ExportUnread."""
    try:
        if package.is_package(path):
            permissions.take(package.rows_of(path))
            return
        if path.stat().st_size > MOST_BYTES:
            raise ExportUnread("it is larger than 256 MB: export fewer sites at a time")
        text = text_of(path.read_bytes())
    except OSError as error:
        raise ExportUnread(f"it cannot be read ({error.strerror})") from error
    if text.lstrip().startswith(_JSON):
        permissions.take(graph.rows_of(text))
        return
    layout, lines = recognised(text, (*LAYOUTS, SITE_COUNTS))
    if layout is SITE_COUNTS:
        for url, title, counts in counts_of(lines):
            permissions.count(url, title, counts)
    else:
        permissions.take(rows_of(layout, lines))
