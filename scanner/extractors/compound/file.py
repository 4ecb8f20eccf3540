"""A compound file (OLE2) as storages and streams, whose names are told without regard to case.

Our own reader: olefile, which holds it in the tests, refuses a file that was cut off within its
FAT, recurses once for each sibling of a tree and needs time that grows with the square of the
streams. Whatever numbers a file holds, each sector is followed as often as its stream is long at
most. Source: [MS-CFB] 2.2 (header), 2.3-2.5 (FAT, mini FAT, DIFAT), 2.6 (directory), read
2026-11-28.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Source

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_LAST_SECTOR = 0xFFFFFFFA  # numbers above it are markers, not sectors (2.1)
_HEADER_FAT_SECTORS = 109
_MINI_SHIFT = 6
_ENTRY_BYTES = 128
_ENTRIES = 200_000  # of the directory; a message to 5,000 people has half of it
_DEPTH = 32  # storages within storages
_STREAM_BYTES = 128_000_000  # a stream is held in memory, some as text beside it
_STORAGE, _STREAM = 1, 2


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a stream lies: its first sector and its size."""

    name: str = field(repr=False)
    start: int
    size_bytes: int


@dataclass(slots=True)
class Storage:
    """A folder of a compound file; what it holds is known by its name in small letters."""

    name: str = field(repr=False)
    streams: dict[str, Stream] = field(default_factory=dict, repr=False)
    storages: dict[str, Storage] = field(default_factory=dict, repr=False)


