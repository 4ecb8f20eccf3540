"""PowerPoint presentations of before 2007: slides, notes, comments, and what earlier saves left.

Read by ourselves. Presentations for PowerPoint 95 and 97 alike hold the newer one in a storage of
its own. A save may leave earlier versions of slides in the file: what only they say is deleted.
Source: [MS-PPT], read 2026-11-28.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import (
    LITTLE_TEXT,
    Budget,
    ExtractionError,
    Extractor,
    Member,
    Part,
    PartGap,
    Source,
)
from scanner.extractors.compound.file import CompoundFile
from scanner.extractors.compound.property_sets import property_passages
from scanner.extractors.powerpoint_binary.deck import Deck
from scanner.extractors.powerpoint_binary.records import Record, is_whole, read_persist

_DUAL = "pp97_dualstorage"
_OBJECT_BYTES = 128_000_000


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield the presentation's properties, text by slide, members. Raises ExtractionError."""
    compound = CompoundFile(source, budget)
    yield from budget.counted(property_passages(compound, compound.root))
    storage = compound.root.storages.get(_DUAL, compound.root)
    data = compound.stream(storage, "powerpoint document")
    if data is None:
        raise ExtractionError(Cause.CORRUPT)
    persist = read_persist(compound.stream(storage, "current user") or b"", data)
    deck = Deck(data, persist)
    if deck.is_encrypted:
        raise ExtractionError(Cause.ENCRYPTED)
    chars = 0
    for passage in deck.parts():
        chars += len(passage.text)
        yield from budget.counted([passage])
    for number, record in enumerate(deck.objects, 1):
        yield from _object(data, record, f"object {number}", budget)
    if compound.damaged or persist is None or not is_whole(data):
        yield PartGap(Cause.PARTIAL)
    elif chars < LITTLE_TEXT and "pictures" in storage.streams:
        yield PartGap(Cause.NEEDS_OCR)


def _object(data: bytes, record: Record, path: str, budget: Budget) -> Iterator[Part]:
    """Yield an embedded object, which is a compound file, packed or not (2.10.34)."""
    content = data[record.start : record.end]
    if record.instance == 1:
        (size,) = struct.unpack_from("<I", content.ljust(4, b"\0"))
        if size > _OBJECT_BYTES:
            yield PartGap(Cause.LIMIT, path)
            return
        try:
            content = zlib.decompressobj().decompress(content[4:], max(size, 1))
        except zlib.error:
            yield PartGap(Cause.CORRUPT, path)
            return
    budget.unpack(len(content))
    yield Member(path, Source.of_bytes(content))


EXTRACTOR = Extractor(media_types=frozenset({"application/vnd.ms-powerpoint"}), extract=extract)
