"""A compressed file: gzip, bzip2, xz, LZMA, lzip, Zstandard, LZ4 and compress (.Z).

One that holds a TAR archive gives the archive's members, without the whole being held; any other
is one member.
Source: libarchive 3.6, archive_read_filter(3) and archive_read_format(3), read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.extractors.base import Budget, Extractor, Member, PartGap, Source
from scanner.extractors.members.unpacked import LIBRARY, unpacked

_FORMATS = ("tar", "cpio", "raw")


def extract(source: Source, budget: Budget) -> Iterator[Member | PartGap]:
    """Yield what was compressed: every file of an archive, or the one file."""
    empty = True
    for part in unpacked(source, _FORMATS, budget):
        empty = False
        yield part
    if empty:  # zeros are taken for the end of a TAR archive: anything may come after them
        yield from unpacked(source, ("raw",), budget)


EXTRACTOR = Extractor(
    media_types=frozenset(
        {
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-lzma",
            "application/x-lzip",
            "application/zstd",
            "application/x-lz4",
            "application/x-compress",
        }
    ),
    extract=extract,
    version=1 + LIBRARY,  # what another one reads may be more
)
