"""Holes of sparse files: NULs that lie on no disk. They are passed over, not read.

A file of a terabyte may hold one page of text; reading its holes would take the night.
Source: lseek(2), SEEK_DATA, Linux man-pages 6.9, read 2026-11-25.
"""

from __future__ import annotations

import errno
import os
from typing import BinaryIO


def past_hole(stream: BinaryIO) -> int:
    """Move ``stream`` on to its next data, or to its end; return how many bytes were passed.

    0 where it stands on data already, lies in memory, or its file system knows no holes.
    """
    try:
        descriptor = stream.fileno()
    except OSError:  # io.UnsupportedOperation: it lies in memory
        return 0
    at = stream.tell()
    data = _next_data(descriptor, at)
    if data > at:
        stream.seek(data)
    return max(data - at, 0)


def _next_data(descriptor: int, at: int) -> int:
    """Return where data begin at or after ``at``; the file's size where none do."""
    # Asked over a descriptor of its own: the stream's must not move beneath its buffer.
    own = os.open(f"/proc/self/fd/{descriptor}", os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.lseek(own, at, os.SEEK_DATA)
    except OSError as error:
        return os.fstat(own).st_size if error.errno == errno.ENXIO else at
    finally:
        os.close(own)
