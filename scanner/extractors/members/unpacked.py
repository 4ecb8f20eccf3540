"""Files out of archives that libarchive reads, one after the other.

Source: libarchive 3.6, manual pages archive_read(3), archive_read_format(3) and
archive_read_filter(3), read 2026-11-28.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from ctypes import c_int, c_void_p

from connectors.base import Cause
from scanner.extractors.base import (
    LOST_BYTES,
    Budget,
    ExtractionError,
    Member,
    PartGap,
    Source,
    foreign_parser,
)
from scanner.extractors.members.spool import BLOCK_BYTES, spooled

try:
    from libarchive import ArchiveEntry, ArchiveError, ffi
    from libarchive.read import ArchiveRead
except (ImportError, OSError, AttributeError, TypeError):  # what it raises without its C library
    LIBRARY = 0
else:
    LIBRARY = int(ffi.version_number())
    """such as 3006002; 0 where it is not installed."""
    _is_encrypted = ffi.ffi("entry_is_data_encrypted", [c_void_p], c_int)
    logging.getLogger("libarchive").setLevel(logging.CRITICAL)  # its warnings name files

# Not "all": of these some call other programs, and some take any text for an archive.
_FILTERS = ("gzip", "bzip2", "xz", "lzma", "lzip", "zstd", "lz4", "compress")
_CAUSES = (
    (re.compile(r"encrypt|passphrase", re.IGNORECASE), Cause.ENCRYPTED),
    (re.compile(r"unsupported|not supported|unavailable", re.IGNORECASE), Cause.UNSUPPORTED),
    (re.compile(r"too many", re.IGNORECASE), Cause.LIMIT),
    (re.compile(r"allocate|memory", re.IGNORECASE), Cause.MEMORY),
)
"""What the library's messages say; it has no numbers for it."""


def unpacked(source: Source, formats: Iterable[str], budget: Budget) -> Iterator[Member | PartGap]:
    """Yield every file of an archive in one of libarchive's ``formats``, in the archive's order.

    A file that cannot be read is a gap with its cause. Raises ExtractionError where no more can be
    had, UNSUPPORTED where the C library is not installed.
    """
    if not LIBRARY:
        raise ExtractionError(Cause.UNSUPPORTED)
    with ExitStack() as stack:
        pointer = ffi.read_new()
        stack.callback(ffi.read_free, pointer)
        for name in _FILTERS:
            ffi.get_read_filter_function(name)(pointer)
        for name in formats:
            ffi.get_read_format_function(name)(pointer)
        with _its_errors():
            _open(pointer, source, stack)
        entries = iter(ArchiveRead(pointer))
        while True:
            with _its_errors():
                entry = next(entries, None)
            if entry is None:
                return
            # What has neither name nor bytes is what the library makes of zeros.
            if entry.isfile and not entry.islnk and (entry.pathname or entry.size):
                yield _member(entry, source.size_bytes, budget)


def _open(pointer: int, source: Source, stack: ExitStack) -> None:
    if source.path is None:
        data = source.stream().read()
        stack.callback(lambda: data)  # holds it, for the library reads from it until then
        ffi.read_open_memory(pointer, data, len(data))
        return
    descriptor = os.open(source.path, os.O_RDONLY | os.O_CLOEXEC)
    stack.callback(os.close, descriptor)
    ffi.read_open_fd(pointer, descriptor, BLOCK_BYTES)


def _member(entry: ArchiveEntry, packed_bytes: int, budget: Budget) -> Member | PartGap:
    name = entry.pathname or ""
    if isinstance(name, bytes):  # in no encoding that it knows
        path = name.decode("utf-8", "backslashreplace")
    else:
        path = name.replace("\\", "/").removeprefix("./")
    # Of RAR it would give what is encrypted as it stands; the entry has no property for it.
    if _is_encrypted(entry._entry_p):  # noqa: SLF001 - see above
        return PartGap(Cause.ENCRYPTED, path)
    try:
        with _its_errors():
            return Member(path, spooled(entry.get_blocks(BLOCK_BYTES), packed_bytes, budget))
    except ExtractionError as error:
        return PartGap(error.cause, path)


@contextmanager
def _its_errors() -> Iterator[None]:
    """Turn the library's errors into ExtractionError."""
    with foreign_parser():
        try:
            yield
        except ArchiveError as error:
            if error.errno in LOST_BYTES:
                raise OSError(error.errno, "read") from error
            said = str(error.msg)
            found = (cause for words, cause in _CAUSES if words.search(said))
            raise ExtractionError(next(found, Cause.CORRUPT)) from error
