"""PDF by pdfium: page text, form values, notes, links, properties, outline, attachments.

Page text alone leaves out what people typed into forms and wrote in notes. Source: ISO 32000-2:2020
sections 12.5 (annotations), 12.6.4.8 (URI actions), 12.7 (forms); pdfium's
fpdf_annot.h and fpdf_doc.h.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from connectors.base import Cause
from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Kind,
    Locator,
    Source,
    foreign_parser,
)

_LINKS_READ = 2_000  # annotations of one page; a page with more holds a bomb
_OUTLINE_ENTRIES = 20_000
_OBJECTS_SEEN = 5_000  # of a page, when an image is looked for
_VALUE_BYTES = 262_144
_PASSWORD_ERRORS = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


@dataclass(frozen=True, slots=True)
class Line:
    """Text of the document with what it is and where it sits."""

    kind: Kind
    text: str = field(repr=False)
    locator: Locator


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its running text, what is noted on it, and whether it shows an image."""

    text: str = field(repr=False)
    notes: tuple[Line, ...]
    has_image: bool


class PdfiumDocument:
    """An open document; ``close`` gives the memory back."""

    def __init__(self, source: Source) -> None:
        """Open ``source``. Raises ExtractionError(ENCRYPTED or CORRUPT)."""
        raw.FPDF_LoadMemDocument(b"", 0, None)  # else an error of the last document may be told
        try:
            self._pdf = pypdfium2.PdfDocument(source.path or source.stream().read())
        except pypdfium2.PdfiumError as error:
            locked = getattr(error, "err_code", None) in _PASSWORD_ERRORS
            raise ExtractionError(Cause.ENCRYPTED if locked else Cause.CORRUPT) from error
        with foreign_parser():
            self._pdf.init_forms()
            self.pages = len(self._pdf)

    def page(self, index: int) -> Page:
        """Return the page with ``index`` from 0. Raises ExtractionError."""
        with foreign_parser():
            page = self._pdf[index]
            try:
                textpage = page.get_textpage()
                try:
                    text = textpage.get_text_range()
                finally:
                    textpage.close()
                notes = tuple(self._notes(page, index + 1))
                few = len(text.strip()) < 30
                return Page(text, notes, few and _shows_image(page))
            finally:
                page.close()

    def properties(self) -> Iterator[Line]:
        """Yield the document's properties and its outline."""
        with foreign_parser():
            for key, value in self._pdf.get_metadata_dict(skip_empty=True).items():
                yield Line(Kind.PROPERTY, f"{key}: {value}", ())
            for number, bookmark in enumerate(self._pdf.get_toc(), 1):
                if number > _OUTLINE_ENTRIES:
                    return
                yield Line(Kind.BODY, bookmark.get_title(), (("outline", number),))

    def attachments(self, budget: Budget) -> Iterator[tuple[str, Source | Cause]]:
        """Yield each attached file with its name, or why it could not be read."""
        with foreign_parser():
            for number in range(self._pdf.count_attachments()):
                attachment = self._pdf.get_attachment(number)
                name = attachment.get_name() or f"attachment {number + 1}"
                try:
                    data = bytes(attachment.get_data())
                except pypdfium2.PdfiumError:
                    yield name, Cause.CORRUPT
                    continue
                budget.unpack(len(data))
                yield name, Source.of_bytes(data)

    def close(self) -> None:
        """Close the document."""
        self._pdf.close()

    def _notes(self, page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
        for index in range(min(raw.FPDFPage_GetAnnotCount(page), _LINKS_READ)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            try:
                place = (("page", number), ("annotation", index + 1))
                yield from self._annotation(annotation, place)
            finally:
                raw.FPDFPage_CloseAnnot(annotation)

    def _annotation(self, annotation: object, place: Locator) -> Iterator[Line]:
        subtype = raw.FPDFAnnot_GetSubtype(annotation)
        if subtype == raw.FPDF_ANNOT_LINK:
            address = self._address(annotation)
            if address:
                yield Line(Kind.LINK, unquote(address).removeprefix("mailto:"), place)
        elif subtype == raw.FPDF_ANNOT_WIDGET:
            line = self._field(annotation)
            if line:
                yield Line(Kind.BODY, line, place)
            return
        contents = _entry(annotation, b"Contents")
        if contents:
            author = _entry(annotation, b"T")
            text = f"Author: {author}\n{contents}" if author else contents
            yield Line(Kind.COMMENT, text, place)

    def _field(self, annotation: object) -> str:
        """Return a form field as "label: value"; empty where nothing is filled in."""
        form = self._pdf.formenv
        if form is None:
            return _entry(annotation, b"V")

        def asked(function: Callable[..., int]) -> str:
            return _utf16(lambda buffer, size: function(form, annotation, buffer, size))

        value = asked(raw.FPDFAnnot_GetFormFieldValue)
        if not value or value == "Off":
            return ""
        label = asked(raw.FPDFAnnot_GetFormFieldAlternateName) or asked(
            raw.FPDFAnnot_GetFormFieldName
        )
        return f"{label.rstrip(': ')}: {value}" if label else value

    def _address(self, annotation: object) -> str:
        link = raw.FPDFAnnot_GetLink(annotation)
        action = raw.FPDFLink_GetAction(link) if link else None
        if not action:
            return ""
        size = raw.FPDFAction_GetURIPath(self._pdf, action, None, 0)
        if not 1 < size < _VALUE_BYTES:
            return ""
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(self._pdf, action, buffer, size)
        return buffer.value.decode("utf-8", "replace")


def _entry(annotation: object, key: bytes) -> str:
    return _utf16(
        lambda buffer, size: int(raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size))
    )


def _utf16(ask: Callable[[object, int], int]) -> str:
    """Return a string that pdfium writes as UTF-16LE: asked for its size first, in bytes."""
    size = ask(None, 0)
    if not 2 < size < _VALUE_BYTES:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    ask(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _shows_image(page: pypdfium2.PdfPage) -> bool:
    for number, item in enumerate(page.get_objects(max_depth=3)):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            return True
        if number > _OBJECTS_SEEN:
            return False
    return False
