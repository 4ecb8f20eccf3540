"""Writes plain pages as PDF: one column of lines in a fixed type."""

from __future__ import annotations

from collections.abc import Sequence

_LINES_ON_PAGE = 60
_ENCODING = "cp1252"  # what WinAnsiEncoding is


def printable(text: str) -> bool:
    """Return whether the type has all letters of a text."""
    try:
        text.encode(_ENCODING)
    except UnicodeEncodeError:
        return False
    return True


def pdf(lines: Sequence[str]) -> bytes:
    """Return a PDF of so many lines. Raises UnicodeEncodeError for letters that it cannot print."""
    starts = range(0, max(len(lines), 1), _LINES_ON_PAGE)
    pages = [lines[start : start + _LINES_ON_PAGE] for start in starts]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        content = _content(page)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    return _file(objects)


def _content(lines: Sequence[str]) -> bytes:
    shown = [b"BT /F1 9 Tf 12 TL 40 800 Td"]
    for line in lines:
        raw = line.encode(_ENCODING).replace(b"\\", rb"\\")
        shown.append(b"(" + raw.replace(b"(", rb"\(").replace(b")", rb"\)") + b") Tj T*")
    return b"\n".join([*shown, b"ET"])


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF\n" % (size, table, size, len(out))
    )
