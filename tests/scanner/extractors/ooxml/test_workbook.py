from __future__ import annotations

from scanner.extractors.base import Budget, Source
from scanner.extractors.ooxml.package import open_package
from scanner.extractors.ooxml.relationships import read_relationships
from scanner.extractors.ooxml.workbook import read_looks, read_workbook
from tests.scanner.extractors.packages import xlsx


def test_workbook_when_read_then_sheets_are_in_order_and_lost_ones_last() -> None:
    data = xlsx(
        {"A": "", "B": ""},
        {"xl/worksheets/lost.xml": "<worksheet/>", "xl/sharedStrings.xml": "<sst><si><t>x</t>"},
        {"B": "veryHidden"},
    )
    package = open_package(Source.of_bytes(data), Budget())
    sheets, uses_1904, damaged = read_workbook(package, read_relationships(package))
    assert [(s.number, s.part.rpartition("/")[2], s.hidden) for s in sheets] == [
        (1, "sheet1.xml", False),
        (2, "sheet2.xml", True),
        (3, "lost.xml", False),
    ]
    assert (uses_1904, damaged) == ("", [])
    _, broken = read_looks(package, uses_1904)
    assert [cause.value for cause in broken] == ["corrupt"]
