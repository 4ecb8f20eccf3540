from __future__ import annotations

import pytest

from scanner.extractors.base import Budget, ExtractionError, Source
from scanner.extractors.pdf_parts.pdfium import PdfiumDocument
from tests.scanner.extractors.packages import page_of, pdf


def test_pages_when_read_then_text_is_by_page() -> None:
    document = PdfiumDocument(Source.of_bytes(pdf(page_of("one"), page_of("two"))))
    assert [document.page(index).text for index in range(document.pages)] == ["one", "two"]
    assert list(document.attachments(Budget())) == []
    document.close()


def test_file_when_no_pdf_then_is_corrupt() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        PdfiumDocument(Source.of_bytes(b"%PDF-1.7\nnothing"))
