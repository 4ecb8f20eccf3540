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

_STRAY_OR_ALIKE = re.compile(r"(\\*)(?:([\udc80-\udcff])|(x[89a-f][0-9a-f]))")
_SPELT = re.compile(r"(\\*)x([89a-f][0-9a-f])")
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


def spelt(path: str) -> str:
    r"""Return a path of any bytes as text for people and programs: a stray byte as ``\xNN``.

    Where backslashes stand before such a byte, or before what only looks like one, each is
    doubled; every other backslash is left alone. So no two paths are spelt alike.

    >>> print(spelt("caf\udce9"), spelt(r"caf\xe9"), spelt(r"C:\users\x"))
    caf\xe9 caf\\xe9 C:\users\x
    """
    if path.isascii() and "\\" not in path:
        return path
    return _STRAY_OR_ALIKE.sub(_spelling, path)


def unspelt(text: str) -> str:
    r"""Return the path that ``spelt`` made ``text`` of.

    >>> unspelt(r"caf\xe9") == "caf\udce9", unspelt(r"caf\\xe9") == r"caf\xe9"
    (True, True)
    """
    return _SPELT.sub(_meant, text)


def shown(path: str) -> str:
    r"""Return a stored path as people and exports see it: ``spelt``, without the marks.

    >>> print(shown("a//caf\\xe9.txt"))
    a/caf\xe9.txt
    """
    if "\\" not in path and "//" not in path and not path.startswith("/"):
        return path
    return spelt("/".join(path_from_text(path)))


def _spelling(match: re.Match[str]) -> str:
    before, stray, alike = match.groups()
    return 2 * before + (f"\\x{ord(stray) - 0xDC00:02x}" if stray else alike)


def _meant(match: re.Match[str]) -> str:
    before, code = match.groups()
    half = "\\" * (len(before) // 2)
    return half + (chr(0xDC00 + int(code, 16)) if len(before) % 2 else f"x{code}")


def _plain(match: re.Match[str]) -> str:
    code = match[1]
    return "\\" if code == "\\" else chr(0xDC00 + int(code[1:], 16))
