"""7z, RAR, TAR, CAB, ISO 9660 and cpio archives: each member becomes a source of its own.

Source: libarchive 3.6, archive_read_format(3), read 2026-11-28. It reads neither solid RAR archives
of before 2013 nor encrypted members: these are gaps.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.extractors.base import Budget, Extractor, Member, PartGap, Source
from scanner.extractors.members.unpacked import LIBRARY, unpacked

_FORMATS = ("7zip", "rar", "rar5", "tar", "cab", "iso9660", "cpio")


def extract(source: Source, budget: Budget) -> Iterator[Member | PartGap]:
    """Yield every file in the archive, in its order."""
    return unpacked(source, _FORMATS, budget)


EXTRACTOR = Extractor(
    media_types=frozenset(
        {
            "application/x-7z-compressed",
            "application/vnd.rar",
            "application/x-tar",
            "application/vnd.ms-cab-compressed",
            "application/x-iso9660-image",
            "application/x-cpio",
        }
    ),
    extract=extract,
    version=1 + LIBRARY,  # what another one reads may be more
)
