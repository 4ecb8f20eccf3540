"""Making small OpenDocument packages by hand, for the tests that read them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NAMES = (
    "office", "style", "text", "table", "draw", "presentation", "form", "svg", "chart", "meta",
)  # fmt: skip
_DECLARED = " ".join(
    (
        *(f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"' for each in _NAMES),
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    )
)


def root(name: str, content: str) -> str:
    """Return a part with ``content`` inside its root ``name``."""
    return f"<office:{name} {_DECLARED}>{content}</office:{name}>"


def odf(
    body: str, kind: str = "text", styles: str = "", more: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Return a package whose content holds ``body``, and before it automatic ``styles``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        content = (
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        )
        archive.writestr("content.xml", root("document-content", content))
        for name, part in (more or {}).items():
            archive.writestr(name, part)
    return buffer.getvalue()


def paragraph(text: str) -> str:
    """Return one paragraph."""
    return f"<text:p>{text}</text:p>"


def sheet(*rows: str, style: str = "") -> str:
    """Return a table of rows, as they stand in the XML."""
    named = f' table:style-name="{style}"' if style else ""
    return f'<table:table table:name="People"{named}>{"".join(rows)}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    """Return a row of cells that hold text."""
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    held = "".join(f"<table:table-cell>{paragraph(cell)}</table:table-cell>" for cell in cells)
    return f"<table:table-row{repeated}>{held}</table:table-row>"
