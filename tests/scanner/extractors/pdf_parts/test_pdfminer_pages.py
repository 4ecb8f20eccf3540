from __future__ import annotations

import pytest

from scanner.extractors.base import Budget, ExtractionError, Limits, Source
from scanner.extractors.pdf_parts.pdfminer_pages import PdfminerDocument
from tests.scanner.extractors.packages import page_of, pdf


def test_pages_when_read_then_stop_at_the_limit() -> None:
    source = Source.of_bytes(pdf(page_of("one"), page_of("two"), page_of("three")))
    document = PdfminerDocument(source, Budget(Limits(pdf_pages=2)))
    assert [page.text.strip() for page in document.pages()] == ["one", "two"]
    assert not document.beside_pages


def test_file_when_no_pdf_then_is_corrupt() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        PdfminerDocument(Source.of_bytes(b"nothing"), Budget())


@pytest.mark.parametrize(
    "data",
    [
        pdf(page_of("one"), catalog="/AcroForm << /Fields [] >>"),
        pdf(page_of("one"), catalog="/Names << /EmbeddedFiles << /Names [] >> >>"),
        pdf(page_of("one"), page="/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] >>]"),
    ],
)
def test_document_when_it_has_more_than_pages_then_says_so(data: bytes) -> None:
    document = PdfminerDocument(Source.of_bytes(data), Budget())
    assert len(list(document.pages())) == 1
    assert document.beside_pages


def test_properties_when_there_are_some_then_strings_come_out() -> None:
    data = pdf(page_of("one"), objects=("<< /Author (Ann Example) /Trapped /False >>",))
    data = data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 4 0 R")
    document = PdfminerDocument(Source.of_bytes(data), Budget())
    assert [line.text for line in document.properties()] == ["Author: Ann Example"]
