"""Names from a file system as text that is safe to print: what cannot be seen is written out.

A terminal obeys control characters and escape sequences, so a file's name could move the cursor,
turn the direction of reading or set the window's title. The page writes them the same way.
"""

from __future__ import annotations

import unicodedata

from scanner.catalogue.names import spelt

# General categories without a shape of their own: control, format (direction marks among them),
# surrogate, private use, unassigned, line and paragraph separators.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_STRAY_FIRST, _STRAY_LAST = "\udc80", "\udcff"  # bytes that are not UTF-8: PEP 383


def plain(name: str) -> str:
    r"""Return ``name`` with each unseen character as its number, each stray byte as ``\xNN``.

    >>> plain("fdp\u202e.exe")
    'fdp[U+202E].exe'
    >>> print(plain("caf\udce9.txt"))
    caf\xe9.txt
    """
    if name.isascii() and name.isprintable():
        return name
    return "".join(map(_character, name))


def exact(path: str) -> str:
    r"""Return ``path`` for programs: as exports spell it, stray bytes and all.

    >>> print(exact("caf\udce9.txt"))
    caf\xe9.txt
    """
    return spelt(path)


def is_unseen(character: str) -> bool:
    """Return whether a character has no shape of its own."""
    return unicodedata.category(character) in _UNSEEN


def _character(character: str) -> str:
    if _STRAY_FIRST <= character <= _STRAY_LAST:
        return f"\\x{ord(character) - 0xDC00:02x}"
    if is_unseen(character):
        return f"[U+{ord(character):04X}]"
    return character
