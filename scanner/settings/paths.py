"""Which files and folders the settings leave out of a scan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import translate

from connectors.base import FolderPath, LeftOut
from scanner.settings.shape import Settings

_ANY_DEPTH = "**"


def left_out(settings: Settings) -> LeftOut | None:
    """Return what tells of a folder and a name in it whether it is left out; None: nothing is."""
    wanted = [_parts(path) for each in settings.exclude for path in each.paths]
    if not wanted:
        return None

    def told(folder: FolderPath, name: str) -> bool:
        path = tuple(part.casefold() for part in (*folder, name))
        return any(_fits(parts, path) for parts in wanted)

    return told


def _parts(pattern: str) -> tuple[re.Pattern[str] | None, ...]:
    """Return one expression for each part of a path; None stands for any number of parts."""
    parts = pattern.strip("/").casefold().split("/")
    if parts[-1] == _ANY_DEPTH:  # all that lies in a folder: the folder itself need not be walked
        parts.pop()
    return tuple(None if part == _ANY_DEPTH else re.compile(translate(part)) for part in parts)


def _fits(parts: Sequence[re.Pattern[str] | None], path: Sequence[str]) -> bool:
    """Return whether ``parts`` fit the whole of ``path``; each ** may take any of its parts."""
    ends = {0}  # how much of the path may be taken so far
    for part in parts:
        if part is None:
            ends = set(range(min(ends), len(path) + 1))
        else:
            ends = {end + 1 for end in ends if end < len(path) and part.match(path[end])}
        if not ends:
            return False
    return len(path) in ends
