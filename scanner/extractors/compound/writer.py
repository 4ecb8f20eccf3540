"""A compound file made of storages and streams, so that what is embedded goes through the router.

A document within a document lies in a storage of its own, without the file around it that every
reader expects. Source: [MS-CFB] 2.2-2.6, read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scanner.extractors.compound.file import SIGNATURE

Tree: TypeAlias = Mapping[str, "bytes | Tree"]

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT, _DIFAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFC, 0xFFFFFFFF
_IN_HEADER = 109  # FAT sectors whose places the header holds
_PER_SECTOR = _SECTOR // 4


@dataclass(slots=True)
class _Entry:
    name: str
    kind: int  # 1 storage, 2 stream, 5 root
    start: int = 0
    size: int = 0
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE

    def packed(self) -> bytes:
        raw = self.name[:31].encode("utf-16-le")
        place = (self.left, self.right, self.child)
        return struct.pack(
            "<64sHBBIII36xIQ", raw, len(raw) + 2, self.kind, 1, *place, self.start, self.size
        )


class _Chains:
    """Sectors of one size, and where each leads."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.sectors: list[bytes] = []
        self.next: list[int] = []

    def add(self, data: bytes) -> int:
        """Add a chain that holds ``data``; return its first sector."""
        if not data:
            return _END
        first = len(self.sectors)
        for at in range(0, len(data), self.size):
            self.sectors.append(data[at : at + self.size].ljust(self.size, b"\0"))
            self.next.append(len(self.sectors))
        self.next[-1] = _END
        return first


def compound_bytes(tree: Tree) -> bytes:
    """Return the compound file whose root holds ``tree``: bytes are streams, mappings storages."""
    entries = [_Entry("Root Entry", 5)]
    chains, mini = _Chains(_SECTOR), _Chains(_MINI)
    _add(entries, 0, tree, chains, mini)
    mini_fat = struct.pack(f"<{len(mini.next)}I", *mini.next)
    mini_fat += b"\xff" * (-len(mini_fat) % _SECTOR)
    held = b"".join(mini.sectors)
    entries[0].start, entries[0].size = chains.add(held), len(held)
    mini_start = chains.add(mini_fat)
    directory = chains.add(b"".join(entry.packed() for entry in entries))
    return _file(chains, directory, mini_start, len(mini_fat) // _SECTOR)


def _add(entries: list[_Entry], parent: int, tree: Tree, chains: _Chains, mini: _Chains) -> None:
    names = sorted(tree, key=lambda name: (len(name), name.upper()))  # 2.6.4
    numbers: list[int] = []
    for name in names:
        numbers.append(len(entries))
        content = tree[name]
        if isinstance(content, bytes):
            small = len(content) < _CUTOFF
            start = (mini if small else chains).add(content)
            entries.append(_Entry(name, 2, start, len(content)))
        else:
            entries.append(_Entry(name, 1))
            _add(entries, numbers[-1], content, chains, mini)
    entries[parent].child = _balanced(entries, numbers)


def _balanced(entries: list[_Entry], numbers: Sequence[int]) -> int:
    """Link the entries as a tree of the least depth; return its top."""
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    top = entries[numbers[middle]]
    top.left = _balanced(entries, numbers[:middle])
    top.right = _balanced(entries, numbers[middle + 1 :])
    return numbers[middle]


def _file(chains: _Chains, directory: int, mini_start: int, mini_sectors: int) -> bytes:
    data = len(chains.sectors)
    fat_sectors = difat_sectors = 0
    while True:  # the FAT has places for itself
        fat = -(-(data + fat_sectors + difat_sectors) // _PER_SECTOR)
        difat = -(-max(fat - _IN_HEADER, 0) // (_PER_SECTOR - 1))
        if (fat, difat) == (fat_sectors, difat_sectors):
            break
        fat_sectors, difat_sectors = fat, difat
    places = list(range(data, data + fat_sectors))
    table = [*chains.next, *[_FAT] * fat_sectors, *[_DIFAT] * difat_sectors]
    table += [_FREE] * (fat_sectors * _PER_SECTOR - len(table))
    first_difat = data + fat_sectors if difat_sectors else _END
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        *(SIGNATURE, 0x3E, 3, 0xFFFE, 9, 6),
        *(0, fat_sectors, directory, 0, _CUTOFF, mini_start, mini_sectors),
        *(first_difat, difat_sectors),
        *places[:1] or (_FREE,),
    )
    header += struct.pack(f"<{len(places[1:_IN_HEADER])}I", *places[1:_IN_HEADER])
    pieces = [header.ljust(_SECTOR, b"\xff"), *chains.sectors]
    pieces.append(struct.pack(f"<{len(table)}I", *table))
    rest = places[_IN_HEADER:]
    for number in range(difat_sectors):
        part = rest[number * (_PER_SECTOR - 1) : (number + 1) * (_PER_SECTOR - 1)]
        part += [_FREE] * (_PER_SECTOR - 1 - len(part))
        following = first_difat + number + 1 if number + 1 < difat_sectors else _END
        pieces.append(struct.pack(f"<{_PER_SECTOR}I", *part, following))
    return b"".join(pieces)
