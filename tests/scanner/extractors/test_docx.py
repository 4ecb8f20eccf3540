from __future__ import annotations

import io
import zipfile

import pytest

from scanner.extractors.base import Budget, Kind, Limits, Passage, Source, locate
from scanner.extractors.docx import extract, paragraphs_by_python_docx
from tests.scanner.extractors.packages import (
    causes_of,
    docx,
    members_of,
    package,
    paragraph,
    parts_of,
    relationships,
    tables_of,
    text_of,
    word_root,
)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


BODY = {
    "runs joined": (f"<w:p>{run('Jo')}{run('nes')}</w:p>", "Jones"),
    "hyphen kept": (
        "<w:p><w:r><w:t>0113</w:t><w:noBreakHyphen/><w:t>496</w:t></w:r></w:p>",
        "0113-496",
    ),
    "tab is white space": (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
        "<w:r><w:t>DOB</w:t><w:tab/><w:t>1970</w:t></w:r></w:p>",
        "DOB\t1970",
    ),
    "break ends a line": ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb"),
    "content control": (
        f"<w:sdt><w:sdtContent>{paragraph('held')}</w:sdtContent></w:sdt>",
        "held",
    ),
    "text box": (
        f"<w:p><w:r><w:txbxContent>{paragraph('boxed')}</w:txbxContent></w:r>{run('out')}</w:p>",
        "boxed\nout",
    ),
    "fallback repeats": (
        f"<w:p>{run('once')}<mc:Fallback>{run('once')}</mc:Fallback></w:p>",
        "once",
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODY.values(), ids=BODY.keys())
def test_body_when_read_then_reads_as_on_the_page(body: str, expected: str) -> None:
    assert text_of(parts_of(extract, docx(body))) == expected


ASIDE = {
    "deletion": ("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>", Kind.DELETED),
    "moved away": (f"<w:p><w:moveFrom>{run('gone')}</w:moveFrom></w:p>", Kind.DELETED),
    "hidden": (f"<w:p>{run('gone', '<w:vanish/>')}</w:p>", Kind.HIDDEN),
    "field": ("<w:p><w:r><w:instrText>gone</w:instrText></w:r></w:p>", Kind.LINK),
    "alt text": ('<w:p><w:r><wp:docPr descr="gone"/></w:r></w:p>', Kind.HIDDEN),
}


@pytest.mark.parametrize(("body", "kind"), ASIDE.values(), ids=ASIDE.keys())
def test_text_when_on_no_page_then_goes_out_under_its_kind(body: str, kind: Kind) -> None:
    parts = parts_of(extract, docx(body + paragraph("seen")))
    assert text_of(parts, kind) == "gone"
    assert text_of(parts) == "seen"


def test_vanish_when_switched_off_then_text_is_body() -> None:
    seen = run("seen", '<w:vanish w:val="0"/>')
    assert text_of(parts_of(extract, docx(f"<w:p>{seen}</w:p>"))) == "seen"


PARTS: dict[str, tuple[str, str | bytes, Kind]] = {
    "header": ("word/header1.xml", word_root("hdr", paragraph("found")), Kind.HEADER),
    "footer": ("word/footer1.xml", word_root("ftr", paragraph("found")), Kind.FOOTER),
    "footnotes": (
        "word/footnotes.xml",
        word_root("footnotes", f"<w:footnote>{paragraph('found')}</w:footnote>"),
        Kind.NOTE,
    ),
    "endnotes": (
        "word/endnotes.xml",
        word_root("endnotes", f"<w:endnote>{paragraph('found')}</w:endnote>"),
        Kind.NOTE,
    ),
    "comments": (
        "word/comments.xml",
        word_root("comments", f"<w:comment>{paragraph('found')}</w:comment>"),
        Kind.COMMENT,
    ),
    "glossary": (
        "word/glossary/document.xml",
        word_root("glossaryDocument", paragraph("found")),
        Kind.HIDDEN,
    ),
    "chart": ("word/charts/chart1.xml", "<chartSpace><v>found</v></chartSpace>", Kind.CACHED),
    "diagram": ("word/diagrams/data1.xml", "<dataModel><t>found</t></dataModel>", Kind.BODY),
    "core": (
        "docProps/core.xml",
        "<coreProperties><creator>found</creator></coreProperties>",
        Kind.PROPERTY,
    ),
    "custom": (
        "docProps/custom.xml",
        '<Properties><property name="Case"><lpwstr>found</lpwstr></property></Properties>',
        Kind.PROPERTY,
    ),
    "data": ("customXml/item1.xml", "<case><who>found</who></case>", Kind.PROPERTY),
    "link": (
        "word/_rels/document.xml.rels",
        relationships(("r1", "hyperlink", "mailto:found")),
        Kind.LINK,
    ),
}


@pytest.mark.parametrize(("name", "content", "kind"), PARTS.values(), ids=PARTS.keys())
def test_part_when_it_holds_text_then_is_read(name: str, content: str, kind: Kind) -> None:
    parts = parts_of(extract, docx(paragraph("body"), {name: content}))
    assert "found" in text_of(parts, kind)
    assert causes_of(parts) == []


def test_parts_when_documents_of_their_own_then_go_back_to_the_router() -> None:
    held = {"word/afchunk.mht": b"MIME", "word/embeddings/a.xlsx": b"PK", "word/media/a.png": b"P"}
    parts = parts_of(extract, docx(paragraph("body text"), held))
    assert members_of(parts) == ["word/afchunk.mht", "word/embeddings/a.xlsx"]


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def test_table_when_headed_then_header_is_apart_and_cells_are_named() -> None:
    body = "<w:tbl>" + row("Name", "NI number") + row("Ann", "QQ123456C") + "</w:tbl>"
    (table,) = tables_of(parts_of(extract, docx(body)))
    assert table.header == ("Name", "NI number")
    assert table.text == "Ann\tQQ123456C"
    assert locate(table, 5) == (("table", 1), ("cell", "B2"))


def test_table_when_a_form_then_goes_out_as_labelled_lines() -> None:
    body = "<w:tbl>" + row("Full name", "Ann Example") + row("NI number", "QQ1") + "</w:tbl>"
    parts = parts_of(extract, docx(body))
    assert text_of(parts) == "Full name: Ann Example\nNI number: QQ1"
    assert not tables_of(parts)


def test_table_when_cells_span_then_columns_still_fit() -> None:
    spanning = (
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("a")}</w:tc>'
        f"<w:tc>{paragraph('b')}</w:tc></w:tr>"
    )
    (table,) = tables_of(parts_of(extract, docx(f"<w:tbl>{spanning}{row('1', '2', '3')}</w:tbl>")))
    assert table.text == "a\t\tb\n1\t2\t3"


