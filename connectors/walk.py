"""The order in which every connector walks its share, without what the settings leave out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from connectors.base import Exclusion, FolderPath, LeftOut, Listing

_SOON = 8  # folders


def parents_first(
    listed: Callable[[FolderPath], Listing],
    left_out: LeftOut | None = None,
    coming: Callable[[Sequence[FolderPath]], None] = lambda _folders: None,
) -> Iterator[Listing]:
    """Yield the listing of each folder from the root down, one at a time, in order of names.

    ``coming`` is told, before each is yielded, which few come next.
    """
    waiting: list[FolderPath] = [()]
    while waiting:
        folder = waiting.pop()
        listing = listed(folder)
        if left_out is not None:
            listing = _without(listing, left_out)
        waiting.extend((*folder, name) for name in reversed(listing.subfolders))
        coming(waiting[: -_SOON - 1 : -1])
        yield listing


def _without(listing: Listing, left_out: LeftOut) -> Listing:
    """Return ``listing`` with what is left out among the excluded, by the rule of the settings."""
    is_left_out = left_out(listing.folder)
    if is_left_out is None:
        return listing
    files = {row[0] for row in listing.entries if is_left_out(row[0])}
    folders = set(filter(is_left_out, listing.subfolders))
    if not files and not folders:
        return listing
    excluded = [(name, Exclusion.SETTINGS) for name in files | folders]
    return replace(
        listing,
        entries=tuple(row for row in listing.entries if row[0] not in files),
        subfolders=tuple(name for name in listing.subfolders if name not in folders),
        excluded=tuple(sorted((*listing.excluded, *excluded))),
    )
