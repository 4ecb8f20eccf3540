from __future__ import annotations

import pytest

from scanner.extractors.base import Kind, PartGap, Passage, TablePassage
from scanner.extractors.html import (
    declared_charset,
    has_more_attributes_than,
    html_parts,
    nested_deeper_than,
)
from scanner.extractors.hypertext.stream import streamed_parts
from tests.scanner.extractors.reading import Output, gaps, read, texts

PAGE = """<!DOCTYPE html><html><head><title>Tenants of Leeds</title>
<meta name="author" content="Ann Example"><style>p {color: red}</style></head><body>
<h1>Housing</h1><p>Written to Zo<b>ë</b> Example,<br>1 High
Street</p><!-- call Bob back -->
<table><tr><th>Name</th><th>NHS</th></tr><tr><td>Cy	Example</td><td>999 000 0018</td></tr>
<tr><td>Di Example</td><td>999&nbsp;000 0026</td></tr></table>
<p>After <a href="mailto:ann%40example.org">write</a> <a href="https://example.org/x">go</a></p>
<script>var owner = "Ed Example";</script>
<input type="hidden" value="secret-7"><input type="text" value="typed-8"><img alt="A photo of Flo">
</body></html>"""


def by_kind(parts: list[Output], kind: Kind) -> str:
    return texts([part for part in parts if not isinstance(part, PartGap) and part.kind is kind])


@pytest.fixture(params=["tree", "stream"])
def parts(request: pytest.FixtureRequest) -> list[Output]:
    if request.param == "tree":
        return list(html_parts(PAGE))
    return list(streamed_parts(iter(PAGE[i : i + 50] for i in range(0, len(PAGE), 50))))


def test_html_when_read_by_either_parser_then_body_is_in_paragraphs(parts: list[Output]) -> None:
    body = by_kind(parts, Kind.BODY)
    assert "Housing\nWritten to Zoë Example,\n1 High Street\n" in body
    assert "After write go" in body
    assert "typed-8" in body
    assert "A photo of Flo" in body
    assert "Ed Example" not in body


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.PROPERTY, "Tenants of Leeds"),
        (Kind.PROPERTY, "Ann Example"),
        (Kind.COMMENT, "call Bob back"),
        (Kind.LINK, "ann@example.org"),
        (Kind.LINK, "https://example.org/x"),
        (Kind.HIDDEN, 'var owner = "Ed Example";'),
        (Kind.HIDDEN, "secret-7"),
    ],
)
def test_html_when_read_by_either_parser_then_what_is_concealed_is_said(
    parts: list[Output], kind: Kind, text: str
) -> None:
    assert text in by_kind(parts, kind)


def test_html_when_it_holds_a_table_then_columns_have_names(parts: list[Output]) -> None:
    (table,) = [part for part in parts if isinstance(part, TablePassage)]
    assert table.header == ("Name", "NHS")
    assert table.text == "Cy Example\t999 000 0018\nDi Example\t999\xa0000 0026"
    assert table.first_row == 2


def test_html_when_tables_lay_out_the_page_then_only_the_inner_one_is_a_table() -> None:
    page = f"<table><tr><td>Menu</td><td>{PAGE}</td></tr><tr><td>x</td><td>y</td></tr></table>"
    found = [part for part in html_parts(page) if isinstance(part, TablePassage)]
    assert [table.header for table in found] == [("Name", "NHS")]


def test_html_when_hidden_by_style_then_it_is_concealed() -> None:
    parts: list[Output] = list(
        html_parts("<p>seen<div style='display:none'>not seen <i hidden>at all</i></div></p>")
    )
    assert "not seen" in by_kind(parts, Kind.HIDDEN)
    assert by_kind(parts, Kind.BODY).split() == ["seen"]


def test_html_when_it_names_its_charset_then_it_is_read_so() -> None:
    page = '<html><meta charset="windows-1251"><p>Привет</p></html>'
    assert "Привет" in texts(read(page.encode("cp1251")))
    assert declared_charset(page.encode("cp1251")) == "windows-1251"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_html_when_no_charset_is_named_then_the_ladder_tells(encoding: str) -> None:
    page = "<html><body><p>Zoë owes £120</p></body></html>"
    assert "Zoë owes £120" in texts(read(page.encode(encoding)))


