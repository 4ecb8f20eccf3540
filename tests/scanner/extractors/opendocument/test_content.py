"""OpenDocument content: what each place holds, under which kind, and where it sits."""

from __future__ import annotations

import pytest

from connectors.base import Cause
from scanner.extractors.base import Kind, Passage, TablePassage, locate
from scanner.extractors.odf import extract
from tests.scanner.extractors.opendocument.building import odf, paragraph, row, sheet
from tests.scanner.extractors.packages import causes_of, parts_of, tables_of, text_of

IN_A_TEXT = {
    "spans joined": ("<text:p>Jo<text:span>nes</text:span></text:p>", "Jones"),
    "heading": ("<text:h>Ann</text:h>", "Ann"),
    "spaces": ('<text:p>DOB<text:s text:c="3"/>1970</text:p>', "DOB   1970"),
    "tab and line": ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
    "text box": (
        f"<text:p>in <draw:text-box>{paragraph('box')}</draw:text-box>text</text:p>",
        "box\nin text",
    ),
    "list": (f"<text:list><text:list-item>{paragraph('one')}</text:list-item></text:list>", "one"),
    "between paragraphs": ("\n  <text:p>a</text:p>\n  ", "a"),
    "form": ('<form:text form:label="Name" form:current-value="Ann"/>', "Name: Ann"),
}


@pytest.mark.parametrize(("body", "expected"), IN_A_TEXT.values(), ids=IN_A_TEXT.keys())
def test_text_when_read_then_reads_as_on_the_page(body: str, expected: str) -> None:
    assert text_of(parts_of(extract, odf(body))) == expected


ASIDE = {
    "comment": (
        "<text:p>seen<office:annotation><dc:date>2026-01-01</dc:date><text:p>Ann</text:p>"
        "</office:annotation></text:p>",
        Kind.COMMENT,
    ),
    "author of a comment": (
        "<office:annotation><dc:creator>Ann</dc:creator></office:annotation>",
        Kind.PROPERTY,
    ),
    "footnote": (
        "<text:p>seen<text:note><text:note-body><text:p>Ann</text:p></text:note-body>"
        "</text:note></text:p>",
        Kind.NOTE,
    ),
    "tracked deletion": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Ann</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>",
        Kind.DELETED,
    ),
    "section that is not shown": (
        '<text:section text:display="none"><text:p>Ann</text:p></text:section>',
        Kind.HIDDEN,
    ),
    "section with a condition": (
        '<text:section text:display="condition"><text:p>Ann</text:p></text:section>',
        Kind.HIDDEN,
    ),
    "hidden text": ('<text:p><text:hidden-text text:string-value="Ann"/></text:p>', Kind.HIDDEN),
    "user's field": (
        '<text:user-field-decl office:string-value="Ann" text:name="who"/>',
        Kind.HIDDEN,
    ),
    "title of a picture": ("<draw:frame><svg:title>Ann</svg:title></draw:frame>", Kind.HIDDEN),
    "description of a picture": (
        "<text:p><draw:frame><svg:desc>Ann</svg:desc></draw:frame></text:p>",
        Kind.HIDDEN,
    ),
    "link": (
        '<text:p><text:a xlink:href="mailto:Ann%40example.org">x</text:a></text:p>',
        Kind.LINK,
    ),
}


@pytest.mark.parametrize(("body", "kind"), ASIDE.values(), ids=ASIDE.keys())
def test_text_beside_the_page_when_read_then_has_its_kind(body: str, kind: Kind) -> None:
    found = parts_of(extract, odf(body))
    told = [
        each.kind
        for each in found
        if isinstance(each, Passage | TablePassage) and "Ann" in each.text
    ]
    assert told == [kind]


def test_link_within_the_document_when_read_then_says_nothing() -> None:
    body = '<text:p><text:a xlink:href="#Heading">x</text:a></text:p>'
    assert text_of(parts_of(extract, odf(body)), Kind.LINK) == ""


def test_paragraphs_when_read_then_are_counted_and_those_in_notes_are_not() -> None:
    body = (
        "<text:p>a<text:note-body><text:p>note</text:p></text:note-body></text:p><text:p>b</text:p>"
    )
    found = [each for each in parts_of(extract, odf(body)) if isinstance(each, Passage)]
    (text,) = [each for each in found if each.kind is Kind.BODY]
    assert locate(text, text.text.index("b")) == (("paragraph", 2),)


def test_table_of_a_text_when_read_then_keeps_columns_and_place() -> None:
    rows = (row("Name", "Date of birth"), row("Ann", "2 May 1970"), row("Bo", "3 June 1981"))
    (found,) = tables_of(parts_of(extract, odf(paragraph("above") + sheet(*rows))))
    assert (found.header, found.text) == (
        ("Name", "Date of birth"),
        "Ann\t2 May 1970\nBo\t3 June 1981",
    )
    assert locate(found, found.text.index("3 June")) == (("table", 1), ("cell", "B3"))


