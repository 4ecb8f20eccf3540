"""PDF by pdfminer.six: slower by far, but it reads some files that pdfium refuses."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pdfminer.high_level import extract_pages
from pdfminer.layout import LTFigure, LTImage, LTPage, LTTextContainer
from pdfminer.pdfdocument import PDFPasswordIncorrect

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Source, foreign_parser
from scanner.extractors.pdf_parts.pdfium import Page


def pages_by_pdfminer(source: Source, budget: Budget) -> Iterator[Page]:
    """Yield the pages in order. Raises ExtractionError(ENCRYPTED, CORRUPT, TIMED_OUT)."""
    with foreign_parser():
        try:
            for layout in extract_pages(_seekable(source), maxpages=budget.limits.pdf_pages):
                budget.check_time()
                yield Page(_text(layout), (), _has_image(layout))
        except PDFPasswordIncorrect as error:
            raise ExtractionError(Cause.ENCRYPTED) from error


def _text(layout: LTPage) -> str:
    return "".join(item.get_text() for item in layout if isinstance(item, LTTextContainer))


def _has_image(layout: LTPage) -> bool:
    return any(
        isinstance(item, LTImage)
        or (isinstance(item, LTFigure) and any(isinstance(part, LTImage) for part in item))
        for item in layout
    )


def _seekable(source: Source) -> io.IOBase:
    stream = source.stream()
    # Every stream of a source is one of io's; BinaryIO, its type, does not say so.
    assert isinstance(stream, io.IOBase)
    return stream
