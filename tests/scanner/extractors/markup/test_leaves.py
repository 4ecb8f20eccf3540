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


def test_elements_when_all_called_alike_then_an_attribute_labels_them() -> None:
    row = b'<r><f type="text" name="dob">1970</f><field key="ref" value="7"/>'
    row += b'<x:Data Name="ni">8</x:Data></r>'
    assert lines(row.replace(b"<r>", b'<r xmlns:x="u">')) == [
        "type: text", "dob: 1970", "ref: 7", "ni: 8",
    ]  # fmt: skip


def test_a_naming_attribute_when_it_labels_nothing_then_stays_text() -> None:
    assert lines(b'<r><item name="Ann Lee"><b>one</b></item></r>') == ["name: Ann Lee", "b: one"]


def test_an_attribute_called_value_when_alone_then_is_what_its_element_is_for() -> None:
    assert lines(b'<p><birthDate value="1970"/></p>') == ["birth Date: 1970"]


def test_names_when_they_begin_with_a_short_form_then_are_parted_after_it() -> None:
    row = b"<r><NInumber>7</NInumber><HOref>8</HOref><NHSNumber>9</NHSNumber></r>"
    assert lines(row) == ["NI number: 7", "HO ref: 8", "NHS Number: 9"]
