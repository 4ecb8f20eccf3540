from __future__ import annotations

from scanner.extractors.base import Kind
from scanner.extractors.markup.expat import parse
from scanner.extractors.markup.flow import Flows
from scanner.extractors.markup.leaves import LeafReader


def lines(document: bytes) -> list[str]:
    flows = Flows()
    reader = LeafReader(flows, lambda: (), Kind.BODY, {"creator": "Author"})
    for _ in parse([document], lambda _root, _attributes: reader):
        pass
    return [line for passage in flows.rest() for line in passage.text.split("\n")]


def test_leaves_when_read_then_are_labelled_by_their_names() -> None:
    assert lines(b"<a><b>one</b><creator>Ann</creator></a>") == ["b: one", "Author: Ann"]


def test_text_when_it_follows_an_element_then_is_labelled_by_the_one_around() -> None:
    assert lines(b"<a><b>one</b>two</a>") == ["b: one", "a: two"]


def test_attributes_when_of_namespaces_then_are_left_out() -> None:
    assert lines(b'<a xmlns="u" dob="1970"/>') == ["dob: 1970"]
