"""Office documents and XML whose markup is the weapon."""

from __future__ import annotations

import io
import zipfile
from random import Random

from benchmarks.share.formats.unreadable import encrypted_office
from tests.scanner.extractors.packages import (
    docx,
    paragraph,
    relationships,
    sheet_data,
    word_root,
    xlsx,
)
from tests.scanner.hostile.archives import zip_of_blocks
from tests.scanner.hostile.base import EXAMINED, Hostile, hostile

NHS = "NHS number: 999 000 0018"
_LAUGHS = 30


def _laughs() -> str:
    """Return a document type whose last entity stands for two to the thirtieth words."""
    lines = "".join(
        f'<!ENTITY l{number + 1} "&l{number};&l{number};">' for number in range(_LAUGHS)
    )
    return f'<!DOCTYPE a [<!ENTITY l0 "laugh">{lines}]>'


def _quadratic() -> str:
    """Return a page with one long entity that is named fifty thousand times."""
    return f'<!DOCTYPE a [<!ENTITY l "{"x" * 50_000}">]><a>{"&l;" * 50_000}</a>'


def outside(address: str) -> str:
    """Return XML that asks for ``address`` as its document type, entity and parameter entity."""
    return (
        f'<?xml version="1.0"?><!DOCTYPE a SYSTEM "{address}/type" ['
        f'<!ENTITY % p SYSTEM "{address}/parameter"> %p; <!ENTITY e SYSTEM "{address}/entity">'
        f'<!ENTITY f SYSTEM "file:///etc/passwd">]><a><b>&e;</b><b>&f;</b><b>{NHS}</b></a>'
    )


def asking_word(address: str) -> bytes:
    """Return a document that asks for ``address`` in every way that Word knows."""
    arrows = relationships(
        ("rId1", "attachedTemplate", f"{address}/template"),
        ("rId2", "image", f"{address}/image"),
        ("rId3", "oleObject", "file:///etc/passwd"),
        ("rId4", "frame", f"{address}/frame"),
    )
    return docx(
        paragraph(NHS),
        {
            "word/_rels/document.xml.rels": arrows,
            "word/_rels/settings.xml.rels": arrows,
            "word/settings.xml": outside(address),
        },
    )


def _word_bomb(rng: Random) -> bytes:
    """A document part that unpacks to 400 MB of paragraphs."""
    made = docx("")
    block = paragraph("word " * 40).encode() * 400
    opened = word_root("document", "<w:body>").removesuffix("</w:document>").encode()
    return _with_part(made, "word/document.xml", opened, block, 4_000_000_000 // len(block) // 10)


def _strings_bomb(rng: Random) -> bytes:
    made = xlsx({"One": sheet_data(("a", "b"))})
    block = b"<si><t>" + b"a word and another " * 50 + b"</t></si>"
    return _with_part(made, "xl/sharedStrings.xml", b"<sst>", block * 100, 4_000)


def _with_part(package: bytes, name: str, opened: bytes, block: bytes, times: int) -> bytes:
    """Return ``package`` with the part ``name`` made of many blocks."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        with new.open(name, "w", force_zip64=True) as part:
            part.write(opened)
            for _ in range(times):
                part.write(block)
    return buffer.getvalue()


def _far_cell(rng: Random) -> bytes:
    """A sheet that claims all 17 thousand million cells and fills the first and the last."""
    return xlsx(
        {
            "Far": '<dimension ref="A1:XFD1048576"/><sheetData>'
            f'<row r="1"><c r="A1" t="inlineStr"><is><t>{NHS}</t></is></c></row>'
            f'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>{NHS}</t></is></c></row>'
            "</sheetData>"
            '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        }
    )


def _same_row(rng: Random) -> bytes:
    """Rows and cells without or with absurd references."""
    row = '<row r="999999999999"><c r="ZZZZZZ99999999999"><v>1</v></c><c><v>2</v></c></row>'
    return xlsx({"One": f"<sheetData>{row * 1_000}</sheetData>"})


def _deep_word(rng: Random) -> bytes:
    return docx("<w:sdt><w:sdtContent>" * 100_000 + paragraph(NHS))


def _deep_xml(rng: Random) -> bytes:
    return b"<?xml version='1.0'?>" + b"<a>" * 100_000 + NHS.encode() + b"</a>" * 100_000


def _laughing_word(rng: Random) -> bytes:
    body = word_root("document", f"<w:body>{paragraph(f'&l{_LAUGHS};')}</w:body>")
    return docx("", {"word/document.xml": f'<?xml version="1.0"?>{_laughs()}{body}'})


def _laughing_book(rng: Random) -> bytes:
    cells = sheet_data((f"&l{_LAUGHS};",))
    sheet = f'<?xml version="1.0"?>{_laughs()}<worksheet>{cells}</worksheet>'
    return xlsx({"One": ""}, {"xl/worksheets/sheet1.xml": sheet})


FILES: tuple[Hostile, ...] = (
    hostile(
        "laughs.xml",
        lambda _: f'<?xml version="1.0"?>{_laughs()}<a>&l{_LAUGHS};</a>'.encode(),
        "corrupt",
        "partial",
        "limit",
    ),
    hostile("quadratic.xml", lambda _: _quadratic().encode(), "corrupt", "partial", "limit"),
    hostile("deep.xml", _deep_xml, EXAMINED),
    hostile("laughs.docx", _laughing_word, "unsupported"),  # entities are refused, not expanded
    hostile("laughs.xlsx", _laughing_book, "unsupported"),
    hostile("bomb.docx", _word_bomb, "limit", "timed-out"),
    hostile("deep.docx", _deep_word, "corrupt", "partial", EXAMINED),
    hostile("bomb of strings.xlsx", _strings_bomb, "limit", "timed-out"),
    hostile("far cell.xlsx", _far_cell, EXAMINED),
    hostile("absurd cells.xlsx", _same_row, EXAMINED, "corrupt", "partial"),
    hostile("locked.docx", encrypted_office, "encrypted"),
    hostile("locked.xlsx", encrypted_office, "encrypted"),
    hostile(
        "sheet bomb in an archive.zip",
        lambda _: zip_of_blocks("a.xml", b"<a>b</a>" * 100_000, 200, b"<?xml version='1.0'?><x>"),
        "partial",
        members=("limit",),
    ),
)
