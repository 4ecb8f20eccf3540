"""Holding a member's bytes while it is read: in memory if small, else in a memfd.

Nothing is written to a disk, so no text in clear is left behind; a memfd is a descriptor, so
libraries that want a file name can open it by ``/proc/self/fd/N``.
"""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import IO

from scanner.extractors.base import Budget, Source

IN_MEMORY_BYTES = 8_000_000
_READ_BYTES = 1 << 18


def spooled(stream: IO[bytes], budget: Budget) -> Source:
    """Return a source over all bytes of ``stream``, each counted as unpacked.

    Raises ExtractionError(LIMIT) when the entry's unpacked bytes are spent, and what the
    stream raises.
    """
    held: list[bytes] = []
    size = 0
    while block := stream.read(_READ_BYTES):
        budget.unpack(len(block))
        held.append(block)
        size += len(block)
        if size > IN_MEMORY_BYTES:
            return _in_memfd(held, stream, budget)
    return Source.of_bytes(b"".join(held))


def _in_memfd(held: list[bytes], stream: IO[bytes], budget: Budget) -> Source:
    with ExitStack() as undo:
        descriptor = os.memfd_create("member", os.MFD_CLOEXEC)
        undo.callback(os.close, descriptor)
        with os.fdopen(os.dup(descriptor), "wb") as file:
            file.writelines(held)
            held.clear()
            while block := stream.read(_READ_BYTES):
                budget.unpack(len(block))
                file.write(block)
                budget.progress()
        undo.pop_all()  # from here on the source closes it
    return Source.of_descriptor(descriptor)
