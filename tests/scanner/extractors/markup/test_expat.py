from __future__ import annotations

import pytest

from scanner.extractors.base import ExtractionError
from scanner.extractors.markup.expat import (
    Attributes,
    EntityRefused,
    Handler,
    Position,
    attribute,
    parse,
)


class Seen:
    def __init__(self) -> None:
        self.events: list[str] = []

    def start(self, tag: str, attributes: Attributes) -> None:
        self.events.append(f"<{tag} {attribute(attributes, 'val')}>")

    def end(self, tag: str) -> None:
        self.events.append(f"</{tag}>")

    def text(self, data: str) -> None:
        self.events.append(data)


def events(*blocks: bytes) -> list[str]:
    seen = Seen()
    for _ in parse(blocks, lambda _root, _attributes: seen):
        pass
    return seen.events


def test_document_when_parted_anywhere_then_events_are_the_same() -> None:
    data = '<w:a w:val="x">é</w:a>'.encode()
    whole = events(data)
    assert whole == ["<w:a x>", "é", "</w:a>"]
    for cut in range(1, len(data)):
        assert "".join(events(data[:cut], data[cut:])) == "".join(whole)


def test_root_when_nobody_wants_it_then_nothing_more_is_read() -> None:
    def blocks() -> list[bytes]:
        return [b"<styles>", b"<broken"]

    def choose(root: str, _attributes: Attributes) -> Handler | None:
        assert root == "styles"
        return None

    assert list(parse(blocks(), choose)) == []


def test_document_when_broken_then_is_corrupt() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        events(b"<a><b></a>")


@pytest.mark.parametrize("declared", [b'"x"', b'SYSTEM "file:///x"'])
def test_entity_when_declared_then_is_refused(declared: bytes) -> None:
    with pytest.raises(EntityRefused):
        events(b"<!DOCTYPE a [<!ENTITY e " + declared + b">]><a/>")


def test_position_when_followed_then_tells_the_line() -> None:
    position, lines = Position(), []

    class Lines(Seen):
        def start(self, tag: str, attributes: Attributes) -> None:
            lines.append(position.line)

    handler = Lines()
    list(parse([b"<a>\n<b/>\n\n<c/></a>"], lambda _root, _attributes: handler, position))
    assert lines == [1, 2, 4]
