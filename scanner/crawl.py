"""What a listing means: which entries are new, changed, to be tried again, or gone.

The folder is the unit of comparison: one digest over its listing tells that nothing changed, and
then no row of it is read. Only folders that differ are compared entry by entry.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from connectors.base import LASTING, Cause, EntryRow, FolderPath, Listing
from scanner.catalogue.names import to_text

_FORMAT = 0  # of marshal: without references, so that equal listings give equal bytes


class Why(Enum):
    """Why an entry is work for tonight."""

    NEW = auto()
    CHANGED = auto()
    RETRY = auto()  # its gap may have passed
    OTHER_SETS = auto()  # it, or its name, was examined under other detectors or extractors


class Known(NamedTuple):
    """An entry as the catalogue has it."""

    id: int
    size_bytes: int
    modified_ns: int
    changed_ns: int
    file_id: int
    content_id: int | None
    content_sets: bytes | None
    state: str
    cause: str | None
    since: int
    vanishing: int | None
    guard: int | None  # the id of its descriptor; None: it could not be read


class Work(NamedTuple):
    """One entry to be read tonight. ``known`` None: it is new; ``guard`` as there, so far."""

    entry_id: int
    folder_id: int
    folder: FolderPath
    name: str
    size_bytes: int
    why: Why
    known: Known | None
    guard: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A differing folder, name by name. ``fixed`` are exclusions and gaps known from listing."""

    work: tuple[tuple[EntryRow, Why, Known | None], ...]
    fixed: tuple[tuple[str, str, str, Known | None], ...]  # name, state, cause
    back: tuple[Known, ...]  # unchanged, and thought to be vanishing
    gone: tuple[Known, ...]


def listing_digest(listing: Listing) -> bytes:
    """Return 16 bytes that change when anything in the listing does: times and ids included.

    Not the last-access times, which our own reading may move.
    """
    # marshal takes no subclasses: the enums go in as the strings they are.
    shape = (
        tuple([row[:5] for row in listing.entries]),
        listing.subfolders,
        [(name, str(rule.value)) for name, rule in listing.excluded],
        [(name, str(cause.value)) for name, cause in listing.gaps],
        None if listing.descriptor is None else listing.descriptor.raw,
        *([] if listing.guards is None else [[(name, each.raw) for name, each in listing.guards]]),
    )
    return hashlib.blake2b(marshal.dumps(shape, _FORMAT), digest_size=16).digest()


def compare(
    listing: Listing, known: Mapping[str, Known], names: bytes | None, sets: bytes
) -> Comparison:
    """Return what ``listing`` means against the rows the catalogue has, by stored name.

    ``sets`` are today's, ``names`` those under which the names of files were last looked at.
    """
    left = dict(known)
    work: list[tuple[EntryRow, Why, Known | None]] = []
    back: list[Known] = []
    for row in listing.entries:
        before = left.pop(to_text(row[0]), None)
        why = _why(row, before, names, sets)
        if why is not None:
            work.append((row, why, before))
        elif before is not None and before.vanishing is not None:
            back.append(before)
    fixed = []
    for name, state, cause in _fixed(listing):
        before = left.pop(to_text(name), None)
        if before is None or (before.state, before.cause) != (state, cause):
            fixed.append((name, state, cause, before))
        elif before.vanishing is not None:
            back.append(before)
    return Comparison(tuple(work), tuple(fixed), tuple(back), tuple(left.values()))


def _why(row: EntryRow, known: Known | None, names: bytes | None, sets: bytes) -> Why | None:
    if known is None:
        return Why.NEW
    if known.state == "excluded" or row[1:5] != known[1:5]:
        return Why.CHANGED
    if known.cause is not None and Cause(known.cause) not in LASTING:
        return Why.RETRY
    if known.content_sets is not None and not known.content_sets == names == sets:
        return Why.OTHER_SETS
    return None


def _fixed(listing: Listing) -> Iterator[tuple[str, str, str]]:
    for name, rule in listing.excluded:
        yield name, "excluded", rule.value
    for name, cause in listing.gaps:
        yield name, "gap", cause.value
