"""Which format an OLE compound file holds, told by the names of its streams.

Source: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.5 (DIFAT), 2.6 (directory), read 2026-11-25.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from scanner.extractors.base import Source

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OLE = "application/x-ole-storage"
ENCRYPTED_PACKAGE = "application/x-ole-encrypted-package"
RIGHTS_MANAGED = "application/x-ole-rights-managed"

_LAST_SECTOR = 0xFFFFFFFA  # numbers above it are markers, not sectors (2.1)
_NO_STREAM = 0xFFFFFFFF
_DIRECTORY_SECTORS = 512  # enough for every format's own streams
_HEADER_FAT_SECTORS = 109  # places of FAT sectors that the header holds itself (2.2)

_BY_STREAM = (  # first match wins; [MS-CFB] 2.6.4 compares names without regard to case
    ("encryptedpackage", ENCRYPTED_PACKAGE),
    ("powerpoint document", "application/vnd.ms-powerpoint"),
    ("pp97_dualstorage", "application/vnd.ms-powerpoint"),
    ("worddocument", "application/msword"),
    ("workbook", "application/vnd.ms-excel"),
    ("book", "application/vnd.ms-excel"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("visiodocument", "application/vnd.visio"),
    ("quill", "application/x-mspublisher"),
)
_RIGHTS_STREAMS = frozenset({"\tdrmcontent", "drmencryptedtransform", "\tdrmencryptedtransform"})


def ole_type(source: Source) -> str:
    """Return the media type of a source that begins with the OLE signature."""
    entries = list(_entries(source))
    if any(name in _RIGHTS_STREAMS for name, _, _, _ in entries):
        return RIGHTS_MANAGED
    names = _root_names(entries)
    for stream, media_type in _BY_STREAM:
        if stream in names:
            return media_type
    return OLE


Entry = tuple[str, int, int, int]  # folded name, left sibling, right sibling, child


def _root_names(entries: list[Entry]) -> frozenset[str]:
    """Return the names right below the root: what is embedded deeper is of another format."""
    if not entries:
        return frozenset()
    names: set[str] = set()
    seen: set[int] = set()
    todo = [entries[0][3]]
    while todo:
        number = todo.pop()
        if number in seen or number >= len(entries):
            continue
        seen.add(number)
        name, left, right, _ = entries[number]
        names.add(name)
        todo += (left, right)
    return frozenset(names)


def _entries(source: Source) -> Iterator[Entry]:
    header = source.head(512)
    if len(header) < 512:
        return
    (shift,) = struct.unpack_from("<H", header, 30)
    if shift not in (9, 12):
        return
    (sector,) = struct.unpack_from("<I", header, 48)
    for _ in range(_DIRECTORY_SECTORS):
        if sector > _LAST_SECTOR:
            return
        data = _sector(source, sector, shift)
        if not data:
            return
        for at in range(0, len(data) - 127, 128):
            (size,) = struct.unpack_from("<H", data, at + 64)
            name = data[at : at + max(min(size, 64) - 2, 0)].decode("utf-16-le", "replace")
            left, right, child = struct.unpack_from("<III", data, at + 68)
            yield name.lower(), left, right, child
        sector = _next_sector(source, header, sector, shift)


def _next_sector(source: Source, header: bytes, sector: int, shift: int) -> int:
    per_sector = 1 << (shift - 2)
    block, index = divmod(sector, per_sector)
    place = _fat_sector(source, header, block, shift)
    fat = _sector(source, place, shift) if place <= _LAST_SECTOR else b""
    return struct.unpack_from("<I", fat, index * 4)[0] if len(fat) >= index * 4 + 4 else _NO_STREAM


def _fat_sector(source: Source, header: bytes, block: int, shift: int) -> int:
    """Return the sector that holds the FAT's part ``block``."""
    if block < _HEADER_FAT_SECTORS:
        place: int = struct.unpack_from("<I", header, 76 + 4 * block)[0]
        return place
    per_sector = (1 << (shift - 2)) - 1  # the last number leads to the next DIFAT sector
    hops, index = divmod(block - _HEADER_FAT_SECTORS, per_sector)
    (sector,) = struct.unpack_from("<I", header, 68)
    for hop in range(hops + 1):
        data = _sector(source, sector, shift) if sector <= _LAST_SECTOR else b""
        if len(data) < 1 << shift:
            return _NO_STREAM
        (sector,) = struct.unpack_from("<I", data, (index if hop == hops else per_sector) * 4)
    return int(sector)


def _sector(source: Source, number: int, shift: int) -> bytes:
    stream = source.stream()
    stream.seek((number + 1) << shift)
    return stream.read(1 << shift)
