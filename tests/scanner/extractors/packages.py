"""Making small Office packages and PDFs by hand, for the tests that read them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import Protocol

from scanner.extractors.base import (
    Budget,
    ExtractionError,
    Kind,
    Member,
    Part,
    PartGap,
    Passage,
    Source,
    TablePassage,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


class Extract(Protocol):
    """The function of an extractor."""

    def __call__(self, source: Source, budget: Budget) -> Iterator[Part]: ...


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of ``parts``; text gets an XML declaration."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(*arrows: tuple[str, str, str]) -> str:
    """Return a relationships part of (id, kind, target); targets with a ":" are external."""
    rows = "".join(
        f'<Relationship Id="{identifier}" Type="{R}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if ":" in target else "/>")
        for identifier, kind, target in arrows
    )
    return f"<Relationships>{rows}</Relationships>"


def word_root(name: str, content: str) -> str:
    """Return a word processing part with ``content`` inside its root ``name``."""
    return f'<w:{name} xmlns:w="{W}" xmlns:a="{A}" xmlns:mc="m" xmlns:wp="wp">{content}</w:{name}>'


def paragraph(text: str) -> str:
    """Return one paragraph of one run."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word document whose body holds ``body``."""
    document = word_root("document", f"<w:body>{body}</w:body>")
    main = relationships(("rId1", "officeDocument", "word/document.xml"))
    return package({"_rels/.rels": main, "word/document.xml": document, **(more or {})})


def xlsx(
    sheets: Mapping[str, str],
    more: Mapping[str, str | bytes] | None = None,
    states: Mapping[str, str] | None = None,
    namespace: str = S,
) -> bytes:
    """Return a workbook; ``sheets`` gives the XML inside each sheet's root by its name."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{(states or {}).get(name, "visible")}"'
        f' r:id="rId{number}"/>'
        for number, name in enumerate(sheets, 1)
    )
    arrows = [
        (f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml")
        for number in range(1, len(sheets) + 1)
    ]
    parts = {
        f"xl/worksheets/sheet{number}.xml": f'<worksheet xmlns="{namespace}">{content}</worksheet>'
        for number, content in enumerate(sheets.values(), 1)
    }
    return package(
        {
            "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{namespace}" xmlns:r="{R}">'
            f"<sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relationships(*arrows),
            **parts,
            **(more or {}),
        }
    )


def sheet_data(*rows: tuple[str, ...]) -> str:
    """Return rows of inline strings, or numbers where a cell is all digits."""
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(
            f'<c r="{"ABCDEFGH"[column]}{number}"><v>{value}</v></c>'
            if value.replace(".", "").isdigit()
            else f'<c r="{"ABCDEFGH"[column]}{number}" t="inlineStr"><is><t>{value}</t></is></c>'
            for column, value in enumerate(row)
        )
        lines.append(f'<row r="{number}">{cells}</row>')
    return f"<sheetData>{''.join(lines)}</sheetData>"


def presentation_root(name: str, content: str, attributes: str = "") -> str:
    """Return a part of a presentation with ``content`` inside its root ``name``."""
    return (
        f'<p:{name} xmlns:p="{P}" xmlns:a="{A}" xmlns:r="{R}" xmlns:mc="m" {attributes}>'
        f"{content}</p:{name}>"
    )


def shape(text: str, about: str = 'id="2" name="Title"') -> str:
    """Return a shape of lines; ``about`` are the attributes that tell of it."""
    lines = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
    return f"<p:sp><p:nvSpPr><p:cNvPr {about}/></p:nvSpPr><p:txBody>{lines}</p:txBody></p:sp>"


def pptx(
    *slides: str,
    more: Mapping[str, str | bytes] | None = None,
    shown: tuple[int, ...] | None = None,
) -> bytes:
    """Return a presentation of slides, given as parts, shown in the order of their numbers."""
    order = shown or tuple(range(1, len(slides) + 1))
    listed = "".join(f'<p:sldId id="{255 + each}" r:id="rId{each}"/>' for each in order)
    arrows = [(f"rId{each}", "slide", f"slides/slide{each}.xml") for each in order]
    return package(
        {
            "_rels/.rels": relationships(("rId1", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": presentation_root(
                "presentation", f"<p:sldIdLst>{listed}</p:sldIdLst>"
            ),
            "ppt/_rels/presentation.xml.rels": relationships(*arrows),
            **{f"ppt/slides/slide{number}.xml": each for number, each in enumerate(slides, 1)},
            **(more or {}),
        }
    )


def slide(content: str, attributes: str = "") -> str:
    """Return a slide that holds shapes."""
    return presentation_root("sld", f"<p:cSld><p:spTree>{content}</p:spTree></p:cSld>", attributes)


def pdf(*pages: str, catalog: str = "", page: str = "", objects: tuple[str, ...] = ()) -> bytes:
    """Return a PDF whose pages run the content streams ``pages``; ``objects`` count from 4."""
    first = 4 + len(objects)
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        *objects,
    ]
    for index, content in enumerate(pages):
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents "
            f"{first + 2 * index + 1} 0 R /Resources << /Font << /F 3 0 R >> >> {page} >>"
        )
        bodies.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    output, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(output))
        output += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = len(output)
    output += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}".encode()
    trailer = f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R >>\nstartxref\n{end}\n%%EOF\n"
    return output + trailer.encode()


def page_of(*lines: str) -> str:
    """Return a content stream that shows ``lines`` one below the other."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    return f"BT /F 12 Tf 50 700 Td {shown} ET"


def parts_of(extract: Extract, data: bytes, budget: Budget | None = None) -> list[Part]:
    """Return all parts of ``data``; what is raised becomes a gap at the end, as in the router."""
    parts: list[Part] = []
    try:
        parts.extend(extract(Source.of_bytes(data), budget or Budget()))
    except ExtractionError as error:
        parts.append(PartGap(error.cause))
    return parts


def text_of(parts: list[Part], kind: Kind = Kind.BODY) -> str:
    """Return the text of one kind."""
    found = [p for p in parts if isinstance(p, Passage | TablePassage) and p.kind is kind]
    return "\n".join(part.text for part in found)


def causes_of(parts: list[Part]) -> list[str]:
    """Return the causes of the gaps."""
    return [part.cause.value for part in parts if isinstance(part, PartGap)]


def members_of(parts: list[Part]) -> list[str]:
    """Return the paths of the members."""
    return [part.path for part in parts if isinstance(part, Member)]


def tables_of(parts: list[Part]) -> list[TablePassage]:
    """Return the tables."""
    return [part for part in parts if isinstance(part, TablePassage)]
