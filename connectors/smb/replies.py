"""Replies of a server, read from their bytes: smbprotocol's objects cost ten times as much.

Layouts: [MS-SMB2] 2.2.14 CREATE, 2.2.20 READ, 2.2.32 IOCTL, 2.2.34 QUERY_DIRECTORY, 2.2.38
QUERY_INFO; [MS-FSCC] 2.4.22 FileIdFullDirectoryInformation, 2.4.7 FileBasicInformation, 2.5.9
FileFsVolumeInformation; read 2026-11-25. Offsets in a reply count from its header of 64 bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_HEADER_BYTES = 64
_CREATED = struct.Struct("<HBBIQQQQQQII16s")
_BUFFER = struct.Struct("<HHI")  # of QUERY_DIRECTORY and QUERY_INFO: size, offset, length
_READ = struct.Struct("<HBBI")  # size, offset, reserved, length
_CONTROLLED = struct.Struct("<HHI16sIIII")  # of IOCTL: code, file, input and output with lengths
_ENTRY = struct.Struct("<IIQQQQQQIIIIQ")
_CLOSED = struct.Struct("<HHIQQQQQQI")
_VOLUME = struct.Struct("<QI")

_EPOCH = 116_444_736_000_000_000  # 1970 in the 100 ns since 1601 that Windows counts
_NS = 100


class BadReply(Exception):
    """A reply that is cut short or whose lengths lie."""


class Created(NamedTuple):
    """What the server says of a file that it opened; times in ns since 1970 UTC."""

    modified_ns: int
    changed_ns: int
    size_bytes: int
    attributes: int
    file_id: bytes


class Listed(NamedTuple):
    """One line of a listing; ``reparse_tag`` means something where an attribute says so."""

    name: str
    size_bytes: int
    modified_ns: int
    changed_ns: int
    attributes: int
    reparse_tag: int
    file_id: int
    accessed_ns: int


def created(body: bytes) -> Created:
    """Return what a reply to CREATE says. Raises BadReply."""
    try:
        _, _, _, _, _, _, modified, changed, _, size, attributes, _, file_id = _CREATED.unpack_from(
            body
        )
    except struct.error as error:
        raise BadReply("a reply to CREATE that is cut short") from error
    return Created(nanoseconds(modified), nanoseconds(changed), size, attributes, file_id)


def closed(body: bytes) -> tuple[int, int, int]:
    """Return modified and changed times in ns and the size that a reply to CLOSE tells."""
    try:
        _, _, _, _, _, modified, changed, _, size, _ = _CLOSED.unpack_from(body)
    except struct.error as error:
        raise BadReply("a reply to CLOSE that is cut short") from error
    return nanoseconds(modified), nanoseconds(changed), size


def read_data(body: bytes) -> memoryview:
    """Return the bytes in a reply to READ. Raises BadReply."""
    try:
        _, offset, _, length = _READ.unpack_from(body)
    except struct.error as error:
        raise BadReply("a reply to READ that is cut short") from error
    return _slice(body, offset, length)


def buffer(body: bytes) -> memoryview:
    """Return the bytes in a reply to QUERY_DIRECTORY or QUERY_INFO. Raises BadReply."""
    try:
        _, offset, length = _BUFFER.unpack_from(body)
    except struct.error as error:
        raise BadReply("a reply to a query that is cut short") from error
    return _slice(body, offset, length)


def controlled(body: bytes) -> memoryview:
    """Return the bytes in a reply to IOCTL. Raises BadReply."""
    try:
        *_, offset, length = _CONTROLLED.unpack_from(body)
    except struct.error as error:
        raise BadReply("a reply to IOCTL that is cut short") from error
    return _slice(body, offset, length)


def _slice(body: bytes, offset: int, length: int) -> memoryview:
    start = offset - _HEADER_BYTES
    if length and (start < 0 or start + length > len(body)):
        raise BadReply("a reply whose length is not that of what it holds")
    return memoryview(body)[start : start + length] if length else memoryview(b"")


def listed(entries: memoryview) -> Iterator[Listed]:
    """Yield the lines of a listing, "." and ".." among them. Raises BadReply."""
    at, end = 0, len(entries)
    while at < end:
        try:
            fields = _ENTRY.unpack_from(entries, at)
        except struct.error as error:
            raise BadReply("a listing that is cut short") from error
        (
            following,
            _,
            _,
            accessed,
            modified,
            changed,
            size,
            _,
            attributes,
            name_bytes,
            tag,
            _,
            number,
        ) = fields
        first = at + _ENTRY.size
        if first + name_bytes > end or (following and following < _ENTRY.size):
            raise BadReply("a listing whose lengths lie")
        name = bytes(entries[first : first + name_bytes]).decode("utf-16-le", "surrogatepass")
        yield Listed(
            *(name, size, nanoseconds(modified), nanoseconds(changed), attributes, tag, number),
            nanoseconds(accessed),
        )
        if not following:
            return
        at += following


def volume_serial(info: memoryview) -> int:
    """Return the serial number of a volume: when it was made is the root's age on some servers.

    Raises BadReply.
    """
    try:
        _, serial = _VOLUME.unpack_from(info)
    except struct.error as error:
        raise BadReply("a volume's information that is cut short") from error
    return int(serial)


def nanoseconds(filetime: int) -> int:
    """Return a FILETIME as ns since 1970 UTC; 0, which means no time, stays 0.

    >>> nanoseconds(116_444_736_000_000_001), nanoseconds(0)
    (100, 0)
    """
    return (filetime - _EPOCH) * _NS if filetime else 0
