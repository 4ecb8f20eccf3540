"""What lies embedded in a document as an OLE object: files, and documents of other programs.

Source: [MS-OLEDS] 2.3.6 (OLE1 native data), [MS-OSHARED] and the streams that Office writes, read
2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Member, PartGap, Source
from scanner.extractors.compound.file import CompoundFile, Storage
from scanner.extractors.compound.writer import Tree, compound_bytes

_NATIVE = "\x01ole10native"
_AS_THEY_ARE = ("package", "contents", "embeddedodf")
_DOCUMENTS = frozenset(
    {"worddocument", "workbook", "book", "powerpoint document", "visiodocument", "quill"}
    | {"encryptedpackage", "__properties_version1.0"}
)
_KNOWN = _DOCUMENTS | {_NATIVE, "package"}
_LOOKS = ("\x01", "\x02", "\x03", "\x05")  # names of pictures, links and class names begin so
_WITHOUT_TEXT = frozenset({"equation native", "contents", "objinfo"})
_MACROS = ("macros", "_vba_project_cur")
_NAME_BYTES = 2_000


def known_objects(storage: Storage) -> Iterator[Storage]:
    """Yield the storages below ``storage``, at any depth, that hold a file or a document."""
    for inner in storage.storages.values():
        if _KNOWN.isdisjoint(inner.streams):
            yield from known_objects(inner)
        else:
            yield inner


def object_parts(
    compound: CompoundFile, storage: Storage, path: str, budget: Budget
) -> Iterator[Member | PartGap]:
    """Yield what the object in ``storage`` holds, as a member called ``path`` or by its own name.

    Nothing is yielded for objects of pictures and controls only.
    """
    try:
        yield from _parts(compound, storage, path)
    except ExtractionError as error:
        if error.cause is Cause.TIMED_OUT:
            raise
        yield PartGap(error.cause, path)
    budget.check_time()


def _parts(compound: CompoundFile, storage: Storage, path: str) -> Iterator[Member]:
    native = compound.stream(storage, _NATIVE)
    if native is not None:
        name, data = native_file(native)
        yield Member(f"{path}/{name}" if name else path, Source.of_bytes(data))
        return
    if not _DOCUMENTS.isdisjoint(storage.streams):
        yield Member(path, Source.of_bytes(compound_bytes(tree_of(compound, storage))))
        return
    if "\x03ocxname" in storage.streams or "\x03ocxdata" in storage.streams:
        return
    for name in _AS_THEY_ARE:
        data_or_none = compound.stream(storage, name)
        if data_or_none:
            yield Member(path, Source.of_bytes(data_or_none))
            return
    if storage.storages or any(
        not name.startswith(_LOOKS) and name not in _WITHOUT_TEXT for name in storage.streams
    ):
        yield Member(path, Source.of_bytes(compound_bytes(tree_of(compound, storage))))


def macro_gaps(root: Storage) -> Iterator[PartGap]:
    """Yield a gap for the macros of a document, whose source is packed and not read."""
    for name in _MACROS:
        if name in root.storages:
            yield PartGap(Cause.UNSUPPORTED, root.storages[name].name)


def tree_of(compound: CompoundFile, storage: Storage) -> Tree:
    """Return all that a storage holds. Raises ExtractionError(LIMIT)."""
    tree: dict[str, bytes | Tree] = {}
    for stream in storage.streams.values():
        tree[stream.name] = compound.read(stream)
    for inner in storage.storages.values():
        tree[inner.name] = tree_of(compound, inner)
    return tree


def native_file(data: bytes) -> tuple[str, bytes]:
    r"""Return the name and bytes of a file that was put into a document; "" for a bare object.

    >>> native_file(b"\x1c\0\0\0\x02\0a.txt\0C:\\a.txt\0\0\0\x03\0\x02\0\0\0a\0\x03\0\0\0Ann")
    ('a.txt', b'Ann')
    """
    (size,) = struct.unpack_from("<I", data.ljust(4, b"\0"))
    try:
        (flags,) = struct.unpack_from("<H", data, 4)
        if flags != 2:
            return "", data[4 : 4 + size]
        label, at = _string(data, 6)
        file, at = _string(data, at)
        (length,) = struct.unpack_from("<I", data, at + 4)
        at += 8 + length
        (length,) = struct.unpack_from("<I", data, at)
    except (struct.error, ValueError):
        return "", data[4:]
    name = (label or file).replace("\\", "/").rpartition("/")[2]
    return name, data[at + 4 : at + 4 + length]


def _string(data: bytes, at: int) -> tuple[str, int]:
    end = data.index(b"\0", at, at + _NAME_BYTES)
    return data[at:end].decode("cp1252", "replace"), end + 1
