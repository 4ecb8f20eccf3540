from __future__ import annotations

from scanner.extractors.base import TablePassage
from scanner.extractors.hypertext.tree import comments, tree_parts


def test_comments_when_one_never_ends_then_those_before_it_are_found() -> None:
    assert comments("<!--a--> x <!-- b --> <!-- c") == ["a", " b "]
    assert comments("<!--" * 100_000) == []


def test_tree_when_a_cell_spans_columns_then_the_others_keep_their_places() -> None:
    page = "<table><tr><td>1<td>2<td>3<tr><td colspan=2>4<td>5</table>"
    (table,) = [part for part in tree_parts(page) if isinstance(part, TablePassage)]
    assert table.text == "1\t2\t3\n4\t\t5"


def test_tree_when_hidden_parts_lie_in_hidden_parts_then_each_is_taken_once() -> None:
    page = "<div hidden>a<div hidden>b<div hidden>c</div></div></div><p>d</p>" * 50
    parts = list(tree_parts(page))
    text = " ".join(part.text for part in parts)
    assert [text.count(letter) for letter in "abcd"] == [50, 50, 50, 50]


def test_tree_when_text_is_preformatted_then_its_lines_stay() -> None:
    (part,) = tree_parts("<pre>Name: Ann\nTown: Leeds</pre>")
    assert part.text == "Name: Ann\nTown: Leeds"
