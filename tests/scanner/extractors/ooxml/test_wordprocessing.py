from __future__ import annotations

from itertools import count

from scanner.extractors.base import Kind, Part, Passage, TablePassage
from scanner.extractors.markup.expat import parse
from scanner.extractors.ooxml.wordprocessing import WordReader
from tests.scanner.extractors.packages import paragraph, text_of, word_root


def read(root: str, content: str) -> list[Part]:
    reader = WordReader(root, (), count(1))
    for _ in parse([word_root(root, content).encode()], lambda _root, _attributes: reader):
        pass
    return reader.finish()


def test_table_when_inside_a_table_then_both_are_read() -> None:
    inner = (
        f"<w:tbl><w:tr><w:tc>{paragraph('in 1')}</w:tc><w:tc>{paragraph('2')}</w:tc></w:tr></w:tbl>"
    )
    outer = f"<w:tbl><w:tr><w:tc>{inner}{paragraph('out 1')}</w:tc><w:tc>{paragraph('3')}</w:tc>"
    parts = read("document", outer + "</w:tr></w:tbl>")
    assert [part.text for part in parts if isinstance(part, TablePassage)] == [
        "in 1\t2",
        "out 1\t3",
    ]


def test_comments_when_read_then_are_numbered_and_their_authors_named() -> None:
    comment = '<w:comment w:author="Ann Example">'
    parts = read("comments", f"{comment}{paragraph('one')}</w:comment>" * 2)
    assert text_of(parts, Kind.PROPERTY) == "Author: Ann Example"
    (passage,) = [part for part in parts if isinstance(part, Passage) and part.kind is Kind.COMMENT]
    assert [locator[0] for _, locator in passage.marks] == [("comment", 1), ("comment", 2)]


def test_cell_when_huge_then_nothing_of_it_is_lost() -> None:
    cell = "".join(paragraph("x" * 60_000) for _ in range(4))
    parts = read("document", f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>")
    assert text_of(parts).count("x") == 240_000


def test_paragraph_when_huge_then_comes_in_pieces() -> None:
    run = f"<w:r><w:t>{'x' * 200_000}</w:t></w:r>"
    parts = read("document", f"<w:p>{run * 5}</w:p>")
    assert text_of(parts).count("x") == 1_000_000


def test_span_when_it_lies_then_makes_no_million_cells() -> None:
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph("a 1")}</w:tc>'
    parts = read("document", f"<w:tbl><w:tr>{cell}<w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>")
    assert text_of(parts) == "a 1" + "\t" * 63 + "b"
