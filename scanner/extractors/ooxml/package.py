"""The ZIP package of an Office document: its parts as streams, under the entry's limits.

A package whose central directory is gone (a copy that was cut off) is read from its local
headers instead, as far as it goes. Source: APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.4, read
2026-11-25; ECMA-376 part 2 (open packaging conventions), sections 6.2 and 6.5.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Source, foreign_parser
from scanner.extractors.members.spool import blocks_of, spooled

BLOCK_BYTES = 65_536
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
_ENCRYPTED, _DESCRIPTOR_FOLLOWS, _UTF8 = 0x1, 0x8, 0x800  # general purpose flags
_STORED, _DEFLATED = 0, 8


class Package(Protocol):
    """The parts of a package by name, in the order they lie in it."""

    damaged: bool

    def names(self) -> list[str]:
        """Return the names of all parts."""

    def size_bytes(self, name: str) -> int:
        """Return the unpacked size of a part as the package states it."""

    def blocks(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a part. Raises ExtractionError(LIMIT, ENCRYPTED, CORRUPT)."""

    def source(self, name: str) -> Source:
        """Return a part as a source of its own; who takes it closes it. Raises as ``blocks``."""


def open_package(source: Source, budget: Budget) -> Package:
    """Return the package in ``source``. Raises ExtractionError when there is none to read."""
    head = source.head(BLOCK_BYTES)
    if head.startswith(_OLE):
        raise ExtractionError(_protection(source))
    try:
        with foreign_parser():
            return _Directory(zipfile.ZipFile(source.stream()), budget)
    except ExtractionError as error:
        if error.cause is not Cause.CORRUPT or not head.startswith(b"PK\x03\x04"):
            raise
    return _Salvage(source, budget)


class Spending:
    """Counts what is unpacked against the entry's limits."""

    def __init__(self, budget: Budget, packed_bytes: int) -> None:
        self._budget, self._packed_bytes = budget, max(packed_bytes, 1)
        self._unpacked_bytes = 0

    def spend(self, size: int) -> None:
        """Count ``size`` bytes. Raises ExtractionError(LIMIT or TIMED_OUT)."""
        limits = self._budget.limits
        self._unpacked_bytes += size
        self._budget.unpack(size)
        if self._unpacked_bytes > max(limits.ratio_from_bytes, limits.ratio * self._packed_bytes):
            raise ExtractionError(Cause.LIMIT)


class _Directory:
    """A whole package, by its central directory."""

    damaged = False

    def __init__(self, archive: zipfile.ZipFile, budget: Budget) -> None:
        self._archive, self._budget = archive, budget
        self._parts = {
            info.filename.replace("\\", "/").lstrip("/"): info
            for info in archive.infolist()
            if not info.is_dir()
        }
        if not self._parts:
            raise ExtractionError(Cause.CORRUPT)
        if len(self._parts) > budget.limits.members:
            raise ExtractionError(Cause.LIMIT)

    def names(self) -> list[str]:
        return list(self._parts)

    def size_bytes(self, name: str) -> int:
        return self._parts[name].file_size

    def blocks(self, name: str) -> Iterator[bytes]:
        info = self._parts[name]
        if info.flag_bits & _ENCRYPTED:
            raise ExtractionError(Cause.ENCRYPTED)
        spending = Spending(self._budget, info.compress_size)
        with foreign_parser(), self._archive.open(info) as stream:
            while block := stream.read(BLOCK_BYTES):
                spending.spend(len(block))
                yield block

    def source(self, name: str) -> Source:
        info = self._parts[name]
        if info.flag_bits & _ENCRYPTED:
            raise ExtractionError(Cause.ENCRYPTED)
        with foreign_parser(), self._archive.open(info) as stream:
            return spooled(blocks_of(stream), info.compress_size, self._budget)


@dataclass(frozen=True, slots=True)
class _Remnant:
    """A part as its local header tells it; ``packed_bytes`` is what of it is there."""

    name: str = field(repr=False)
    method: int
    encrypted: bool
    offset: int
    packed_bytes: int
    size_bytes: int


