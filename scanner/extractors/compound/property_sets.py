"""Document properties (author, title, company, sensitivity labels) as lines "Name: value".

Source: [MS-OLEPS] 2.2, 2.20-2.25; names from [MS-OSHARED] 2.3.3.2, read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from scanner.extractors.base import Kind, Passage
from scanner.extractors.compound.code_pages import encoding_of
from scanner.extractors.compound.file import CompoundFile, Storage
from scanner.extractors.compound.times import moment_of
from scanner.extractors.markup.flow import Flows

STREAMS = ("\x05summaryinformation", "\x05documentsummaryinformation")

_SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
_DOCUMENT = bytes.fromhex("02d5cdd59c2e1b10939708002b2cf9ae")
_NAMES: Mapping[bytes, Mapping[int, str]] = {
    _SUMMARY: {
        2: "Title", 3: "Subject", 4: "Author", 5: "Keywords", 6: "Comments", 7: "Template",
        8: "Last modified by", 11: "Last printed", 12: "Created", 13: "Modified",
    },
    _DOCUMENT: {
        2: "Category", 3: "Presentation format", 13: "Part", 14: "Manager name", 15: "Company",
        26: "Content type", 27: "Content status", 28: "Language",
    },
}  # fmt: skip
"""Names that label what people wrote; counts of pages and words are left out."""

_PROPERTIES = 10_000  # of one section
_ITEMS = 10_000  # of one vector
_FIRST_YEAR = 1980  # of office documents: a time before it is a duration, or nothing
_LINK = "Link"
_VECTOR, _VARIANT, _STRING, _WIDE, _TIME, _BLOB = 0x1000, 12, 30, 31, 64, 65


def property_passages(compound: CompoundFile, storage: Storage) -> list[Passage]:
    """Return the document properties that a storage holds."""
    flows = Flows()
    for name in STREAMS:
        for line in property_lines(compound.stream(storage, name) or b""):
            flows.add(Kind.PROPERTY, line, ())
    return flows.rest()


def property_lines(data: bytes) -> Iterator[str]:
    """Yield each property of a property set that has a name and a value; none if it is broken."""
    if len(data) < 28:
        return
    (sections,) = struct.unpack_from("<I", data, 24)
    for at in range(28, min(28 + 20 * min(sections, 8), len(data) - 19), 20):
        (start,) = struct.unpack_from("<I", data, at + 16)
        section = _Section(data[start:], data[at : at + 16])
        for name, value in section.values():
            text = " ".join(value.replace("\0", " ").split())
            if text:
                yield f"{name}: {text}"


@dataclass(slots=True)
class _Section:
    data: bytes = field(repr=False)
    format_id: bytes
    encoding: str = "cp1252"

    def values(self) -> Iterator[tuple[str, str]]:
        """Yield the properties that have a name, each with its value as text."""
        places = self._places()
        if 1 in places:
            at = places[1] + 4
            self.encoding = encoding_of(int.from_bytes(self.data[at : at + 2], "little"))
        names = _NAMES.get(self.format_id)
        if names is None:
            names = self._dictionary(places[0]) if 0 in places else {}
        for identifier, at in places.items():
            name = names.get(identifier)
            if name is None or identifier in (0, 1):
                continue
            for value in self._value(at):
                yield name, value

    def _places(self) -> dict[int, int]:
        if len(self.data) < 8:
            return {}
        (count,) = struct.unpack_from("<I", self.data, 4)
        count = min(count, _PROPERTIES, (len(self.data) - 8) // 8)
        return dict(struct.iter_unpack("<II", self.data[8 : 8 + 8 * count]))

    def _dictionary(self, at: int) -> dict[int, str]:
        """Return the names that a document gives its own properties (2.16)."""
        names: dict[int, str] = {}
        if len(self.data) < at + 4:
            return names
        (count,) = struct.unpack_from("<I", self.data, at)
        at += 4
        wide = self.encoding == "utf-16-le"
        for _ in range(min(count, _PROPERTIES)):
            if len(self.data) < at + 8:
                break
            identifier, length = struct.unpack_from("<II", self.data, at)
            size = length * 2 if wide else length
            raw = self.data[at + 8 : at + 8 + size]
            name = raw.decode(self.encoding, "replace").rstrip("\0")
            names[identifier] = _LINK if name == "_PID_HLINKS" else name
            at += 8 + (-(-size // 4) * 4 if wide else size)
        return names

    def _value(self, at: int) -> Iterator[str]:
        if len(self.data) < at + 8:
            return
        (kind,) = struct.unpack_from("<H", self.data, at)
        if kind & _VECTOR:
            yield from self._vector(kind & ~_VECTOR, at + 4)
        elif kind == _BLOB:
            (size,) = struct.unpack_from("<I", self.data, at + 4)
            if size >= 4:  # addresses of links lie as a vector in a blob: [MS-OSHARED] 2.3.3.1.18
                yield from self._vector(_VARIANT, at + 8)
        else:
            yield from self._scalar(kind, at + 4)[0]

    def _vector(self, kind: int, at: int) -> Iterator[str]:
        count = int.from_bytes(self.data[at : at + 4], "little")
        at += 4
        for _ in range(min(count, _ITEMS)):
            inner = kind
            if kind == _VARIANT:
                if len(self.data) < at + 4:
                    return
                (inner,) = struct.unpack_from("<H", self.data, at)
                at += 4
            texts, size = self._scalar(inner, at)
            if not size:
                return
            yield from (text for text in texts if inner in (_STRING, _WIDE))
            at += size if kind != _STRING else 4 + struct.unpack_from("<I", self.data, at)[0]

    def _scalar(self, kind: int, at: int) -> tuple[list[str], int]:
        """Return a value as text, and how many bytes it takes; none for kinds without text."""
        data = self.data
        if len(data) < at + 4:
            return [], 0
        (number,) = struct.unpack_from("<I", data, at)
        if kind in (_STRING, _WIDE):
            size = number * 2 if kind == _WIDE else number
            encoding = "utf-16-le" if kind == _WIDE else self.encoding
            text = data[at + 4 : at + 4 + size].decode(encoding, "replace").split("\0")[0]
            return [text], 4 + (-(-size // 4) * 4)
        if kind == _TIME and len(data) >= at + 8:
            moment = moment_of(struct.unpack_from("<Q", data, at)[0])
            shown = moment is not None and moment.year >= _FIRST_YEAR
            return [moment.strftime("%Y-%m-%dT%H:%M:%SZ")] if moment and shown else [], 8
        if kind in (2, 3, 18, 19, 22, 23):
            return [str(number)], 4
        return ([], 4) if kind == 11 else ([], 0)
