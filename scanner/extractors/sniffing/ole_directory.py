"""Which format an OLE compound file holds, told by the names of its streams.

Source: [MS-CFB] 2.6 (directory), read 2026-11-25.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.extractors.base import Budget, ExtractionError, Source
from scanner.extractors.compound.file import CompoundFile, Storage

OLE = "application/x-ole-storage"
ENCRYPTED_PACKAGE = "application/x-ole-encrypted-package"
RIGHTS_MANAGED = "application/x-ole-rights-managed"

_BY_STREAM = (  # first match wins; [MS-CFB] 2.6.4 compares names without regard to case
    ("encryptedpackage", ENCRYPTED_PACKAGE),
    ("powerpoint document", "application/vnd.ms-powerpoint"),
    ("pp97_dualstorage", "application/vnd.ms-powerpoint"),
    ("worddocument", "application/msword"),
    ("workbook", "application/vnd.ms-excel"),
    ("book", "application/vnd.ms-excel"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
    ("visiodocument", "application/vnd.visio"),
    ("quill", "application/x-mspublisher"),
)
_RIGHTS_STREAMS = frozenset({"\tdrmcontent", "drmencryptedtransform", "\tdrmencryptedtransform"})


def ole_type(source: Source) -> str:
    """Return the media type of a source that begins with the OLE signature."""
    try:
        root = CompoundFile(source, Budget()).root
    except ExtractionError:
        return OLE
    if any(name in _RIGHTS_STREAMS for name in _names(root)):
        return RIGHTS_MANAGED
    own = root.streams.keys() | root.storages.keys()  # what is embedded deeper is another format's
    return next((media_type for name, media_type in _BY_STREAM if name in own), OLE)


def _names(storage: Storage) -> Iterator[str]:
    """Yield the names of all that a storage holds, at any depth."""
    yield from storage.streams
    for name, inner in storage.storages.items():
        yield name
        yield from _names(inner)
