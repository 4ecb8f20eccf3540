"""Pages of text say what they were given, in the letters of all of Europe."""

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from benchmarks.share.formats.pdf import pdf_lines


def test_lines_when_beyond_windows_1252_then_are_read_as_written() -> None:
    lines = ["Łukasz Szczepański-Żak", "(Bērziņš) £5 \\ (x", "Ionuț Urbonienė"]
    with pypdfium2.PdfDocument(pdf_lines(lines)) as document:
        assert document[0].get_textpage().get_text_range().split("\r\n") == lines
