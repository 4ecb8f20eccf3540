from __future__ import annotations

import bz2
import gzip
import io
import lzma
from dataclasses import replace

import pytest

from scanner.extractors.base import Budget, Limits, Source
from scanner.extractors.router import extract
from tests.scanner.extractors.reading import gaps, read, texts
from tests.scanner.extractors.test_archive import FILES, packed

TEXT = b"call Ann Example\n"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (gzip.compress(TEXT), "application/gzip"),
        (bz2.compress(TEXT), "application/x-bzip2"),
        (lzma.compress(TEXT), "application/x-xz"),
        (lzma.compress(TEXT, lzma.FORMAT_ALONE), "application/x-lzma"),
    ],
    ids=["gzip", "bzip2", "xz", "lzma"],  # gzip writes the time
)
def test_a_compressed_file_is_one_member(data: bytes, media_type: str) -> None:
    extraction = extract(Source.of_bytes(data), Budget())
    parts = list(extraction)
    assert (extraction.media_type, extraction.members, gaps(parts)) == (media_type, 1, [])
    assert TEXT.decode() in texts(parts)


@pytest.mark.parametrize("compression", ["gzip", "bzip2", "xz", "zstd", "lz4", "compress", "lzip"])
def test_a_compressed_archive_gives_its_members(compression: str) -> None:
    parts = read(packed("gnutar", compression))
    assert {getattr(part, "member", None) for part in parts} == set(FILES)
    assert (gaps(parts), "call Ann Example" in texts(parts)) == ([], True)


def test_a_file_compressed_twice_is_read() -> None:
    assert TEXT.decode() in texts(read(gzip.compress(bz2.compress(TEXT))))


def test_one_that_is_cut_off_is_a_gap() -> None:
    data = gzip.compress(b"".join(b"line %d of the log\n" % n for n in range(5_000)))
    assert gaps(read(data[: len(data) // 2])) == [("corrupt", None)]


def test_what_begins_with_zeros_is_read_to_its_end() -> None:
    parts = read(gzip.compress(bytes(1_024) + TEXT * 1_000))
    assert "call Ann Example" in texts(parts) or gaps(parts)


def test_a_bomb_ends_at_its_ratio() -> None:
    out = io.BytesIO()
    with gzip.open(out, "wb") as file:
        for _ in range(30):
            file.write(bytes(1_000_000))
    limits = replace(Limits(), ratio_from_bytes=1_000_000)
    assert gaps(read(out.getvalue(), limits)) == [("limit", "data")]
