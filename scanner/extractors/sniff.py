"""What format the bytes of a source are in, told by content alone: a name can lie.

Containers that many formats share (ZIP, OLE) are told by what they hold, text by how it begins
and whether its lines make a table; python-magic is asked about the rest.
"""

from __future__ import annotations

import codecs
import os
import re

import magic

from scanner.extractors.base import ExtractionError, Source, foreign_parser
from scanner.extractors.compound.file import SIGNATURE as OLE_SIGNATURE
from scanner.extractors.encoding import decoded, marked_encoding
from scanner.extractors.sniffing import ole_directory, zip_directory
from scanner.extractors.sniffing.text_types import text_type

VERSION = 4
"""raise it when some bytes would be taken for another format: then all is examined again."""

EMPTY = "inode/x-empty"
UNKNOWN = "application/octet-stream"

_HEAD_BYTES = 65_536
_MAGIC_BYTES = 1 << 20  # of a source without a path: where the whole is not to be had
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b\x08", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x04\x22\x4d\x18", "application/x-lz4"),
    (b"LZIP\x01", "application/x-lzip"),
    (b"\x1f\x9d", "application/x-compress"),
    (b"MSCF\0\0\0\0", "application/vnd.ms-cab-compressed"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\x00\x01\x00\x00Standard Jet DB\0", "application/x-msaccess"),
    (b"\x00\x01\x00\x00Standard ACE DB\0", "application/x-msaccess"),
    (b"!BDN", "application/vnd.ms-outlook-pst"),
    (b"{\\rtf", "application/rtf"),  # with pictures in it, it is no clean text
)
_PDF_LATER = re.compile(rb"%PDF-[12]\.[0-9]")  # ISO 32000-1, annex H note 13: in the first 1 KB
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b\x08\x1a")
_CLEAN_SHARE = 0.002  # of controls in text; a stray one is no reason to call it binary
_DOUBTFUL_SHARE = 0.05  # of controls but NUL, where nothing else is known of the format
_DOUBTFUL_NULS = 0.3


def media_type(source: Source) -> str:
    """Return the media type of ``source``; of an empty one ``inode/x-empty``."""
    head = source.head(_HEAD_BYTES)
    if not head:
        return EMPTY
    if head.startswith(zip_directory.SIGNATURES):
        return zip_directory.zip_type(source)
    if head.startswith(OLE_SIGNATURE):
        return ole_directory.ole_type(source)
    for signature, found in _SIGNATURES:
        if head.startswith(signature):
            return found
    if _PDF_LATER.search(head[:1_024]) and b" obj" in head:
        return "application/pdf"
    if _is_clean_text(head):
        return _text_type(head, source)
    asked = _asked(source)
    if asked == UNKNOWN or asked.startswith("text/"):
        return _text_type(head, source) if _may_be_text(head) else UNKNOWN
    return asked


def _text_type(head: bytes, source: Source) -> str:
    return text_type(decoded(head)[0], whole=source.size_bytes <= len(head))


def _is_clean_text(head: bytes) -> bool:
    encoding = marked_encoding(head)
    if encoding is None:
        return _is_clean(head) and b"\0" not in head
    if _is_clean(head.replace(b"\0", b"")):
        return True
    # Or a byte of a letter looks like a control; what is no text at all is broken as text, too.
    text = codecs.getincrementaldecoder(encoding)("replace").decode(head)
    return "\0" not in text and _is_clean(text.replace("\ufffd", "\x01").encode())


def _is_clean(head: bytes) -> bool:
    return _controls(head) <= _CLEAN_SHARE * len(head)


def _may_be_text(head: bytes) -> bool:
    """Return whether text is left when holes and padding (NULs) are taken out."""
    head = head.rstrip(b"\0") or head
    nuls = head.count(b"\0")
    return nuls <= _DOUBTFUL_NULS * len(head) and (
        _controls(head) - nuls <= _DOUBTFUL_SHARE * len(head)
    )


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROLS))


def _asked(source: Source) -> str:
    """Return what libmagic says; it wants the whole file, since formats keep marks at the end."""
    try:
        with foreign_parser():
            found = _magic_type(source)
    except ExtractionError:
        return UNKNOWN
    return found if "/" in found and not found.startswith("inode/") else UNKNOWN


def _magic_type(source: Source) -> str:
    if source.path is None:
        return str(magic.from_buffer(source.head(_MAGIC_BYTES), mime=True))
    descriptor = os.open(source.path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return str(magic.from_descriptor(descriptor, mime=True))
    finally:
        os.close(descriptor)
