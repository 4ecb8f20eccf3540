"""The order in which every connector walks its share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from connectors.base import FolderPath, Listing


def parents_first(listed: Callable[[FolderPath], Listing]) -> Iterator[Listing]:
    """Yield the listing of each folder from the root down, one at a time, in order of names."""
    waiting: list[FolderPath] = [()]
    while waiting:
        folder = waiting.pop()
        listing = listed(folder)
        yield listing
        waiting.extend((*folder, name) for name in reversed(listing.subfolders))
