from __future__ import annotations

import pytest

from scanner.extractors.base import Budget, ExtractionError, Limits, Source
from scanner.extractors.pdf_parts.pdfminer_pages import pages_by_pdfminer
from tests.scanner.extractors.packages import page_of, pdf


def test_pages_when_read_then_stop_at_the_limit() -> None:
    source = Source.of_bytes(pdf(page_of("one"), page_of("two"), page_of("three")))
    pages = pages_by_pdfminer(source, Budget(Limits(pdf_pages=2)))
    assert [page.text.strip() for page in pages] == ["one", "two"]


def test_file_when_no_pdf_then_is_corrupt() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        list(pages_by_pdfminer(Source.of_bytes(b"nothing"), Budget()))
