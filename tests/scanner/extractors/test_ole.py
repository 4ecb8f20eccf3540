from __future__ import annotations

from scanner.extractors.base import Passage
from scanner.extractors.compound.writer import compound_bytes
from tests.scanner.extractors.compound.building import native, summary
from tests.scanner.extractors.reading import gaps, read, texts


def test_ole_when_a_file_was_packed_into_it_then_it_is_a_member() -> None:
    parts = read(compound_bytes({"\1Ole10Native": native("a.txt", b"Dear Ann\n"), "\1Ole": b"x"}))
    (part,) = [each for each in parts if isinstance(each, Passage)]
    assert (part.member, part.text, gaps(parts)) == ("a.txt", "Dear Ann\n", [])


def test_ole_when_a_package_lies_in_it_then_that_is_read() -> None:
    parts = read(compound_bytes({"Package": b"Dear Ann\n"}))
    assert texts(parts) == "Dear Ann\n"


def test_ole_when_its_format_is_not_read_then_properties_and_objects_are_and_it_is_a_gap() -> None:
    inner = {"\1Ole10Native": native("a.txt", b"Dear Bo\n")}
    data = compound_bytes(
        {
            "VisioDocument": b"drawn",
            "\5SummaryInformation": summary("Ann Example"),
            "Objects": {"Object 1": inner, "Other": {"Looks": b"x"}},
        }
    )
    parts = read(data)
    assert texts(parts) == "Author: Ann Example\nDear Bo\n"
    assert gaps(parts) == [("unsupported", None)]


def test_ole_when_a_document_lies_deeper_then_it_is_read_as_what_it_is() -> None:
    parts = read(compound_bytes({"Quill": {"x": b"y"}, "Objects": {"1": {"WordDocument": b"w"}}}))
    assert ("corrupt", "object 1") in gaps(parts)
