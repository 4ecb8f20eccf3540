"""What a line of a listing is: a file, a folder, a link, a stub whose bytes lie elsewhere.

Source: [MS-FSCC] 2.1.2.1, reparse tags; 2.6, file attributes; read 2026-11-25.
"""

from __future__ import annotations

from enum import Enum, auto

from connectors.smb.replies import Listed

_FOLDER, _REPARSE_POINT, _OFFLINE = 0x10, 0x400, 0x1000
_RECALL_ON_OPEN, _RECALL_ON_READ = 0x0004_0000, 0x0040_0000
_ELSEWHERE = _OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_READ

_SYMLINKS = frozenset({0xA000000C, 0xA000001D})  # of Windows; of Linux under Windows
_JUNCTION = 0xA0000003
_SPECIAL = frozenset({0x80000023, 0x80000024, 0x80000025, 0x80000026})  # socket, FIFO, devices
_WHOLE = frozenset({0x80000013, 0x80000017})  # deduplicated; compressed: read like any file
_STUBS = frozenset({0xC0000004, 0x80000006, 0x80000015, 0x80000018, 0x8000001E})
_CLOUD, _CLOUD_MASK = 0x9000001A, 0xFFFF0FFF  # sixteen tags that differ in one digit
_DFS = frozenset({0x8000000A, 0x80000012})


class Kind(Enum):
    """How a line of a listing is taken."""

    FILE = auto()
    FOLDER = auto()
    SYMLINK = auto()
    JUNCTION = auto()
    DFS_LINK = auto()
    SPECIAL_FILE = auto()
    OFFLINE = auto()
    UNSUPPORTED = auto()


def kind_of(line: Listed) -> Kind:
    """Return what ``line`` is; nothing is opened to find out."""
    if line.attributes & _REPARSE_POINT:
        return _tagged(line)
    if line.attributes & _FOLDER:
        return Kind.FOLDER
    return Kind.OFFLINE if line.attributes & _ELSEWHERE else Kind.FILE


def _tagged(line: Listed) -> Kind:
    tag, folder = line.reparse_tag, line.attributes & _FOLDER
    if tag in _SYMLINKS:
        return Kind.SYMLINK
    if tag == _JUNCTION:
        return Kind.JUNCTION
    if tag in _DFS:
        return Kind.DFS_LINK
    if tag in _SPECIAL:
        return Kind.SPECIAL_FILE
    stub = tag in _STUBS or tag & _CLOUD_MASK == _CLOUD
    if folder:  # a folder of a synchronised tree lists like any other; its files are stubs or not
        return Kind.FOLDER if stub or tag in _WHOLE else Kind.UNSUPPORTED
    if line.attributes & _ELSEWHERE:
        return Kind.OFFLINE
    if tag in _WHOLE or (stub and tag & _CLOUD_MASK == _CLOUD):  # a cloud file that is here in full
        return Kind.FILE
    return Kind.OFFLINE if stub else Kind.UNSUPPORTED