def test_paragraphs_when_located_then_are_counted_from_one() -> None:
    parts = parts_of(extract, docx(paragraph("one") + paragraph("two")))
    passage = next(part for part in parts if isinstance(part, Passage))
    assert locate(passage, passage.text.index("two")) == (("paragraph", 2),)


@pytest.mark.parametrize("namespace", ["http://purl.oclc.org/ooxml/wordprocessingml/main", "x"])
def test_strict_when_read_then_reads_as_transitional(namespace: str) -> None:
    document = f'<document xmlns="{namespace}"><p><r><t>strict</t></r></p></document>'
    assert text_of(parts_of(extract, package({"word/document2.xml": document}))) == "strict"


def test_file_when_cut_off_then_what_came_before_is_kept() -> None:
    data = docx("".join(paragraph(f"word {n * 7919} of many") for n in range(4000)))
    parts = parts_of(extract, data[: len(data) // 2])
    assert "word 0 of many" in text_of(parts)
    assert causes_of(parts) == ["partial"]


def test_file_when_encrypted_then_says_so() -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
    assert causes_of(parts_of(extract, ole)) == ["encrypted"]


def test_member_when_encrypted_then_the_rest_is_read() -> None:
    data = bytearray(docx(paragraph("body"), {"word/header1.xml": "<x/>"}))
    at = data.index(b"word/header1.xml", data.index(b"PK\x01\x02"))
    data[at - 46 + 8] |= 1  # the flag in the central directory
    parts = parts_of(extract, bytes(data))
    assert text_of(parts) == "body"
    assert causes_of(parts) == ["encrypted"]


def test_file_when_oversized_then_limit_is_a_gap_and_text_is_kept() -> None:
    data = docx("".join(paragraph("x" * 1000) for _ in range(300)))
    parts = parts_of(extract, data, Budget(Limits(emitted_chars=200_000)))
    assert causes_of(parts) == ["limit"]
    assert 60_000 < len(text_of(parts)) <= 200_000


def test_paragraph_when_a_bomb_then_ends_at_the_limit() -> None:
    data = docx(paragraph("A" * 8_000_000))
    limits = Limits(unpacked_bytes=2_000_000, ratio_from_bytes=1_000_000)
    assert causes_of(parts_of(extract, data, Budget(limits)))[-1] == "limit"


LAUGHS = (
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    "<document><p><r><t>&b;</t></r></p></document>"
)
OUTSIDE = (
    '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<document><p><r><t>&a;</t></r></p></document>"
)


@pytest.mark.parametrize("document", [LAUGHS, OUTSIDE])
def test_entities_when_declared_then_are_refused(document: str) -> None:
    parts = parts_of(extract, package({"word/document.xml": document}))
    assert text_of(parts) == ""
    assert causes_of(parts) == ["unsupported"]


def test_scan_when_only_a_picture_then_needs_ocr() -> None:
    parts = parts_of(extract, docx("<w:p/>", {"word/media/image1.png": b"\x89PNG"}))
    assert causes_of(parts) == ["needs-ocr"]


def test_python_docx_when_asked_then_gives_paragraphs_and_cells() -> None:
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    body = f"{paragraph('plain')}<w:tbl>{row('in', 'cells')}</w:tbl>"
    data = docx(body)
    rels = relationships(("rId1", "officeDocument", "word/document.xml")).replace(
        "<Relationships>",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">',
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        new.writestr("[Content_Types].xml", types)
        new.writestr("_rels/.rels", rels)
        new.writestr("word/document.xml", old.read("word/document.xml"))
    parts = paragraphs_by_python_docx(Source.of_bytes(buffer.getvalue()))
    assert text_of(parts) == "plain\nin\tcells"


def test_python_docx_when_it_fails_then_gives_nothing() -> None:
    assert paragraphs_by_python_docx(Source.of_bytes(b"no package")) == []
