"""What lies at a path, in words: for a command that was given something else than it can take."""

from __future__ import annotations

import stat

_WORDS = {
    stat.S_IFREG: "a file",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def kind_words(mode: int) -> str:
    """Return what a file of this mode is.

    >>> kind_words(stat.S_IFIFO | 0o600)
    'a pipe'
    """
    return _WORDS.get(stat.S_IFMT(mode), "a special file")