class _Salvage:
    """What is left of a package without a central directory, by its local headers."""

    damaged = True

    def __init__(self, source: Source, budget: Budget) -> None:
        self._source, self._budget = source, budget
        self._parts = {part.name: part for part in _remnants(source, budget)}

    def names(self) -> list[str]:
        return list(self._parts)

    def size_bytes(self, name: str) -> int:
        return self._parts[name].size_bytes

    def blocks(self, name: str) -> Iterator[bytes]:
        part = self._parts[name]
        if part.encrypted:
            raise ExtractionError(Cause.ENCRYPTED)
        spending = Spending(self._budget, part.packed_bytes)
        inflate = zlib.decompressobj(-zlib.MAX_WBITS) if part.method == _DEFLATED else None
        at, end = part.offset, part.offset + part.packed_bytes
        while at < end:
            stream = self._source.stream()
            stream.seek(at)
            packed = stream.read(min(BLOCK_BYTES, end - at))
            at += len(packed)
            if not packed:
                return
            while packed:
                try:
                    block = inflate.decompress(packed, BLOCK_BYTES) if inflate else packed
                except zlib.error as error:
                    raise ExtractionError(Cause.CORRUPT) from error
                packed = inflate.unconsumed_tail if inflate else b""
                spending.spend(len(block))
                yield block

    def source(self, name: str) -> Source:
        return Source.of_bytes(b"".join(self.blocks(name)))


def _remnants(source: Source, budget: Budget) -> Iterator[_Remnant]:
    """Walk the local headers from the start, as far as they follow on one another."""
    stream, at = source.stream(), 0
    for _ in range(budget.limits.members):
        stream.seek(at)
        header = stream.read(_LOCAL_HEADER.size)
        if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
            return
        _, _, flags, method, _, _, _, packed, size, name_size, extra = _LOCAL_HEADER.unpack(header)
        name = stream.read(name_size).decode("utf-8" if flags & _UTF8 else "cp437", "replace")
        offset = at + _LOCAL_HEADER.size + name_size + extra
        if method not in (_STORED, _DEFLATED) or not name or not name.isprintable():
            return  # what follows is no header any more
        if flags & _DESCRIPTOR_FOLLOWS and method == _DEFLATED:
            packed = _deflated_bytes(stream, offset, Spending(budget, source.size_bytes))
        yield _Remnant(name, method, bool(flags & _ENCRYPTED), offset, packed, size)
        at = offset + packed
        if flags & _DESCRIPTOR_FOLLOWS:
            at += _descriptor_bytes(stream, at)


def _deflated_bytes(stream: BinaryIO, offset: int, spending: Spending) -> int:
    """Return how long a deflated run is whose length comes only after it: by inflating it."""
    stream.seek(offset)
    inflate, taken = zlib.decompressobj(-zlib.MAX_WBITS), 0
    while not inflate.eof and (packed := stream.read(BLOCK_BYTES)):
        taken += len(packed)
        while packed and not inflate.eof:
            try:
                spending.spend(len(inflate.decompress(packed, BLOCK_BYTES)))
            except zlib.error:
                return taken
            packed = inflate.unconsumed_tail
    return taken - len(inflate.unused_data)


def _descriptor_bytes(stream: BinaryIO, at: int) -> int:
    """Return the length of the data descriptor, whose signature is optional."""
    stream.seek(at)
    return 16 if stream.read(4) == b"PK\x07\x08" else 12


def _protection(source: Source) -> Cause:
    """Return why an OLE file stands where a package should: its directory names the reason."""
    head = source.head(1 << 20).upper()
    for name, cause in (
        ("ENCRYPTEDPACKAGE", Cause.ENCRYPTED),
        ("DRMCONTENT", Cause.RIGHTS_MANAGED),
    ):
        if name.encode("utf-16-le") in head:
            return cause
    return Cause.CORRUPT


def resolved(part: str, target: str) -> str:
    """Return the name of the part that a relationship of ``part`` points at.

    >>> resolved("xl/worksheets/sheet1.xml", "../comments1.xml")
    'xl/comments1.xml'
    """
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
