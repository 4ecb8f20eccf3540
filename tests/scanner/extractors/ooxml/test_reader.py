from __future__ import annotations

import pytest

from scanner.extractors.base import Budget, Source
from scanner.extractors.ooxml.package import open_package
from scanner.extractors.ooxml.reader import Reading, is_member
from tests.scanner.extractors.packages import causes_of, package, text_of


def test_part_when_broken_then_what_came_before_is_kept_and_a_gap_said() -> None:
    data = package({"xl/a.xml": "<wsDr><p><t>before</t></p><p>"})
    reading = Reading(open_package(Source.of_bytes(data), Budget()), Budget())
    parts = [*reading.text_part("xl/a.xml", ()), *reading.close()]
    assert text_of(parts) == "before"
    assert causes_of(parts) == ["partial"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("word/embeddings/oleObject1.bin", True),
        ("word/afchunk1.html", True),
        ("word/vbaProject.bin", True),
        ("word/document.xml", False),
        ("word/media/image1.PNG", False),
        ("xl/printerSettings/printerSettings1.bin", False),
        ("docProps/thumbnail.wmf", False),
        ("_rels/.rels", False),
    ],
)
def test_part_when_a_document_of_its_own_then_is_a_member(name: str, expected: bool) -> None:
    assert is_member(name) is expected
