"""Which format a ZIP container holds, told by the names in its central directory.

Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 and 4.3.16, read 2026-11-25.
"""

from __future__ import annotations

import re
import struct

from scanner.extractors.base import Source

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04", b"PK00PK\x03\x04")
ZIP = "application/zip"
OPENDOCUMENT = "application/vnd.oasis.opendocument.text"

_OPENXML = "application/vnd.openxmlformats-officedocument."
_TAIL_BYTES = 22 + 65_535  # end record with the longest comment (4.3.16)
_DIRECTORY_BYTES = 1 << 20  # names beyond the first MB of the directory tell nothing new
_OPENDOCUMENT_MANIFEST = "meta-inf/manifest.xml"
_ZIP64 = 0xFFFFFFFF  # a size that stands in the ZIP64 record (4.4.1.4)
_LOCAL = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)

_BY_NAME = (  # first match wins; names are compared in lower case
    ("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ("word/", _OPENXML + "wordprocessingml.document"),
    ("xl/", _OPENXML + "spreadsheetml.sheet"),
    ("ppt/", _OPENXML + "presentationml.presentation"),
    ("visio/", "application/vnd.ms-visio.drawing"),
)


def zip_type(source: Source) -> str:
    """Return the media type of a source that begins with a ZIP signature.

    OpenDocument and EPUB say it themselves in a first, stored member ``mimetype``. Where the
    central directory is lost, the local headers in the first 64 KB are asked instead.
    """
    head = source.head()
    declared = _declared_type(head)
    if declared is not None:
        return declared
    names = _central_names(source) or _local_names(head)
    if "content.xml" in names and _OPENDOCUMENT_MANIFEST in names:
        return OPENDOCUMENT  # it says which in a member that is not the first: all are read alike
    if "[content_types].xml" not in names:
        return ZIP
    for prefix, media_type in _BY_NAME:
        if any(name.startswith(prefix) for name in names):
            return media_type
    return ZIP


def _declared_type(head: bytes) -> str | None:
    if head[30:38] != b"mimetype" or head[8:10] != b"\0\0":
        return None
    (size,) = struct.unpack_from("<I", head, 18)
    (extra,) = struct.unpack_from("<H", head, 28)
    value = head[38 + extra : 38 + extra + min(size, 100)].decode("ascii", "replace").strip()
    return value if re.fullmatch(r"application/[a-z0-9.+-]+", value) else None


def directory_bytes(source: Source) -> int:
    """Return the size of the central directory as the end record says; 0 where there is none."""
    return _end_record(source)[1]


def _end_record(source: Source) -> tuple[int, int]:
    """Return where the end record begins, -1 for nowhere, and the directory's size in bytes."""
    stream = source.stream()
    tail_start = max(source.size_bytes - _TAIL_BYTES, 0)
    stream.seek(tail_start)
    tail = stream.read(_TAIL_BYTES)
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        return -1, 0
    (size,) = struct.unpack_from("<I", tail, end + 12)
    zip64 = tail.rfind(b"PK\x06\x06", 0, end) if size == _ZIP64 else -1
    if zip64 >= 0 and len(tail) >= zip64 + 48:
        (size,) = struct.unpack_from("<Q", tail, zip64 + 40)
        end = zip64
    return tail_start + end, size


def _central_names(source: Source) -> frozenset[str]:
    end, size = _end_record(source)
    if end < 0:
        return frozenset()
    stream = source.stream()
    stream.seek(max(end - size, 0))  # counted back, so that bytes before the archive do no harm
    return _names(stream.read(min(size, _DIRECTORY_BYTES)))


def _names(directory: bytes) -> frozenset[str]:
    names: set[str] = set()
    at = directory.find(b"PK\x01\x02")
    while at >= 0 and directory[at : at + 4] == b"PK\x01\x02" and at + 46 <= len(directory):
        name_size, extra, comment = struct.unpack_from("<HHH", directory, at + 28)
        names.add(_folded(directory[at + 46 : at + 46 + name_size]))
        at += 46 + name_size + extra + comment
    return frozenset(names)


def _local_names(head: bytes) -> frozenset[str]:
    names: set[str] = set()
    for match in _LOCAL.finditer(head):
        (size,) = struct.unpack("<H", match[1])
        names.add(_folded(head[match.end() : match.end() + size]))
    return frozenset(names)


def _folded(name: bytes) -> str:
    return name.decode("utf-8", "replace").replace("\\", "/").lower()