class CompoundFile:
    """An open compound file. Raises ExtractionError(CORRUPT) where there is no directory.

    ``damaged`` is set when something of it could not be read whole.
    """

    def __init__(self, source: Source, budget: Budget) -> None:
        self._source, self._budget = source, budget
        self.damaged = False
        header = source.head(512)
        if len(header) < 512 or not header.startswith(SIGNATURE):
            raise ExtractionError(Cause.CORRUPT)
        (self._shift,) = struct.unpack_from("<H", header, 30)
        if self._shift not in (9, 12):
            raise ExtractionError(Cause.CORRUPT)
        directory, self._cutoff, mini = struct.unpack_from("<I4xII", header, 48)
        self._mini_fat_start = mini
        self._fat = self._load_fat(header)
        self._mini_fat: array[int] | None = None
        self._mini_stream = b""
        entries = self._load_entries(directory)
        self._root_stream = Stream("", *struct.unpack_from("<II", entries[0], 116))
        self.root = self._tree(entries)

    def read(self, stream: Stream) -> bytes:
        """Return the bytes of a stream, or what is left of them. Raises ExtractionError(LIMIT)."""
        size = stream.size_bytes
        if size > self._source.size_bytes:
            self.damaged = True
            size = self._source.size_bytes
        if size > _STREAM_BYTES:
            raise ExtractionError(Cause.LIMIT)
        self._budget.unpack(size)
        if stream.size_bytes < self._cutoff:
            data = self._read_mini(stream.start, size)
        else:
            data = b"".join(self._blocks(stream.start, size))[:size]
        self.damaged = self.damaged or len(data) < size
        return data

    def stream(self, storage: Storage, name: str) -> bytes | None:
        """Return the bytes of the stream called ``name`` in small letters; None without one."""
        found = storage.streams.get(name)
        return None if found is None else self.read(found)

    def _load_fat(self, header: bytes) -> array[int]:
        places = list(struct.unpack_from("<109I", header, 76))
        (sector,) = struct.unpack_from("<I", header, 68)
        seen: set[int] = set()
        while sector <= _LAST_SECTOR and sector not in seen:
            seen.add(sector)
            numbers = _numbers(self._sector(sector))
            if not numbers:
                break
            places += numbers[:-1]
            sector = numbers[-1]
        fat = array("I")
        read: set[int] = set()
        whole = 1 << (self._shift - 2)
        for place in places:
            if place > _LAST_SECTOR or place in read:
                continue
            read.add(place)
            numbers = _numbers(self._sector(place))
            if len(numbers) < whole:  # cut off: the chains that lead through it end
                self.damaged = True
                numbers.extend([0xFFFFFFFF] * (whole - len(numbers)))
            fat.extend(numbers)
            if len(fat) << self._shift > self._source.size_bytes + (whole << self._shift):
                break
        return fat

    def _load_entries(self, sector: int) -> list[bytes]:
        entries: list[bytes] = []
        seen: set[int] = set()
        while sector <= _LAST_SECTOR and sector not in seen:
            seen.add(sector)
            data = self._sector(sector)
            entries += [
                data[at : at + _ENTRY_BYTES]
                for at in range(0, len(data) - _ENTRY_BYTES + 1, _ENTRY_BYTES)
            ]
            if len(entries) > _ENTRIES:
                raise ExtractionError(Cause.LIMIT)
            sector = self._fat[sector] if sector < len(self._fat) else _LAST_SECTOR + 1
        if not entries:
            raise ExtractionError(Cause.CORRUPT)
        return entries

    def _tree(self, entries: list[bytes]) -> Storage:
        root = Storage("")
        found = [root]
        seen = {0}
        todo = [(root, struct.unpack_from("<I", entries[0], 76)[0], 1)]
        while todo:
            storage, number, depth = todo.pop()
            if number >= len(entries) or number in seen:
                continue
            seen.add(number)
            entry = entries[number]
            size, kind = struct.unpack_from("<HB", entry, 64)
            name = entry[: max(min(size, 64) - 2, 0)].decode("utf-16-le", "replace")
            left, right, child = struct.unpack_from("<III", entry, 68)
            todo += [(storage, left, depth), (storage, right, depth)]
            if kind == _STREAM:
                start, low, high = struct.unpack_from("<III", entry, 116)
                length = low if self._shift == 9 else low | high << 32
                storage.streams.setdefault(name.lower(), Stream(name, start, length))
            elif kind == _STORAGE and depth <= _DEPTH:
                inner = storage.storages.setdefault(name.lower(), Storage(name))
                found.append(inner)
                todo.append((inner, child, depth + 1))
        for each in found:  # in the order that names have: the second attachment after the first
            each.streams = dict(sorted(each.streams.items(), key=_in_order))
            each.storages = dict(sorted(each.storages.items(), key=_in_order))
        return root

    def _read_mini(self, start: int, size: int) -> bytes:
        if self._mini_fat is None:
            sectors = -(-self._root_stream.size_bytes >> _MINI_SHIFT) * 4
            most = min(self._source.size_bytes, _STREAM_BYTES)
            fat = b"".join(self._blocks(self._mini_fat_start, min(sectors, most)))
            self._mini_fat = _numbers(fat)
            held = min(self._root_stream.size_bytes, most)
            self._mini_stream = b"".join(self._blocks(self._root_stream.start, held))
        pieces = [
            self._mini_stream[first << _MINI_SHIFT : (first + count) << _MINI_SHIFT]
            for first, count in _runs(self._mini_fat, start, -(-size >> _MINI_SHIFT))
        ]
        return b"".join(pieces)[:size]

    def _blocks(self, start: int, size: int) -> Iterator[bytes]:
        """Yield the sectors of a chain, those that lie side by side at once."""
        stream = self._source.stream()
        for first, count in _runs(self._fat, start, -(-size >> self._shift)):
            stream.seek((first + 1) << self._shift)
            yield stream.read(count << self._shift)

    def _sector(self, number: int) -> bytes:
        stream = self._source.stream()
        stream.seek((number + 1) << self._shift)
        return stream.read(1 << self._shift)


def _in_order(item: tuple[str, object]) -> tuple[int, str]:
    return len(item[0]), item[0]


def _runs(fat: array[int], start: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield a chain of at most ``most`` sectors as first sector and count of those in a row."""
    sector = first = start
    count = 0
    for _ in range(most):
        if sector >= len(fat):
            break
        if sector == first + count:
            count += 1
        else:
            yield first, count
            first, count = sector, 1
        sector = fat[sector]
    if count:
        yield first, count


def _numbers(data: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(data[: len(data) // 4 * 4])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
