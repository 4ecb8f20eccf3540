from __future__ import annotations

from scanner.extractors.base import Kind, locate
from scanner.extractors.markup.flow import PASSAGE_CHARS, Flows


def test_lines_when_taken_then_each_is_located() -> None:
    flows = Flows()
    flows.add(Kind.BODY, "one", (("paragraph", 1),))
    flows.add(Kind.BODY, "two", (("paragraph", 2),))
    (passage,) = flows.rest()
    assert passage.text == "one\ntwo"
    assert locate(passage, 4) == (("paragraph", 2),)


def test_lines_when_blank_then_are_dropped() -> None:
    flows = Flows()
    flows.add(Kind.BODY, " \n", ())
    assert flows.rest() == []


def test_kinds_when_mixed_then_each_has_its_own_passage() -> None:
    flows = Flows()
    flows.add(Kind.BODY, "seen", ())
    flows.add(Kind.DELETED, "gone", ())
    assert [(p.kind, p.text) for p in flows.rest()] == [
        (Kind.BODY, "seen"),
        (Kind.DELETED, "gone"),
    ]


def test_flow_when_full_then_gives_passages_as_it_goes() -> None:
    flows = Flows()
    flows.add(Kind.BODY, "x" * PASSAGE_CHARS, ())
    flows.add(Kind.BODY, "next", ())
    assert [len(p.text) for p in flows.full()] == [PASSAGE_CHARS]
    assert [p.text for p in flows.rest()] == ["next"]


def test_line_when_huge_then_nothing_of_it_is_lost() -> None:
    flows = Flows()
    flows.add(Kind.BODY, "x" * 1_000_000, ())
    assert sum(len(p.text) for p in flows.rest()) == 1_000_000
