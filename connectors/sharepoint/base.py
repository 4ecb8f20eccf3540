"""Which place in SharePoint a folder of content is: said, or found out by what lies in it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from connectors.sharepoint.permissions import Permissions
from connectors.sharepoint.places import Key, address_of, key_of, library_of, name_key, shown
from connectors.sharepoint.rows import ExportUnread, PlaceKind

_SAY = "say which place in SharePoint it is with --sharepoint-url"


def said(url: str, permissions: Permissions) -> Key:
    """Return the place that an address names. Raises ExportUnread where no row is about it."""
    try:
        place = library_of(address_of(url).place)
    except ValueError as error:
        raise ExportUnread(f"{url} is no address of a site, library or folder: {error}") from error
    base = key_of(place)
    above = any(base[:depth] in permissions.listed for depth in range(len(base) + 1))
    if not above and base not in permissions.children:
        raise ExportUnread(f"no row is about {shown(place)} or anything in it")
    return base


def found(folder: Path, permissions: Permissions) -> Key:
    """Return the place under which most of the listed places are found in ``folder``.

    That it is called after a library counts as one. Where nothing is found it is the one site, if
    nothing else is listed. Raises ExportUnread where that is not one place.
    """
    votes = _votes(folder, permissions)
    most = max(votes.values(), default=0)
    best = [key for key, number in votes.items() if number == most]
    if len(best) == 1:
        return best[0]
    if best:
        places = " or ".join(map(permissions.written, best))
        raise ExportUnread(f"the folder may be {places}: {_SAY}")
    (only, listed), *others = permissions.listed.items()
    if listed.kind is PlaceKind.SITE and not others:
        return only
    raise ExportUnread(f"none of the places that it lists is found in the folder: {_SAY}")


def _votes(folder: Path, permissions: Permissions) -> Counter[Key]:
    """Return for each place how many listed places are here if the folder is it."""
    inside = _Inside(folder)
    whole = name_key(folder.name)
    called = {whole, whole.rpartition(" - ")[2]}  # OneDrive: "Site - Library"
    votes: Counter[Key] = Counter()
    for key, listed in permissions.listed.items():
        for depth in range(len(key)):
            if inside.holds(key, depth, permissions):
                votes[key[:depth]] += 1
        is_library = listed.kind is PlaceKind.LIBRARY and bool(key)
        if is_library and not permissions.spellings(key).isdisjoint(called):
            votes[key] += 1
    return votes


class _Inside:
    """What lies in a folder, looked at as far as it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[tuple[str, ...], dict[str, str]] = {}

    def holds(self, key: Key, depth: int, permissions: Permissions) -> bool:
        """Return whether a listed place is here if the folder is the place ``key[:depth]``."""
        at: tuple[str, ...] = ()
        for end in range(depth + 1, len(key) + 1):
            names = self._in(at)
            called = permissions.spellings(key[:end]) & names.keys()
            if not called:
                return False
            at = (*at, names[min(called)])
        return True

    def _in(self, at: tuple[str, ...]) -> dict[str, str]:
        if at not in self._names:
            try:
                names = os.listdir(self._folder.joinpath(*at))
            except OSError:
                names = []
            self._names[at] = {name_key(name): name for name in names}
        return self._names[at]
