"""On which line of a TOML file a key stands: its reader gives values only."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TABLE = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_\-]+)["']?\s*[=.]""")


def line_of(text: str, place: Sequence[str | int]) -> int:
    r"""Return the line, from 1, of what lies at ``place``: keys, and numbers from 0 in lists.

    The line of the nearest part that is found: of a list its key, of a missing key its table.

    >>> line_of('[[detector]]\nentity = "A"\n[[detector]]\ntitle = 1', ("detector", 1, "title"))
    4
    """
    best, depth, table = 1, 0, []
    seen: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if opened := _TABLE.match(line):
            names = [part.strip(" \"'") for part in opened[2].split(".")]
            table = list(names)
            if opened[1] == "[[":
                seen[opened[2]] = seen.get(opened[2], -1) + 1
                table = [*names, seen[opened[2]]]
            here = table
        elif key := _KEY.match(line):
            here = [*table, key[1]]
        else:
            continue
        if len(here) > depth and list(place[: len(here)]) == here:
            best, depth = number, len(here)
    return best
