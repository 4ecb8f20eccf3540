"""What is embedded in rich text: an OLE 1 object, with a file or a compound file inside it.

Source: [MS-OLEDS] 2.2.4-2.2.5 (ObjectHeader, EmbeddedObject), read 2026-11-28.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Kind, Member, PartGap, Source
from scanner.extractors.compound.embedded import native_file, object_parts
from scanner.extractors.compound.file import SIGNATURE, CompoundFile
from scanner.extractors.rich_text.story import Document

OBJECT_BYTES = 128_000_000  # of one that is held in memory
_LINKED, _EMBEDDED = 1, 2
_NAME_BYTES = 4_096
_PACKAGE, _STORE = "package", "msodatastore"
_NOT_HEX = re.compile("[^0-9A-Fa-f]")


class HexData:
    """Bytes that are written as hexadecimal digits, whatever stands between them."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.too_large = False
        self._digit = ""

    def digits(self, text: str) -> None:
        """Take a piece of text; it may end within a byte."""
        text = self._digit + _NOT_HEX.sub("", text)
        even = len(text) & ~1
        self._digit = text[even:]
        self.add(bytes.fromhex(text[:even]))

    def add(self, raw: bytes) -> None:
        """Take bytes as they are."""
        if len(self.data) + len(raw) > OBJECT_BYTES:
            self.too_large = True
        else:
            self.data += raw


def take_object(held: HexData, path: str, budget: Budget, document: Document) -> None:
    """Add what an object holds to ``document``, as members called ``path`` or by their names."""
    with _said_of(path, document):
        if held.too_large:
            raise ExtractionError(Cause.LIMIT)
        budget.unpack(len(held.data))
        _take(bytes(held.data), path, budget, document)


def take_custom_xml(held: HexData, budget: Budget, document: Document) -> None:
    """Add what programs keep beside the text: XML of forms, labels and libraries of documents."""
    start = held.data.find(SIGNATURE)
    if start < 0:
        return
    with _said_of("custom XML", document):
        budget.unpack(len(held.data))
        compound = CompoundFile(Source.of_bytes(bytes(held.data[start:])), budget)
        store = compound.root.storages.get(_STORE)
        for number, storage in enumerate(store.storages.values() if store else (), 1):
            item = compound.stream(storage, "item")
            if item:
                document.parts.append(Member(f"custom XML {number}", Source.of_bytes(item)))


@contextmanager
def _said_of(path: str, document: Document) -> Iterator[None]:
    """Turn what goes wrong with an object into a gap of its own."""
    try:
        yield
    except ExtractionError as error:
        if error.cause is Cause.TIMED_OUT:
            raise
        document.parts.append(PartGap(error.cause, path))


def _take(data: bytes, path: str, budget: Budget, document: Document) -> None:
    try:
        _, kind = struct.unpack_from("<II", data)
        name, at = _string(data, 8)
        topic, at = _string(data, at)
        _, at = _string(data, at)
        if kind == _LINKED:
            document.flows.add(Kind.LINK, topic, ())
            return
        (size,) = struct.unpack_from("<I", data, at)
        native = data[at + 4 : at + 4 + size]
        if kind != _EMBEDDED or not native:
            return  # a picture of what is no more, or of nothing
    except (struct.error, ValueError) as error:
        start = data.find(SIGNATURE)  # of a header that is broken, maybe with intent
        if start < 0:
            raise ExtractionError(Cause.CORRUPT) from error
        name, native, size = "", data[start:], 0
    document.damaged = document.damaged or len(native) < size
    if native.startswith(SIGNATURE):
        compound = CompoundFile(Source.of_bytes(native), budget)
        document.parts += object_parts(compound, compound.root, path, budget)
        document.damaged = document.damaged or compound.damaged
    elif name.lower() == _PACKAGE:
        file, content = native_file(struct.pack("<I", len(native)) + native)
        document.parts.append(Member(f"{path}/{file}" if file else path, Source.of_bytes(content)))
    else:
        document.parts.append(Member(path, Source.of_bytes(native)))


def _string(data: bytes, at: int) -> tuple[str, int]:
    """Return a string with its length before it, and where it ends."""
    (size,) = struct.unpack_from("<I", data, at)
    if size > _NAME_BYTES or at + 4 + size > len(data):
        raise ValueError
    return data[at + 4 : at + 4 + size].decode("cp1252", "replace").rstrip("\0"), at + 4 + size
