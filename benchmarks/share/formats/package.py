"""ZIP packages with fixed times, so that the same parts give the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

_EPOCH = (2024, 4, 1, 9, 0, 0)  # any date; the clock would give other bytes every second
_DATED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a ZIP archive of ``parts``, names and bytes, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data, compresslevel=1)
    return buffer.getvalue()


def undated(package: bytes) -> bytes:
    """Return ``package`` with the clock taken out: member times and document properties."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    return zipped((name, _DATED.sub(rb"\g<1>2024-04-01T09:00:00Z", data)) for name, data in parts)
