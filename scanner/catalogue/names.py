r"""Names of any bytes as text, and back.

A name that is UTF-8 is stored as it is. Any other is stored as "/" followed by the name with
``\xNN`` for the stray bytes and ``\\`` for a backslash: no name can hold "/", so nothing collides.

>>> to_text("plain.txt"), to_text("caf\udce9.txt")
('plain.txt', '/caf\\xe9.txt')
>>> from_text(to_text("caf\udce9.txt")) == "caf\udce9.txt"
True
"""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\(\\|x[0-9a-f]{2})")


def to_text(name: str) -> str:
    """Return ``name``, which may hold surrogate escapes, as text that any database takes."""
    if name.isascii():
        return name
    try:
        name.encode()
    except UnicodeEncodeError:
        return "/" + name.replace("\\", "\\\\").encode("utf-8", "surrogateescape").decode(
            "utf-8", "backslashreplace"
        )
    return name


def from_text(stored: str) -> str:
    """Return the name that ``to_text`` made ``stored`` of."""
    if not stored.startswith("/"):
        return stored
    return _ESCAPE.sub(_plain, stored[1:])


def path_to_text(parts: tuple[str, ...]) -> str:
    r"""Return the names of a path, "/" between them; a stray-byte name keeps its own mark.

    >>> path_to_text(("a", "b\udcff")) == "a//b" + chr(92) + "xff"
    True
    """
    return "/".join(map(to_text, parts))


def path_from_text(stored: str) -> tuple[str, ...]:
    r"""Return the names that ``path_to_text`` joined.

    >>> path_from_text("") , path_from_text("a/b"), path_from_text("/x/y")
    ((), ('a', 'b'), ('x', 'y'))
    """
    parts: list[str] = []
    escaped = False
    for piece in stored.split("/") if stored else ():
        if not piece:
            escaped = True
            continue
        parts.append(from_text("/" + piece) if escaped else piece)
        escaped = False
    return tuple(parts)


def shown(path: str) -> str:
    r"""Return a stored path as people and exports see it, without the marks.

    >>> shown("a//caf\\xe9.txt") == "a/caf" + chr(92) + "xe9.txt"
    True
    """
    return path.replace("//", "/").removeprefix("/")


def _plain(match: re.Match[str]) -> str:
    code = match[1]
    return "\\" if code == "\\" else chr(0xDC00 + int(code[1:], 16))
