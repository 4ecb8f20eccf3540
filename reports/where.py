"""Where a place is, in words: a folder, or the first of its files and how many more."""

from __future__ import annotations

from reports.words import counted
from scanner.catalogue.queries.below import PlaceBelow
from scanner.catalogue.queries.exposure import ExposedPlace


def folder_of(place: ExposedPlace | PlaceBelow) -> str:
    """Return the folder of a place, as it can be asked about."""
    return f"{place.share}/{place.folder}" if place.folder else place.share


def files_apart(place: ExposedPlace | PlaceBelow) -> str:
    """Return which files a place apart is: its one file, or the first and how many more."""
    first = f"{place.share}/{place.paths[0]}"
    if place.files == 1:
        return f"{first}, of its own permissions"
    more = counted(place.files - 1, "more file")
    return f"{first} and {more} of their own permissions in {folder_of(place)}"
