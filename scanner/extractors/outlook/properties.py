"""The properties of an Outlook item, a recipient or an attachment, by their numbers.

Source: [MS-OXMSG] 2.1.3 (names of streams), 2.2.3 (named properties), 2.4 (property stream);
numbers of [MS-OXPROPS], read 2026-11-28.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scanner.extractors.compound.code_pages import encoding_of
from scanner.extractors.compound.file import CompoundFile, Storage, Stream
from scanner.extractors.compound.times import moment_of
from scanner.extractors.encoding import decoded

NAMES = "__nameid_version1.0"
VALUES = "__properties_version1.0"
MESSAGE, PART = 32, 8  # bytes before the values: of a message, of a recipient or attachment

_STREAM = re.compile(r"__substg1\.0_([0-9a-f]{4})(001e|001f|101e|101f)(-[0-9a-f]{8})?")
_CODE_PAGES = (0x3FFD, 0x3FDE)  # of the message, of its body
_INTEGER, _TIME = 0x0003, 0x0040
_FIRST_NAMED = 0x8000
_VALUES = 10_000


@dataclass(slots=True)
class Properties:
    """The properties that lie in one storage; strings are read when they are asked for."""

    compound: CompoundFile = field(repr=False)
    storage: Storage = field(repr=False)
    numbers: dict[int, int] = field(repr=False)
    times: dict[int, datetime] = field(repr=False)
    encoding: str | None

    def text(self, number: int) -> str:
        """Return a string property; "" where there is none."""
        for kind in ("001f", "001e"):
            stream = self.storage.streams.get(f"__substg1.0_{number:04x}{kind}")
            if stream is not None:
                return self._decoded(stream, kind)
        return ""

    def first(self, *numbers: int) -> str:
        """Return the first of several string properties that says something."""
        return next((text for number in numbers if (text := self.text(number).strip())), "")

    def binary(self, number: int) -> bytes | None:
        """Return a property of bytes; None where there is none."""
        return self.compound.stream(self.storage, f"__substg1.0_{number:04x}0102")

    def strings(self) -> Iterator[tuple[int, str]]:
        """Yield every string property, several values of one after the other."""
        for name, stream in self.storage.streams.items():
            found = _STREAM.fullmatch(name)
            # The stream of a property with several values holds their lengths.
            if found and (found[2].startswith("0") or found[3]):
                yield int(found[1], 16), self._decoded(stream, found[2])

    def _decoded(self, stream: Stream, kind: str) -> str:
        data = self.compound.read(stream)
        if kind.endswith("f"):
            return data.decode("utf-16-le", "replace").rstrip("\0").replace("\0", " ")
        data = data.rstrip(b"\0").replace(b"\0", b" ")
        return data.decode(self.encoding, "replace") if self.encoding else decoded(data)[0]


def read_properties(
    compound: CompoundFile, storage: Storage, head_bytes: int, encoding: str | None = None
) -> Properties:
    """Return the properties in ``storage``; ``encoding`` is that of the message around it."""
    numbers: dict[int, int] = {}
    times: dict[int, datetime] = {}
    data = compound.stream(storage, VALUES) or b""
    data = data[head_bytes : head_bytes + 16 * _VALUES]
    for kind, number, value in struct.iter_unpack("<HH4xQ", data[: len(data) // 16 * 16]):
        if kind == _INTEGER:
            numbers[number] = value & 0xFFFFFFFF
        elif kind == _TIME and (moment := moment_of(value)) is not None:
            times[number] = moment
    for page in _CODE_PAGES:
        if page in numbers and encoding is None:
            encoding = encoding_of(numbers[page])
    return Properties(compound, storage, numbers, times, encoding)


def read_names(compound: CompoundFile) -> Mapping[int, str | int]:
    """Return what the numbers from 0x8000 on stand for: a name, or another number."""
    storage = compound.root.storages.get(NAMES)
    if storage is None:
        return {}
    entries = compound.stream(storage, "__substg1.0_00030102") or b""
    strings = compound.stream(storage, "__substg1.0_00040102") or b""
    names: dict[int, str | int] = {}
    for value, kind, index in struct.iter_unpack("<IHH", entries[: len(entries) // 8 * 8]):
        if not kind & 1:
            names[_FIRST_NAMED + index] = value
        elif value + 4 <= len(strings):
            (size,) = struct.unpack_from("<I", strings, value)
            raw = strings[value + 4 : value + 4 + size]
            names[_FIRST_NAMED + index] = raw.decode("utf-16-le", "replace")
    return names
