"""DOCX and XLSX as small hand-made packages, and as the common libraries write them.

Templates, since a library's 20 ms a file would make ten thousand files slow; libraries for a part
of them, since real packages hold much more than ours.
"""

from __future__ import annotations

import io
import re
from datetime import date
from xml.sax.saxutils import escape

import docx
import openpyxl  # type: ignore[import-untyped]  # ships no types

from benchmarks.share.drafts import Draft, Grid, Part, Text
from benchmarks.share.formats.package import undated, zipped

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"[1-9]\d{0,14}")
_DAY_ZERO = date(1899, 12, 30)  # serial dates of spreadsheets count from here


def _types(overrides: list[tuple[str, str]]) -> bytes:
    parts = "".join(f'<Override PartName="/{n}" ContentType="{t}+xml"/>' for n, t in overrides)
    return (
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    ).encode()


def _relations(targets: list[tuple[str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{_XML}<Relationships xmlns="{space}">{rows}</Relationships>'.encode()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(text: str) -> str:
    middle = len(text) // 2  # Word splits runs anywhere, in the middle of a value too
    return f"<w:p>{_run(text[:middle])}{_run(text[middle:])}</w:p>"


def _table(grid: Grid) -> str:
    rows = [grid.header, *grid.rows] if grid.header else list(grid.rows)
    body = "".join(
        "<w:tr>" + "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    titles = "".join(map(_paragraph, grid.titles))
    return f"{titles}<w:tbl>{body}</w:tbl><w:p/>"


def _deleted(text: str) -> str:
    return (
        '<w:p><w:del w:id="1" w:author="Office" w:date="2024-04-01T09:00:00Z"><w:r>'
        f'<w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del></w:p>'
    )


def docx_package(draft: Draft) -> bytes:
    """Return a DOCX, with header, footer, comments and tracked deletions if the draft has any."""
    body: list[str] = []
    sides: dict[Part, list[str]] = {Part.HEADER: [], Part.FOOTER: [], Part.COMMENT: []}
    for block in draft.blocks:
        if isinstance(block, Grid):
            body.append(_table(block))
        elif block.part in sides:
            sides[block.part].append(block.text)
        elif block.part is Part.DELETED:
            body.append(_deleted(block.text))
        else:
            body.append(_paragraph(block.text))
    comment = "".join(map(_paragraph, sides[Part.COMMENT]))
    parts = {
        "header1": ("header", "hdr", "".join(map(_paragraph, sides[Part.HEADER]))),
        "footer1": ("footer", "ftr", "".join(map(_paragraph, sides[Part.FOOTER]))),
        "comments": ("comments", "comments", comment and _comment(comment)),
    }
    parts = {name: part for name, part in parts.items() if part[2]}
    files = [(f"word/{name}.xml", f"{_WORD}.{kind}") for name, (kind, _, _) in parts.items()]
    main = f"{_XML}<w:document {_W} {_R}><w:body>{''.join(body)}<w:sectPr>{_sides(list(parts))}"
    return zipped(
        [
            (
                "[Content_Types].xml",
                _types([("word/document.xml", f"{_WORD}.document.main"), *files]),
            ),
            ("_rels/.rels", _relations([("officeDocument", "word/document.xml")])),
            ("word/document.xml", f"{main}</w:sectPr></w:body></w:document>".encode()),
            (
                "word/_rels/document.xml.rels",
                _relations([(kind, f"{name}.xml") for name, (kind, _, _) in parts.items()]),
            ),
            *(
                (f"word/{name}.xml", f"{_XML}<w:{tag} {_W}>{text}</w:{tag}>".encode())
                for name, (_, tag, text) in parts.items()
            ),
        ]
    )


def _comment(paragraphs: str) -> str:
    return (
        '<w:comment w:id="1" w:author="Office" w:date="2024-04-01T09:00:00Z" w:initials="O">'
        f"{paragraphs}</w:comment>"
    )


def _sides(names: list[str]) -> str:
    return "".join(
        f'<w:{name[:6]}Reference w:type="default" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
        if name != "comments"
    )


def docx_library(draft: Draft) -> bytes:
    """Return a DOCX written by python-docx."""
    document = docx.Document()
    for block in draft.blocks:
        if isinstance(block, Text):
            document.add_paragraph(block.text)
            continue
        for title in block.titles:
            document.add_paragraph(title)
        rows = [block.header, *block.rows] if block.header else list(block.rows)
        table = document.add_table(len(rows), len(rows[0]))
        cells = [cell for row in rows for cell in row]
        for place, text in zip(table._cells, cells, strict=True):  # noqa: SLF001 - .cell() is slow
            place.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return undated(buffer.getvalue())


def _grids(draft: Draft) -> list[Grid]:
    lines = tuple((b.text,) for b in draft.blocks if isinstance(b, Text))
    tables = [b for b in draft.blocks if isinstance(b, Grid)]
    return [*tables, Grid(None, lines, name="Notes")] if lines else tables


def _cell(place: str, text: str) -> str:
    if _NUMBER.fullmatch(text):
        return f'<c r="{place}"><v>{text}</v></c>'
    if _ISO.fullmatch(text):
        days = (date.fromisoformat(text) - _DAY_ZERO).days
        return f'<c r="{place}" s="1"><v>{days}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _sheet(grid: Grid) -> bytes:
    rows: list[tuple[str, ...]] = [(title,) for title in grid.titles]
    rows += [grid.header, *grid.rows] if grid.header else list(grid.rows)
    body = "".join(
        f'<row r="{number}">'
        + "".join(_cell(f"{chr(65 + at)}{number}", text) for at, text in enumerate(row) if text)
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    return f"{_XML}<worksheet {_S}><sheetData>{body}</sheetData></worksheet>".encode()


_STYLES = (
    f'{_XML}<styleSheet {_S}><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill><patternFill/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
).encode()


def xlsx_package(draft: Draft) -> bytes:
    """Return an XLSX: a sheet for each table, hidden ones hidden.

    Whole numbers and ISO dates are stored as spreadsheets store them: numbers and serial days.
    """
    grids = _grids(draft)
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(grids) + 1)]
    sheets = "".join(
        f'<sheet name="{grid.name}" sheetId="{number}"'
        f'{" state=" + chr(34) + "hidden" + chr(34) if grid.hidden else ""} r:id="rId{number}"/>'
        for number, grid in enumerate(grids, 1)
    )
    overrides = [
        ("xl/workbook.xml", f"{_EXCEL}.sheet.main"),
        ("xl/styles.xml", f"{_EXCEL}.styles"),
        *((f"xl/{name}", f"{_EXCEL}.worksheet") for name in names),
    ]
    workbook = f"{_XML}<workbook {_S} {_R}><sheets>{sheets}</sheets></workbook>"
    targets = [*(("worksheet", name) for name in names), ("styles", "styles.xml")]
    return zipped(
        [
            ("[Content_Types].xml", _types(overrides)),
            ("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])),
            ("xl/workbook.xml", workbook.encode()),
            ("xl/_rels/workbook.xml.rels", _relations(targets)),
            ("xl/styles.xml", _STYLES),
            *((f"xl/{name}", _sheet(grid)) for name, grid in zip(names, grids, strict=True)),
        ]
    )


def xlsx_library(draft: Draft) -> bytes:
    """Return an XLSX written by openpyxl, every cell as text."""
    workbook = openpyxl.Workbook(write_only=True)
    for grid in _grids(draft):
        sheet = workbook.create_sheet(grid.name)
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
        for title in grid.titles:
            sheet.append([title])
        for row in [grid.header, *grid.rows] if grid.header else grid.rows:
            sheet.append(list(row))
    buffer = io.BytesIO()
    workbook.save(buffer)
    return undated(buffer.getvalue())
