"""PDF by pdfminer.six: slower by far, but it reads some files that pdfium refuses.

It gives the text of the pages and the properties. Where a document has more (notes, form fields,
attached files), that is told, so that the document does not pass for read in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTFigure, LTImage, LTPage, LTTextContainer
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import decode_text

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Kind, Source, foreign_parser
from scanner.extractors.pdf_parts.pdfium import Line, Page

_BESIDE_PAGES = frozenset({"AcroForm", "Names", "AF", "Collection", "Outlines"})
"""Entries of the catalogue that hold text of their own: ISO 32000-2:2020, 7.7.2, table 29."""


class PdfminerDocument:
    """An open document. ``beside_pages``: it holds something that its pages' text is without."""

    def __init__(self, source: Source, budget: Budget) -> None:
        """Open ``source``. Raises ExtractionError(ENCRYPTED or CORRUPT)."""
        self._budget = budget
        with foreign_parser():
            try:
                self._document = PDFDocument(PDFParser(source.stream()))
            except PDFPasswordIncorrect as error:
                raise ExtractionError(Cause.ENCRYPTED) from error
            self.beside_pages = not _BESIDE_PAGES.isdisjoint(self._document.catalog)

    def pages(self) -> Iterator[Page]:
        """Yield the pages in order. Raises ExtractionError(CORRUPT, TIMED_OUT)."""
        resources = PDFResourceManager()
        device = PDFPageAggregator(resources, laparams=LAParams())
        with foreign_parser():
            interpreter = PDFPageInterpreter(resources, device)
            found = PDFPage.create_pages(self._document)
            for page in islice(found, self._budget.limits.pdf_pages):
                self._budget.check_time()
                self.beside_pages = self.beside_pages or bool(page.annots)
                interpreter.process_page(page)
                layout = device.get_result()
                yield Page(_text(layout), (), _has_image(layout))

    def properties(self) -> Iterator[Line]:
        """Yield the document's properties that are strings. Raises ExtractionError(CORRUPT)."""
        with foreign_parser():
            for given in self._document.info:
                for key, value in given.items():
                    if isinstance(value, bytes) and value:
                        yield Line(Kind.PROPERTY, f"{key}: {decode_text(value)}", ())


def _text(layout: LTPage) -> str:
    return "".join(item.get_text() for item in layout if isinstance(item, LTTextContainer))


def _has_image(layout: LTPage) -> bool:
    return any(
        isinstance(item, LTImage)
        or (isinstance(item, LTFigure) and any(isinstance(part, LTImage) for part in item))
        for item in layout
    )
