from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from scanner.extractors.base import Budget, Kind, Limits, PartGap, Source
from scanner.extractors.router import extract
from tests.scanner.extractors.reading import gaps, read, texts


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_zip_when_nested_then_paths_are_joined() -> None:
    inner = zipped({"b/note.txt": b"call Ann Example\n"})
    extraction = extract(Source.of_bytes(zipped({"a/in.zip": inner, "empty/": b""})), Budget())
    parts = list(extraction)
    assert [(part.member, part.kind) for part in parts if not isinstance(part, PartGap)] == [
        ("a/in.zip", Kind.NAME),
        ("a/in.zip/b/note.txt", Kind.NAME),
        ("a/in.zip/b/note.txt", Kind.BODY),
    ]
    assert (extraction.media_type, extraction.members, extraction.member_gaps) == (
        "application/zip", 2, 0,
    )  # fmt: skip


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_zip_when_packed_by_any_method_then_it_is_read(method: int) -> None:
    assert "call Ann" in texts(read(zipped({"n.txt": b"call Ann\n"}, method)))


def test_zip_when_a_member_is_encrypted_then_it_is_a_gap_and_the_others_are_read() -> None:
    data = bytearray(zipped({"secret.txt": b"hidden\n", "open.txt": b"seen\n"}, zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 8] |= 1  # flag bit 0 in the central directory
    data[6] |= 1
    parts = read(bytes(data))
    assert gaps(parts) == [("encrypted", "secret.txt")]
    assert texts(parts) == "seen\n"


def test_zip_when_a_member_is_damaged_then_it_is_a_gap_and_the_others_are_read() -> None:
    data = zipped({"bad.txt": b"damaged\n", "good.txt": b"seen\n"}, zipfile.ZIP_STORED)
    parts = read(data.replace(b"damaged\n", b"changed\n"))
    assert gaps(parts) == [("corrupt", "bad.txt")]
    assert texts(parts) == "seen\n"


def test_zip_when_its_method_is_unknown_then_it_is_unsupported() -> None:
    data = bytearray(zipped({"old.txt": b"imploded\n"}, zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 10] = 6
    assert gaps(read(bytes(data))) == [("unsupported", "old.txt")]


def test_zip_when_cut_off_then_what_is_there_is_read() -> None:
    data = zipped({f"{n}.txt": b"text %d\n" % n for n in range(100)})
    parts = read(data[: len(data) // 3])
    assert gaps(parts)[-1] == ("partial", None)
    assert [f"text {n}\n" in texts(parts) for n in (0, 40, 99)] == [True, True, False]


@pytest.mark.parametrize(
    "data", [zipped({"a.txt": b"text\n"})[:20], b"PK\x03\x04" + bytes(40)], ids=["cut", "zeros"]
)
def test_zip_when_nothing_of_it_is_there_then_it_is_corrupt(data: bytes) -> None:
    assert gaps(read(data)) == [("corrupt", None)]


def test_zip_when_a_bomb_then_the_member_ends_at_the_ratio() -> None:
    bomb = zipped({"zeros.txt": b"0" * 3_000_000, "note.txt": b"seen\n"})
    parts = read(bomb, replace(Limits(), ratio_from_bytes=1_000_000))
    assert gaps(parts) == [("limit", "zeros.txt")]
    assert texts(parts) == "seen\n"


def test_zip_when_entries_overlap_then_unpacked_bytes_end_it() -> None:
    kernel = zipped({"k.txt": b"word and word\n" * 10_000}, zipfile.ZIP_STORED)
    directory = kernel.index(b"PK\x01\x02")
    entry = kernel[directory : kernel.index(b"PK\x05\x06")]
    end = bytearray(kernel[kernel.index(b"PK\x05\x06") :])
    end[8:10] = end[10:12] = (500).to_bytes(2, "little")
    end[12:16] = (500 * len(entry)).to_bytes(4, "little")
    bomb = kernel[:directory] + entry * 500 + bytes(end)
    extraction = extract(Source.of_bytes(bomb), Budget(replace(Limits(), unpacked_bytes=1_000_000)))
    causes = [part.cause.value for part in extraction if isinstance(part, PartGap)]
    assert extraction.members == 500
    # Newer Pythons refuse entries that overlap; older ones unpack them until the limit.
    assert len(causes) >= 493
    assert set(causes) <= {"limit", "corrupt"}
    assert extraction.member_gaps == len(causes)


def test_zip_when_members_are_too_many_then_the_rest_is_a_gap() -> None:
    data = zipped({f"{n}.txt": b"x\n" for n in range(50)})
    parts = read(data, replace(Limits(), members=10))
    assert gaps(parts) == [("limit", None)]


def test_zip_when_large_then_it_goes_to_a_memfd() -> None:
    data = b"a line of text to read\n" * 500_000
    parts = read(zipped({"large.txt": data}, zipfile.ZIP_STORED))
    assert texts(parts).replace("\n", "") == data.decode().replace("\n", "")


def test_zip_when_its_directory_is_larger_than_the_file_then_it_is_corrupt() -> None:
    data = zipped({"n.txt": b"call Ann\n"})
    at = data.rindex(b"PK\x05\x06") + 12  # APPNOTE 4.3.16: size of the central directory
    lying = data[:at] + (60_000_000).to_bytes(4, "little") + data[at + 4 :]
    assert gaps(read(lying)) == [("corrupt", None)]
