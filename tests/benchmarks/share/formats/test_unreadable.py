import io
import zipfile
from datetime import date
from random import Random

import magic
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from benchmarks.share.desk import DEPARTMENTS, Desk
from benchmarks.share.formats import office, pdf, unreadable
from benchmarks.share.layouts import plain
from benchmarks.share.people import populate


@pytest.fixture
def desk() -> Desk:
    rng = Random(11)
    return Desk(rng, populate(rng, 60), DEPARTMENTS[0], date(2026, 1, 5))


def test_encrypted_zip_when_opened_then_asks_for_a_password(desk: Desk) -> None:
    data = unreadable.encrypted_zip(desk.rng, "a.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["a.docx"]
        with pytest.raises(RuntimeError, match="password required"):
            archive.read("a.docx")


def test_encrypted_office_when_looked_at_then_a_compound_file_and_no_zip(desk: Desk) -> None:
    data = unreadable.encrypted_office(desk.rng)
    assert not zipfile.is_zipfile(io.BytesIO(data))
    assert "Composite Document File" in magic.from_buffer(data) or "CDFV2" in magic.from_buffer(
        data
    )
    assert "EncryptedPackage".encode("utf-16-le") in data


@pytest.mark.parametrize("write", [office.docx_package, office.xlsx_package])
def test_cut_short_when_a_package_then_no_zip_opens_it(write, desk: Desk) -> None:  # type: ignore[no-untyped-def]  # either writer
    data = write(plain.report(desk))
    zipfile.ZipFile(io.BytesIO(data)).close()
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(unreadable.cut_short(desk.rng, data)))


def test_cut_short_when_a_pdf_then_pdfium_refuses(desk: Desk) -> None:
    data = pdf.pdf_text(plain.report(desk))
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) >= 1
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(unreadable.cut_short(desk.rng, data))


def test_pdf_scan_when_read_then_a_page_without_text(desk: Desk) -> None:
    data = pdf.pdf_scan(unreadable.grey_pixels(desk.rng, 12, 16), 12, 16)
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        text_page = page.get_textpage()
        assert text_page.get_text_range() == ""
        assert [item.type for item in page.get_objects()] == [3]  # an image
        text_page.close()
        page.close()


def test_picture_when_looked_at_then_a_png(desk: Desk) -> None:
    assert magic.from_buffer(unreadable.picture(desk.rng), mime=True) == "image/png"


def test_unknown_binary_when_looked_at_then_no_type(desk: Desk) -> None:
    found = magic.from_buffer(unreadable.unknown_binary(desk.rng), mime=True)
    assert found == "application/octet-stream"
