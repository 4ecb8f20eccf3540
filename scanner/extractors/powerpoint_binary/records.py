"""The records of a presentation stream: a tree, and a directory of what is current in it.

Source: [MS-PPT] 2.1.2, 2.3.2 (CurrentUserAtom), 2.3.3 (UserEditAtom), 2.3.4 (persist directory),
2.3.1 (record header), read 2026-11-28.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from connectors.base import Cause
from scanner.extractors.base import ExtractionError

CONTAINER = 0xF
_HEAD = struct.Struct("<HHI")
_ENCRYPTED_TOKEN = 0xF3D1C4DF
_USER_EDIT, _DIRECTORY = 0x0FF5, 0x1772
_EDITS = 10_000
_OBJECTS = 1_000_000


class Record(NamedTuple):
    """A record: its version (0xF has others inside), instance and type, and where it lies."""

    version: int
    instance: int
    type: int
    start: int  # of its content
    end: int


@dataclass(frozen=True, slots=True)
class Persist:
    """Where the current version of each object begins, by its number; ``document`` is one."""

    places: dict[int, int]
    document: int


def records(data: bytes, start: int, end: int) -> Iterator[Record]:
    """Yield the records that lie side by side in [start, end); what is cut off ends there."""
    end = min(end, len(data))
    while start + 8 <= end:
        head, kind, size = _HEAD.unpack_from(data, start)
        start += 8
        stop = min(start + size, end)
        yield Record(head & 0xF, head >> 4, kind, start, stop)
        start = stop


def is_whole(data: bytes) -> bool:
    """Tell whether the last record beside the others ends where the stream does."""
    at = 0
    while at + 8 <= len(data):
        at += 8 + _HEAD.unpack_from(data, at)[2]
    return at <= len(data)


def read_persist(current_user: bytes, data: bytes) -> Persist | None:
    """Return the directory of current objects, or None where it is lost.

    Raises ExtractionError(ENCRYPTED).
    """
    if len(current_user) < 20:
        return None
    token, edit = struct.unpack_from("<II", current_user, 12)
    if token == _ENCRYPTED_TOKEN:
        raise ExtractionError(Cause.ENCRYPTED)
    places: dict[int, int] = {}
    document = 0
    seen: set[int] = set()
    while edit and edit not in seen and len(seen) < _EDITS and edit + 28 <= len(data):
        seen.add(edit)
        if _HEAD.unpack_from(data, edit)[1] != _USER_EDIT:
            break
        earlier, directory, reference = struct.unpack_from("<III", data, edit + 16)
        document = document or reference
        for number, place in _directory(data, directory):
            places.setdefault(number, place)
        edit = earlier
    return Persist(places, document) if places else None


def _directory(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    for record in records(data, at, len(data)):
        if record.type != _DIRECTORY:
            return
        count = min((record.end - record.start) // 4, _OBJECTS)
        numbers = struct.unpack_from(f"<{count}I", data, record.start)
        index = 0
        while index < count:
            first, following = numbers[index] & 0xFFFFF, numbers[index] >> 20
            for step, place in enumerate(numbers[index + 1 : index + 1 + following]):
                yield first + step, place
            index += 1 + following
        return
