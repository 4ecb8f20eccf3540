from __future__ import annotations

from scanner.extractors.base import Budget, Source
from scanner.extractors.ooxml.package import open_package
from scanner.extractors.ooxml.relationships import read_relationships
from tests.scanner.extractors.packages import package, relationships

DATA = package(
    {
        "_rels/.rels": relationships(("r1", "officeDocument", "/xl/book.xml")),
        "xl/_rels/book.xml.rels": relationships(
            ("r1", "worksheet", "sheets/1.xml"), ("r2", "hyperlink", "http://example.org")
        ),
        "xl/sheets/_rels/1.xml.rels": relationships(("r1", "back", "../book.xml")),
        "xl/_rels/broken.xml.rels": "<Relationships><",
    }
)


def test_relationships_when_read_then_are_resolved_and_damage_is_told() -> None:
    found = read_relationships(open_package(Source.of_bytes(DATA), Budget()))
    assert found.main_part() == "xl/book.xml"
    assert [(r.target, r.external) for r in found.of("xl/book.xml")] == [
        ("xl/sheets/1.xml", False),
        ("http://example.org", True),
    ]
    assert [cause.value for cause in found.damaged] == ["corrupt"]


def test_below_when_parts_point_at_one_another_then_ends() -> None:
    found = read_relationships(open_package(Source.of_bytes(DATA), Budget()))
    assert found.below("xl/book.xml") == ["xl/book.xml", "xl/sheets/1.xml"]