def cells(*found: str) -> str:
    return f"<table:table-row>{''.join(found)}</table:table-row>"


HELD = {
    "shown as a date": (
        '<table:table-cell office:value-type="date" office:date-value="1970-05-02">'
        "<text:p>02/05/70</text:p></table:table-cell>",
        "02/05/70",
    ),
    "shown too short": (
        '<table:table-cell office:value-type="float" office:value="9434765919">'
        "<text:p>9.43E+09</text:p></table:table-cell>",
        "9434765919",
    ),
    "shown too narrow": (
        '<table:table-cell office:value="9434765919"><text:p>###</text:p></table:table-cell>',
        "9434765919",
    ),
    "not shown": ('<table:table-cell office:value="9.434765919E9"/>', "9434765919"),
    "two paragraphs": (
        "<table:table-cell><text:p>1 High Street</text:p><text:p>Leeds</text:p></table:table-cell>",
        "1 High Street Leeds",
    ),
    "covered": (
        "<table:table-cell/><table:covered-table-cell><text:p>below</text:p>"
        "</table:covered-table-cell>",
        "\tbelow",
    ),
    "repeated": (
        '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>',
        "x\tx",
    ),
    "after empty ones": (
        '<table:table-cell table:number-columns-repeated="3"/>'
        "<table:table-cell><text:p>x</text:p></table:table-cell>",
        "\t\t\tx",
    ),
}


@pytest.mark.parametrize(("held", "expected"), HELD.values(), ids=HELD.keys())
def test_cell_when_read_then_is_what_a_person_sees_or_what_it_holds(
    held: str, expected: str
) -> None:
    found = parts_of(extract, odf(sheet(cells(held)), "spreadsheet"))
    assert text_of(found) == expected


def test_comment_of_a_cell_when_read_then_names_the_cell() -> None:
    held = (
        "<table:table-cell/><table:table-cell><office:annotation><text:p>Ann</text:p>"
        "</office:annotation><text:p>x</text:p></table:table-cell>"
    )
    found = parts_of(extract, odf(sheet(row("first"), cells(held)), "spreadsheet"))
    (comment,) = [each for each in found if isinstance(each, Passage) and each.kind is Kind.COMMENT]
    assert locate(comment, 0) == (("sheet", 1), ("cell", "B2"))


def test_sheets_when_read_then_are_named_numbered_and_hidden_ones_say_so() -> None:
    style = (
        '<style:style style:name="off"><style:table-properties table:display="false"/>'
        "</style:style>"
    )
    body = sheet(row("seen", "x")) + sheet(row("Ann", "y"), style="off")
    found = tables_of(parts_of(extract, odf(body, "spreadsheet", style)))
    assert [(each.text, each.kind, each.locator) for each in found] == [
        ("seen\tx", Kind.BODY, (("sheet", 1),)),
        ("Ann\ty", Kind.HIDDEN, (("sheet", 2),)),
    ]
    assert text_of(parts_of(extract, odf(body, "spreadsheet", style)), Kind.NAME) == (
        "People\nPeople"
    )


def test_rows_when_repeated_without_end_then_their_numbers_hold_and_memory_is_bounded() -> None:
    body = sheet(
        row("top", "1"),
        row("", "", times=999_999),
        row("many", "2", times=5_000),
        row("last", "3"),
    )
    found = tables_of(parts_of(extract, odf(body, "spreadsheet")))
    last = next(each for each in found if "last" in each.text)
    assert locate(last, last.text.index("last"))[-1] == ("cell", "A1005001")
    assert sum(each.text.count("many") for each in found) == 1_000


def test_slides_when_read_then_are_numbered_and_hidden_ones_and_notes_say_so() -> None:
    style = (
        '<style:style style:name="off"><style:drawing-page-properties'
        ' presentation:visibility="hidden"/></style:style>'
    )
    body = (
        f"<draw:page>{paragraph('front')}</draw:page>"
        f'<draw:page draw:style-name="off">{paragraph("Ann")}'
        f"<presentation:notes>{paragraph('said')}</presentation:notes></draw:page>"
    )
    found = [
        each
        for each in parts_of(extract, odf(body, "presentation", style))
        if isinstance(each, Passage)
    ]
    assert [(each.text, each.kind, locate(each, 0)) for each in found] == [
        ("front", Kind.BODY, (("slide", 1),)),
        ("Ann", Kind.HIDDEN, (("slide", 2),)),
        ("said", Kind.NOTE, (("slide", 2),)),
    ]


@pytest.mark.parametrize("element", ["text:p", "office:annotation", "table:table"])
def test_content_when_nested_without_end_then_is_cut(element: str) -> None:
    depth = 20_000
    body = f"<{element}>" * depth + "x" + f"</{element}>" * depth
    assert causes_of(parts_of(extract, odf(body))) == [Cause.LIMIT]
