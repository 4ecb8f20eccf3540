"""Which files and folders the settings leave out of a scan."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fnmatch import translate
from functools import cache

from connectors.base import FolderPath, LeftOut
from scanner.settings.shape import Settings

_ANY_DEPTH = "**"
_Part = re.Pattern[str] | None  # None stands for any number of parts


def left_out(settings: Settings) -> LeftOut | None:
    """Return what tells of a folder which names in it are left out; None: nothing is anywhere."""
    wanted = [_parts(path) for each in settings.exclude for path in each.paths]
    if not wanted:
        return None

    def told(folder: FolderPath) -> Callable[[str], bool] | None:
        path = [part.casefold() for part in folder]
        names = tuple(name for above, name in wanted if _fits(above, path))
        return _any_of(names) if names else None

    return told


def _parts(pattern: str) -> tuple[tuple[_Part, ...], str]:
    """Return an expression for each folder on the way, and the one of the name at its end."""
    parts = pattern.strip("/").casefold().split("/")
    while parts[-1] == _ANY_DEPTH:  # all that lies in a folder: the folder need not be walked
        parts.pop()
    *above, name = parts
    ways = (None if part == _ANY_DEPTH else re.compile(translate(part)) for part in above)
    return tuple(ways), translate(name)


def _fits(parts: Sequence[_Part], path: Sequence[str]) -> bool:
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


@cache
def _any_of(names: tuple[str, ...]) -> Callable[[str], bool]:
    expression = re.compile("|".join(names))
    return lambda name: expression.match(name.casefold()) is not None
