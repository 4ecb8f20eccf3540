"""ZIP archives, and EPUB books, which are ZIP archives of web pages.

Each member becomes a source of its own, or a gap with its cause: encrypted, packed in a way the
standard library does not know, damaged, or beyond a limit. Of an archive whose directory is lost,
such as one that was cut off, the members that are there are read by their local headers.
Source: PKWARE APPNOTE 6.3.10, 4.4.4 (flag bit 0) and 4.4.5 (methods), read 2026-11-25.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Extractor,
    Member,
    PartGap,
    Source,
    foreign_parser,
)
from scanner.extractors.members.spool import blocks_of, spooled
from scanner.extractors.ooxml.package import open_package
from scanner.extractors.sniffing.zip_directory import directory_bytes

_ENCRYPTED = 0x1
_METHODS = frozenset(
    {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA}
)
_DIRECTORY_BYTES = 50_000_000  # read whole by zipfile; 50,000 members need a tenth of it


def extract(source: Source, budget: Budget) -> Iterator[Member | PartGap]:
    """Yield every file in the archive, in the order of its directory."""
    directory = directory_bytes(source)
    if directory > source.size_bytes:
        raise ExtractionError(Cause.CORRUPT)
    if directory > _DIRECTORY_BYTES:
        raise ExtractionError(Cause.LIMIT)
    try:
        with foreign_parser():
            archive = zipfile.ZipFile(source.stream())
    except ExtractionError:
        yield from _salvaged(source, budget)
        raise
    for info in archive.infolist():
        if not info.is_dir():
            yield _member(archive, info, budget)


def _salvaged(source: Source, budget: Budget) -> Iterator[Member | PartGap]:
    package = open_package(source, budget)
    for path in package.names():
        try:
            yield Member(path, package.source(path))
        except ExtractionError as error:
            yield PartGap(error.cause, path)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Member | PartGap:
    path = info.filename.replace("\\", "/")
    if info.flag_bits & _ENCRYPTED:
        return PartGap(Cause.ENCRYPTED, path)
    if info.compress_type not in _METHODS:
        return PartGap(Cause.UNSUPPORTED, path)
    try:
        with foreign_parser(), archive.open(info) as stream:
            return Member(path, spooled(blocks_of(stream), info.compress_size, budget))
    except ExtractionError as error:
        return PartGap(error.cause, path)


EXTRACTOR = Extractor(
    media_types=frozenset({"application/zip", "application/epub+zip"}),
    extract=extract,
    version=3,
)