def test_html_when_nested_very_deep_then_the_text_is_read_all_the_same() -> None:
    page = b"<html>" + b"<div>" * 100_000 + b"deep inside" + b"</div>" * 100_000
    parts = read(page)
    assert "deep inside" in texts(parts)
    assert gaps(parts) == []


def test_depth_when_siblings_are_many_then_it_is_not_taken_for_deep() -> None:
    assert not nested_deeper_than("<p>one<br><td>two<li>" * 10_000, 2_000)
    assert nested_deeper_than("<div>" * 2_001, 2_000)


def test_html_when_a_tag_never_ends_then_the_rest_is_text() -> None:
    pieces = iter(["<p>before<a title='", *["word word " * 10_000] * 30])
    out = list(streamed_parts(pieces))
    assert sum(part.text.count("word") for part in out) == 600_000


def test_html_when_cut_off_in_the_middle_then_what_is_there_is_read() -> None:
    parts: list[Output] = list(html_parts(PAGE[: len(PAGE) // 2]))
    assert "Housing" in by_kind(parts, Kind.BODY)


def test_html_when_long_then_paragraphs_count_on() -> None:
    page = "".join(f"<p>paragraph {n}</p>" for n in range(1, 40_001))
    bodies = [part for part in html_parts(page) if isinstance(part, Passage)]
    assert len(bodies) > 1
    at, place = bodies[-1].marks[-1]
    assert bodies[-1].text[at:] == "paragraph 40000"
    assert place == (("paragraph", 40_000),)


@pytest.mark.parametrize(
    ("page", "more"),
    [
        ("<p " + "a=1 " * 12_000 + ">", True),
        ("<p " + "a " * 24_000 + ">", True),
        ("<p a=1>" * 24_000, False),
        (f'<img src="data:image/png;base64,{"A" * 900_000}==">', False),
    ],
)
def test_tag_when_it_has_too_many_attributes_then_it_is_noticed(page: str, more: bool) -> None:
    assert has_more_attributes_than(page, 20_000) == more


GROUPS = '<tr><th colspan="2">Client</th><th colspan="2">Partner</th></tr>'
NAMES = "<tr><th>NI number</th><th>DOB</th><th>NI number</th><th>DOB</th></tr>"
COUPLE = "<tr><td>QQ123456C</td><td>3/4/1950</td><td>QQ123457C</td><td>1/2/1961</td></tr>"


def test_html_when_cells_of_its_heading_span_columns_then_the_row_below_is_part_of_it() -> None:
    (table,) = html_parts(f"<table>{GROUPS}{NAMES}{COUPLE}</table>")
    assert isinstance(table, TablePassage)
    assert table.header == (
        "Client\nNI number",
        "Client\nDOB",
        "Partner\nNI number",
        "Partner\nDOB",
    )
    assert (table.text, table.first_row) == ("QQ123456C\t3/4/1950\tQQ123457C\t1/2/1961", 3)


def test_html_when_the_row_below_a_spanning_heading_is_data_then_it_stays_data() -> None:
    (table,) = html_parts(f"<table>{GROUPS}{COUPLE}{COUPLE}</table>")
    assert isinstance(table, TablePassage)
    assert (table.header, table.first_row) == (("Client", "", "Partner", ""), 2)
    assert table.text.count("QQ123456C") == 2


def test_html_when_a_table_has_titles_above_its_heading_then_the_heading_is_seen() -> None:
    title, names, row = ["Drivers", "", ""], ["Driver", "DOB", "Plate"], ["Ann Lee", "2/3/70", "7"]
    rows = [title, names, row, names, row]
    cells = ("".join(f"<td>{cell}</td>" for cell in each) for each in rows)
    page = "".join(f"<tr>{each}</tr>" for each in cells)
    (table,) = html_parts(f"<table>{page}</table>")
    assert isinstance(table, TablePassage)
    assert table.header == ("Driver", "DOB", "Plate")
    assert table.first_row == 1
