"""Compound files of no format that is read: what they embed, and their properties.

An embedded object that is cut out of its document is one of these, with a file inside it; so are
drawings and publications, whose own text is a gap. Source: [MS-CFB], [MS-OLEDS], read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import Budget, Extractor, Member, Part, PartGap, Source
from scanner.extractors.compound.embedded import known_objects, native_file, object_parts
from scanner.extractors.compound.file import CompoundFile
from scanner.extractors.compound.property_sets import property_passages
from scanner.extractors.sniffing.ole_directory import OLE

_NATIVE, _PACKAGE = "\x01ole10native", "package"


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield properties and what is embedded. Raises ExtractionError."""
    compound = CompoundFile(source, budget)
    yield from budget.counted(property_passages(compound, compound.root))
    native = compound.stream(compound.root, _NATIVE)
    package = compound.stream(compound.root, _PACKAGE)
    if native is not None:
        name, data = native_file(native)
        yield Member(name or "object", Source.of_bytes(data))
        return
    if package is not None:
        yield Member("object", Source.of_bytes(package))
        return
    for number, storage in enumerate(known_objects(compound.root), 1):
        yield from object_parts(compound, storage, f"object {number}", budget)
    yield PartGap(Cause.UNSUPPORTED)


EXTRACTOR = Extractor(
    media_types=frozenset({OLE, "application/vnd.visio", "application/x-mspublisher"}),
    extract=extract,
)
