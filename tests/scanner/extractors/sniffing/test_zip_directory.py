from __future__ import annotations

import io
import zipfile

import pytest

from scanner.extractors.base import Source
from scanner.extractors.sniffing.zip_directory import directory_bytes, zip_type

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def archive(*names: str, comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "x" * 100)
        made.comment = comment
    return out.getvalue()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("[Content_Types].xml", "word/document.xml"), DOCX),
        (("[content_types].xml", "Word/Document.xml"), DOCX),
        (("[Content_Types].xml", "xl/workbook.xml"), XLSX),
        (
            ("[Content_Types].xml", "xl/workbook.bin"),
            "application/vnd.ms-excel.sheet.binary.macroenabled.12",
        ),
        (("word/notes.txt",), "application/zip"),
        (("[Content_Types].xml", "other.xml"), "application/zip"),
    ],
)
def test_zip_type_when_names_say_so_then_it_is_an_office_file(
    names: tuple[str, ...], expected: str
) -> None:
    assert zip_type(Source.of_bytes(archive(*names))) == expected


def test_zip_type_when_bytes_surround_the_archive_then_it_is_still_found() -> None:
    data = archive("[Content_Types].xml", "word/document.xml", comment=b"c" * 1_000)
    padded = b"PK\x03\x04" + b"?" * 100 + data
    assert zip_type(Source.of_bytes(padded)) == DOCX


def test_zip_type_when_cut_off_then_local_headers_are_asked() -> None:
    data = archive("[Content_Types].xml", "word/document.xml", *(f"{n}.xml" for n in range(9)))
    assert zip_type(Source.of_bytes(data[: len(data) // 2])) == DOCX


def test_zip_type_when_a_mimetype_comes_first_then_it_is_believed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<x/>")
    assert zip_type(Source.of_bytes(out.getvalue())) == "application/vnd.oasis.opendocument.text"


def test_directory_bytes_when_read_then_it_is_the_directory() -> None:
    data = archive("a.txt", "b.txt")
    begin, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    assert directory_bytes(Source.of_bytes(data)) == end - begin
    assert directory_bytes(Source.of_bytes(b"PK\x03\x04 cut")) == 0
