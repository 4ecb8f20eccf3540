from __future__ import annotations

from scanner.extractors.base import Kind, locate
from scanner.extractors.hypertext.pieces import BREAK, cell_text, paragraphs, table


def test_paragraphs_when_lines_wrap_in_the_source_then_they_are_one_line() -> None:
    passage = paragraphs(f" Ann\n  Example {BREAK}{BREAK}  Leeds ", 4, Kind.BODY)
    assert passage.text == "Ann Example\nLeeds"
    assert locate(passage, 0) == (("paragraph", 4),)
    assert locate(passage, 13) == (("paragraph", 5),)


def test_table_when_its_heading_is_not_marked_then_it_is_looked_for() -> None:
    found = table([["Name", "Age"], ["Ann", "30"]], 1, None)
    assert (found.header, found.first_row, found.text) == (("Name", "Age"), 2, "Ann\t30")
    none = table([["Ann", "Leeds"], ["Bob", "York"]], 1, None)
    assert (none.header, none.first_row) == (None, 1)


def test_cell_text_when_it_has_line_ends_then_they_are_spaces() -> None:
    assert cell_text(f" a\tb\n{BREAK}c ") == "a b c"
