from __future__ import annotations

import pytest

from scanner.extractors.base import Kind
from scanner.extractors.markup.expat import parse
from scanner.extractors.markup.flow import Flows
from scanner.extractors.ooxml.text_parts import reader_for


def read(document: str) -> list[tuple[Kind, str]]:
    flows = Flows()
    for _ in parse([document.encode()], lambda root, _attributes: reader_for(root, flows, ())):
        pass
    return [(passage.kind, passage.text) for passage in flows.rest()]


PARTS = {
    "header codes": (
        '<worksheet><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"Ann&amp;RPage &amp;P'
        "</oddHeader></headerFooter></worksheet>",
        [(Kind.HEADER, "Ann\nPage")],
    ),
    "repeated for old programs": (
        "<wsDr><p><t>once</t></p><Fallback><p><t>once</t></p></Fallback></wsDr>",
        [(Kind.BODY, "once")],
    ),
    "runs": ("<wsDr><p><t>Jo</t><t>nes</t></p></wsDr>", [(Kind.BODY, "Jones")]),
    "custom property": (
        '<Properties><property name="Case"><lpwstr>7</lpwstr></property></Properties>',
        [(Kind.PROPERTY, "Case: 7")],
    ),
    "drawing of old programs": (
        "<xml><shape><textbox><div>Ann</div></textbox><Anchor>1, 2</Anchor></shape></xml>",
        [(Kind.BODY, "Ann")],
    ),
    "document variable": (
        '<settings><docVar name="who" val="Ann"/></settings>',
        [(Kind.PROPERTY, "who\nAnn")],
    ),
    "unknown": ("<odd><who>Ann</who></odd>", [(Kind.PROPERTY, "who: Ann")]),
    "no text": ("<styleSheet><font>Arial</font></styleSheet>", []),
}


@pytest.mark.parametrize(("document", "expected"), PARTS.values(), ids=PARTS.keys())
def test_part_when_read_then_holds_what_its_vocabulary_says(
    document: str, expected: list[tuple[Kind, str]]
) -> None:
    found = [
        (kind, "\n".join(s.strip() for s in text.split("\n"))) for kind, text in read(document)
    ]
    assert found == expected
