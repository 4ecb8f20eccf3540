"""Holding a member's bytes while it is read: in memory if small, else in a memfd.

Nothing is written to a disk, so no text in clear is left behind; a memfd is a descriptor, so
libraries that want a file name can open it by ``/proc/self/fd/N``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import chain
from typing import IO

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Source

IN_MEMORY_BYTES = 8_000_000
BLOCK_BYTES = 1 << 18


def blocks_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Return what is left of ``stream`` in blocks."""
    return iter(partial(stream.read, BLOCK_BYTES), b"")


def spooled(data: Iterable[bytes], packed_bytes: int, budget: Budget) -> Source:
    """Return a source over all of ``data``, which was ``packed_bytes`` when packed.

    Raises ExtractionError(LIMIT) when the entry's unpacked bytes are spent or they unpack to
    more than their ratio allows, and what reading ``data`` raises.
    """
    blocks = _counted(data, packed_bytes, budget)
    held: list[bytes] = []
    size = 0
    for block in blocks:
        held.append(block)
        size += len(block)
        if size > IN_MEMORY_BYTES:
            return _in_memfd(chain(held, blocks))
    return Source.of_bytes(b"".join(held))


def _counted(data: Iterable[bytes], packed_bytes: int, budget: Budget) -> Iterator[bytes]:
    limits = budget.limits
    most = max(limits.ratio_from_bytes, limits.ratio * packed_bytes)
    size = 0
    for block in data:
        budget.unpack(len(block))
        size += len(block)
        if size > most:
            raise ExtractionError(Cause.LIMIT)
        yield block


def _in_memfd(blocks: Iterator[bytes]) -> Source:
    with ExitStack() as undo:
        descriptor = os.memfd_create("member", os.MFD_CLOEXEC)
        undo.callback(os.close, descriptor)
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.writelines(blocks)
        undo.pop_all()  # from here on the source closes it
    return Source.of_descriptor(descriptor)
