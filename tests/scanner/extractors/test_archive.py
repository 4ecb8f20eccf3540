from __future__ import annotations

import io
import struct
import tarfile
import zlib
from pathlib import Path

import libarchive
import pytest

from scanner.extractors.base import Budget, ExtractionError, Source
from scanner.extractors.members import unpacked
from scanner.extractors.router import extract
from tests.scanner.extractors.reading import gaps, read, texts

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FILES = {"Housing/Zoë's note.txt": b"call Ann Example\n", "list.csv": b"name,age\nBob,5\nEve,6\n"}


def packed(form: str, compression: str | None = None, files: dict[str, bytes] = FILES) -> bytes:
    """Return an archive of ``files`` as libarchive writes it."""
    blocks: list[bytes] = []

    def put(data: bytes) -> int:
        blocks.append(bytes(data))
        return len(data)

    with libarchive.custom_writer(put, form, compression) as archive:
        for name, data in files.items():
            archive.add_file_from_memory(name, len(data), data)
    return b"".join(blocks)


def rar(files: dict[str, bytes], method: int = 0x30, flags: int = 0x8000) -> bytes:
    """Return a RAR archive, its members stored. Source: RAR 4 technote.txt, read 2026-11-28."""

    def block(body: bytes) -> bytes:
        return struct.pack("<H", zlib.crc32(body) & 0xFFFF) + body

    out = b"Rar!\x1a\x07\0" + block(struct.pack("<BHHHI", 0x73, 0, 13, 0, 0))
    for name, data in files.items():
        path = name.encode()
        out += block(
            struct.pack(
                "<BHHIIBIIBBHI", 0x74, flags, 32 + len(path), len(data), len(data),
                3, zlib.crc32(data), 0, 20, method, len(path), 0o100644,
            )
            + path
        ) + data  # fmt: skip
    return out + b"\xc4\x3d\x7b\0\x40\x07\0"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (packed("7zip"), "application/x-7z-compressed"),
        (packed("pax"), "application/x-tar"),
        (packed("cpio_newc"), "application/x-cpio"),
        (packed("iso9660"), "application/x-iso9660-image"),
        (rar(FILES), "application/vnd.rar"),
    ],
    ids=["7z", "tar", "cpio", "iso", "rar"],
)
def test_each_member_of_an_archive_is_read(data: bytes, media_type: str) -> None:
    extraction = extract(Source.of_bytes(data), Budget())
    parts = list(extraction)
    assert (extraction.media_type, extraction.members, gaps(parts)) == (media_type, 2, [])
    assert {"call Ann Example" in texts(parts), "Eve\t6" in texts(parts)} == {True}
    assert {getattr(part, "member", None) for part in parts} == set(FILES)


def test_a_large_archive_is_read_by_its_descriptor(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(packed("7zip", files={"n.txt": b"seen\n", "z": bytes(9_000_000)}))
    with (tmp_path / "a").open("rb") as file:
        source = Source(file, (tmp_path / "a").stat().st_size, f"/proc/self/fd/{file.fileno()}")
        assert [part.text for part in extract(source, Budget()) if hasattr(part, "text")] == [
            "n.txt", "seen\n", "z",
        ]  # fmt: skip


def test_a_link_in_a_tar_is_no_member() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        archive.addfile(_told("./a.txt", size=5), io.BytesIO(b"seen\n"))
        archive.addfile(_told("soft", type=tarfile.SYMTYPE, linkname="/etc/passwd"))
        archive.addfile(_told("hard", type=tarfile.LNKTYPE, linkname="a.txt"))
        archive.addfile(_told("folder", type=tarfile.DIRTYPE))
    extraction = extract(Source.of_bytes(out.getvalue()), Budget())
    assert texts(list(extraction)) == "a.txt\nseen\n"
    assert extraction.members == 1


def _told(name: str, **fields: object) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    for field, value in fields.items():
        setattr(info, field, value)
    return info


def test_a_name_in_an_old_encoding_is_kept() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.GNU_FORMAT, encoding="cp1252") as file:
        file.addfile(_told("Zoë.txt", size=5), io.BytesIO(b"seen\n"))
    (name,) = {getattr(part, "member", "") for part in read(out.getvalue())}
    assert name == "Zo\\xeb.txt"


def test_an_archive_that_is_cut_off_gives_what_is_there() -> None:
    data = packed("pax", files={f"{n}.txt": b"text %d\n" % n for n in range(20)})
    parts = read(data[: len(data) // 2 - 700])
    assert gaps(parts)[-1] == ("partial", None)
    assert ("text 3\n" in texts(parts), "text 19\n" in texts(parts)) == (True, False)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (packed("7zip")[:40], [("corrupt", None)]),
        (rar(FILES, method=0x36), [(cause, name) for name in FILES for cause in ("unsupported",)]),
        (rar(FILES, flags=0x8004), [("encrypted", next(iter(FILES)))]),
    ],
    ids=["cut at the start", "unknown method", "encrypted"],
)
def test_what_cannot_be_read_says_why(data: bytes, expected: list[tuple[str, str | None]]) -> None:
    assert gaps(read(data))[: len(expected)] == expected


def test_without_the_c_library_an_archive_is_unsupported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "LIBRARY", 0)
    assert gaps(read(packed("7zip"))) == [("unsupported", None)]
    with pytest.raises(ExtractionError, match="unsupported"):
        next(unpacked.unpacked(Source.of_bytes(b""), ("tar",), Budget()))


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus beside the project")
@pytest.mark.parametrize(
    ("path", "members", "expected"),
    [
        ("7z/tika-test-documents.7z", 10, []),
        ("tar/tika-test-documents.tar", 10, []),
        ("tar/tika-testTAR_no_magic.tar", 1, []),
        ("cab/tika-test-documents.cab", 10, []),
        ("7z/tika-test7Z_protected_passTika.7z", 1, [("encrypted", "text.txt")]),
        ("rar/tika-test-documents-enc.rar", 0, [("encrypted", None)]),
    ],
)
def test_archives_of_the_corpus(
    path: str, members: int, expected: list[tuple[str, str | None]]
) -> None:
    extraction = extract(Source.of_bytes((CORPUS / path).read_bytes()), Budget())
    found = gaps(list(extraction))
    assert extraction.members >= members
    assert [gap for gap in found if gap[0] != "unsupported"] == expected
