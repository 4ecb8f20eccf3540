from __future__ import annotations

import gzip
import io
import lzma
import os
import random
import tarfile
from pathlib import Path

import pytest

from scanner.extractors.base import Source
from scanner.extractors.sniff import media_type


def tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("a.txt"), io.BytesIO())
    return out.getvalue()


CASES = [
    (b"", "inode/x-empty"),
    (b"x", "text/plain"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "application/pdf"),
    (b"junk\r\n%PDF-1.4\n1 0 obj\n", "application/pdf"),
    (b"The sign %PDF-1.4 begins a file.\n", "text/plain"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
    (gzip.compress(b"x", mtime=0), "application/gzip"),
    (tar(), "application/x-tar"),
    (b"{\\rtf1\\ansi{\\pict\\bin200 " + bytes(200) + b"}}", "application/rtf"),
    (b"7z\xbc\xaf\x27\x1c\0\4", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07\x01\x00", "application/vnd.rar"),
    (b"MSCF" + bytes(40), "application/vnd.ms-cab-compressed"),
    (lzma.compress(b"x"), "application/x-xz"),
    (b"\x04\x22\x4d\x18d@\xa7", "application/x-lz4"),
    (b"LZIP\x01\x0c", "application/x-lzip"),
    (b"\x1f\x9d\x90a", "application/x-compress"),
    (b"SQLite format 3\0" + bytes(84), "application/vnd.sqlite3"),
    (random.Random(5).randbytes(5_000), "application/octet-stream"),
    (b"\0" * 5_000, "application/octet-stream"),
    (b"log line one\n" * 10 + b"\0" * 20 + b"log line two\n", "text/plain"),
    (b"NHS number 999 000 0018\n" + b"\0" * 4_096, "text/plain"),  # padded
    ("Zoë".encode("utf-16"), "text/plain"),
    ("Ľudmila Nováková, Łódź".encode("utf-16"), "text/plain"),  # bytes as of controls
    (b"\xff\xfe" + random.Random(5).randbytes(5_000), "application/octet-stream"),
    ("Ann Example of Leeds".encode("utf-16-le"), "text/plain"),
    ('<?xml version="1.0"?><a/>'.encode("utf-16"), "application/xml"),
    ("Ref;Town\n1;Béziers\n2;York\n3;Hull\n".encode("cp1252"), "text/csv"),
    ("Уважаемый господин\n".encode("koi8-r"), "text/plain"),
]


@pytest.mark.parametrize(("data", "expected"), CASES)
def test_media_type_when_sniffed_then_content_tells(data: bytes, expected: str) -> None:
    assert media_type(Source.of_bytes(data)) == expected


@pytest.mark.parametrize("name", ["a.pdf", "b.docx", "c", "d.jpg", "e.csv"])
def test_media_type_when_the_name_lies_then_it_makes_no_difference(
    tmp_path: Path, name: str
) -> None:
    for data, expected in CASES:
        (tmp_path / name).write_bytes(data)
        source = Source.of_descriptor(os.open(tmp_path / name, os.O_RDONLY))
        assert media_type(source) == expected
        source.close()
