"""PDF, page by page.

Source: ISO 32000-2:2020. pdfium first; pdfminer.six where pdfium refuses the file, and alone
after a crash. A page that shows an image and hardly any text needs OCR and is a gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from connectors.base import Cause
from scanner.extractors.base import (
    LITTLE_TEXT,
    Budget,
    ExtractionError,
    Extractor,
    Kind,
    Member,
    Part,
    PartGap,
    Passage,
    Source,
)
from scanner.extractors.markup.flow import Flows
from scanner.extractors.pdf_parts.garbage import is_garbage, unshifted
from scanner.extractors.pdf_parts.pdfium import Page, PdfiumDocument
from scanner.extractors.pdf_parts.pdfminer_pages import PdfminerDocument


@dataclass(slots=True)
class _Reading:
    """What is gathered of one document, and why parts of it could not be."""

    budget: Budget
    flows: Flows = field(default_factory=Flows)
    pages: int = 0
    causes: list[Cause] = field(default_factory=list)

    def add(self, page: Page) -> Iterator[Passage]:
        """Take the next page; yield what is full."""
        self.pages += 1
        place = (("page", self.pages),)
        # U+FFFE is pdfium's mark for a hyphen that parts a word at a line's end.
        text = page.text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "")
        shifted = unshifted(text)
        if shifted is not None:
            text = shifted
        elif is_garbage(text):
            self.causes.append(Cause.NEEDS_OCR)
        if len(text.strip()) < LITTLE_TEXT and page.has_image:
            self.causes.append(Cause.NEEDS_OCR)
        self.flows.add(Kind.BODY, text.strip("\n"), place)
        for line in page.notes:
            self.flows.add(line.kind, line.text, line.locator)
        yield from self.counted(self.flows.full())

    def counted(self, passages: list[Passage]) -> Iterator[Passage]:
        """Yield ``passages``, their text counted. Raises ExtractionError(LIMIT)."""
        for passage in passages:
            self.budget.emit(len(passage.text))
            yield passage
        self.budget.check_time()


def extract(source: Source, budget: Budget) -> Iterator[Part]:
    """Yield pages, properties and attached files. Raises ExtractionError."""
    reading = _Reading(budget)
    if budget.attempt == 0:
        try:
            yield from _by_pdfium(source, reading)
        except ExtractionError as error:
            if error.cause is not Cause.CORRUPT or reading.pages:
                raise
        else:
            yield from _gap(reading)
            return
    document = PdfminerDocument(source, budget)
    for page in document.pages():
        yield from reading.add(page)
    if document.beside_pages:
        reading.causes.append(Cause.PARTIAL)
    for line in document.properties():
        reading.flows.add(line.kind, line.text, line.locator)
    if reading.pages == budget.limits.pdf_pages:
        reading.causes.append(Cause.LIMIT)
    elif not reading.pages:
        raise ExtractionError(Cause.CORRUPT)
    yield from reading.counted(reading.flows.rest())
    yield from _gap(reading)


def _by_pdfium(source: Source, reading: _Reading) -> Iterator[Part]:
    document = PdfiumDocument(source)
    try:
        if not document.pages:
            raise ExtractionError(Cause.CORRUPT)
        for index in range(min(document.pages, reading.budget.limits.pdf_pages)):
            try:
                page = document.page(index)
            except ExtractionError as error:
                reading.pages += 1
                reading.causes.append(
                    Cause.PARTIAL if error.cause is Cause.CORRUPT else error.cause
                )
                continue
            yield from reading.add(page)
        if document.pages > reading.budget.limits.pdf_pages:
            reading.causes.append(Cause.LIMIT)
        for line in document.properties():
            reading.flows.add(line.kind, line.text, line.locator)
        yield from reading.counted(reading.flows.rest())
        for name, attached in document.attachments(reading.budget):
            if isinstance(attached, Source):
                yield Member(name, attached)
            else:
                yield PartGap(attached, name)
    finally:
        document.close()


def _gap(reading: _Reading) -> Iterator[PartGap]:
    """Yield one gap: a limit says more than a page that could not be read, OCR least."""
    for cause in (Cause.LIMIT, Cause.MEMORY, Cause.TIMED_OUT, Cause.PARTIAL, Cause.NEEDS_OCR):
        if cause in reading.causes:
            yield PartGap(cause)
            return


EXTRACTOR = Extractor(media_types=frozenset({"application/pdf"}), extract=extract, version=3)
