"""PDF: a small writer for pages of text in a standard font, and a page that is only a picture."""

from __future__ import annotations

import zlib

from benchmarks.share.drafts import Draft

_LINES_A_PAGE = 54
PDF_WIDTH = 92  # characters
"""So many of 9-point Courier stand between the margins of A4."""
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding %s >>"
_FREE_CODES = (*range(1, 9), *range(14, 32))  # not those that PDF takes for space


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(data, 6)
    head = b"<< /Filter /FlateDecode /Length %d %s>>" % (len(packed), entries)
    return head + b"\nstream\n" + packed + b"\nendstream"


def _file(objects: list[bytes]) -> bytes:
    """Return a PDF of ``objects``, numbered from 1, the first of them the catalogue."""
    out, offsets = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
    for number, data in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + data + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def _own_codes(lines: list[str]) -> dict[int, int]:
    """Return codes for the letters that Windows-1252 has not, as many as there are free ones."""
    letters = sorted(c for c in set("".join(lines)) if not c.encode("cp1252", "ignore"))
    return dict(zip(map(ord, letters), _FREE_CODES, strict=False))


def _encoding(codes: dict[int, int]) -> bytes:
    names = b" ".join(b"%d /uni%04X" % (code, letter) for letter, code in codes.items())
    plain = b"/WinAnsiEncoding"
    return b"<< /BaseEncoding %s /Differences [%s] >>" % (plain, names) if codes else plain


def _literal(line: str, codes: dict[int, int]) -> bytes:
    data = line.translate(codes).encode("cp1252", "replace")
    return data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _page(lines: list[str], codes: dict[int, int]) -> bytes:
    shown = b"".join(b"(%s) Tj T*\n" % _literal(line, codes) for line in lines)
    return b"BT /F1 9 Tf 13 TL 48 790 Td\n" + shown + b"ET"


def pdf_text(draft: Draft) -> bytes:
    """Return a PDF of the draft's text, lines broken but never inside a planted value."""
    return pdf_lines(draft.wrapped(PDF_WIDTH))


def pdf_lines(lines: list[str]) -> bytes:
    """Return a PDF of lines; of letters beyond Windows-1252 it can show some thirty."""
    codes = _own_codes(lines)
    pages = [lines[at : at + _LINES_A_PAGE] for at in range(0, len(lines), _LINES_A_PAGE)] or [[]]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        _FONT % _encoding(codes),
    ]
    for page in pages:
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (len(objects) + 2),
            _stream(_page(page, codes)),
        ]
    return _file(objects)


def pdf_scan(pixels: bytes, width: int, height: int) -> bytes:
    """Return a PDF of one page that is a grey picture of ``width`` x ``height`` bytes."""
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d " % (width, height)
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /XObject << /I1 5 0 R >> >> >>",
            _stream(b"q 595 0 0 842 0 0 cm /I1 Do Q"),
            _stream(pixels, image + b"/ColorSpace /DeviceGray /BitsPerComponent 8 "),
        ]
    )
