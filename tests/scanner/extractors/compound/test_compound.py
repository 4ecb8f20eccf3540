"""The room of compound files: reader, writer, properties, embedded objects, links."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime

import olefile  # type: ignore[import-untyped]  # it ships no types
import pytest

from connectors.base import Cause
from scanner.extractors.base import Budget, ExtractionError, Kind, Limits, Member, PartGap, Source
from scanner.extractors.compound.embedded import object_parts, tree_of
from scanner.extractors.compound.file import CompoundFile
from scanner.extractors.compound.hyperlinks import link_texts
from scanner.extractors.compound.property_sets import property_lines, property_passages
from scanner.extractors.compound.writer import Tree, compound_bytes
from tests.scanner.extractors.compound.building import (
    CUSTOM,
    DOCUMENT,
    SUMMARY,
    native,
    property_set,
    summary,
    text_value,
)

TREE: Tree = {
    "WordDocument": b"main" * 3_000,
    "1Table": b"t" * 100,
    "Empty": b"",
    "ObjectPool": {"_1": {"Small": b"a", "Large": bytes(range(256)) * 100}, "_2": {"x": b"y"}},
}


def opened(data: bytes, limits: Limits | None = None) -> CompoundFile:
    return CompoundFile(Source.of_bytes(data), Budget(limits or Limits()))


def members(tree: Tree) -> list[tuple[str, bytes]]:
    compound = opened(compound_bytes({"Object": tree}))
    parts = object_parts(compound, compound.root.storages["object"], "object 1", Budget())
    return [(part.path, part.source.head()) for part in parts if isinstance(part, Member)]


def test_compound_file_when_written_then_reads_back_the_same() -> None:
    compound = opened(compound_bytes(TREE))
    assert tree_of(compound, compound.root) == TREE
    assert not compound.damaged


def test_compound_file_when_names_differ_in_case_only_then_they_are_the_same() -> None:
    compound = opened(compound_bytes({"WORDDOCUMENT": b"x"}))
    assert compound.stream(compound.root, "worddocument") == b"x"
    assert compound.stream(compound.root, "other") is None


def test_compound_bytes_when_read_by_olefile_then_it_finds_the_same_and_no_fault() -> None:
    many: Tree = {f"__recip_{n:08X}": {"a": b"x" * n} for n in range(300)}
    for tree in (TREE, many, {"Large": b"z" * 8_000_000}):
        other = olefile.OleFileIO(io.BytesIO(compound_bytes(tree)))
        assert not other.parsing_issues
        for path in other.listdir():
            inner: bytes | Tree = tree
            for name in path:
                assert not isinstance(inner, bytes)
                inner = inner[name]
            assert other.openstream(path).read() == inner


def test_compound_file_when_cut_off_then_what_lies_before_is_read() -> None:
    data = compound_bytes({"A": b"a" * 5_000, "B": b"b" * 40_000})
    compound = opened(data[:-100])  # within the FAT, which lies last
    assert compound.stream(compound.root, "b") == b"b" * 40_000
    assert compound.damaged
    with pytest.raises(ExtractionError):
        opened(data[:600])


def test_compound_file_when_a_chain_goes_round_then_it_ends() -> None:
    data = bytearray(compound_bytes({"A": b"a" * 5_000}))
    fat = (struct.unpack_from("<I", data, 76)[0] + 1) * 512
    struct.pack_into("<I", data, fat + 4, 0)  # sector 1 leads back to sector 0
    assert opened(bytes(data)).stream(opened(bytes(data)).root, "a") is not None


def test_compound_file_when_a_size_lies_then_no_more_than_the_file_is_read() -> None:
    data = bytearray(compound_bytes({"A": b"a" * 5_000}))
    at = data.index("A".encode("utf-16-le") + b"\0" * 60)
    struct.pack_into("<I", data, at + 120, 0x7FFFFFFF)
    compound = opened(bytes(data))
    read = compound.stream(compound.root, "a") or b""
    assert len(read) <= len(data)
    assert read.startswith(b"a" * 5_000)
    assert compound.damaged


def test_compound_file_when_streams_share_their_bytes_then_the_limit_ends_it() -> None:
    compound = opened(compound_bytes({"A": b"a" * 50_000}), Limits(unpacked_bytes=120_000))
    compound.read(compound.root.streams["a"])
    compound.read(compound.root.streams["a"])
    with pytest.raises(ExtractionError) as raised:
        compound.read(compound.root.streams["a"])
    assert raised.value.cause is Cause.LIMIT


@pytest.mark.parametrize("at", [30, 48, 60, 68, 76])
def test_compound_file_when_its_header_is_broken_then_it_ends(at: int) -> None:
    data = bytearray(compound_bytes(TREE))
    causes = set()
    for value in (0, 1, 2, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF):
        struct.pack_into("<I", data, at, value)
        try:
            compound = opened(bytes(data))
            tree_of(compound, compound.root)
        except ExtractionError as error:
            causes.add(error.cause)
    assert causes <= {Cause.CORRUPT, Cause.LIMIT}


def test_compound_file_when_its_tree_is_a_line_of_thousands_then_all_are_found() -> None:
    data = bytearray(compound_bytes({f"{n:05}": b"x" for n in range(3_000)}))
    directory = (struct.unpack_from("<I", data, 48)[0] + 1) * 512
    for number in range(3_001):
        right = number + 1 if 0 < number < 3_000 else 0xFFFFFFFF
        child = 0xFFFFFFFF if number else 1
        struct.pack_into("<III", data, directory + 128 * number + 68, 0xFFFFFFFF, right, child)
    assert len(opened(bytes(data)).root.streams) == 3_000


def test_property_lines_when_sections_are_known_then_each_value_has_its_name() -> None:
    moment = datetime(2026, 11, 28, 1, 2, 3, tzinfo=UTC)
    ticks = int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
    values = {4: text_value("Ann Example"), 12: struct.pack("<IQ", 64, ticks)}
    assert list(property_lines(property_set((SUMMARY, values)))) == [
        "Author: Ann Example",
        "Created: 2026-11-28T01:02:03Z",
    ]


def test_property_lines_when_a_document_names_its_own_then_they_are_read() -> None:
    names = struct.pack("<III", 1, 2, 6) + b"Label\0" + b"\0\0"
    parts = struct.pack("<II", 0x101E, 2) + b"\x04\0\0\0abc\0" + b"\x03\0\0\0de\0"
    data = property_set(
        (DOCUMENT, {13: parts, 15: text_value("Borough Council")}),
        (CUSTOM, {0: names, 2: text_value("OFFICIAL-SENSITIVE")}),
    )
    lines = ["Part: abc", "Part: de", "Company: Borough Council", "Label: OFFICIAL-SENSITIVE"]
    assert list(property_lines(data)) == lines


def test_property_lines_when_cut_or_flipped_then_nothing_is_raised() -> None:
    data = property_set((SUMMARY, {4: text_value("Ann Example"), 2: text_value("A title")}))
    for at in range(len(data)):
        list(property_lines(data[:at]))
        list(property_lines(data[:at] + b"\xff" + data[at + 1 :]))


def test_property_passages_when_both_streams_are_there_then_both_are_read() -> None:
    compound = opened(
        compound_bytes(
            {
                "\x05SummaryInformation": summary("Ann Example"),
                "\x05DocumentSummaryInformation": property_set((DOCUMENT, {14: text_value("Bo")})),
            }
        )
    )
    (passage,) = property_passages(compound, compound.root)
    assert (passage.kind, passage.text) == (Kind.PROPERTY, "Author: Ann Example\nManager name: Bo")


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        (
            {"\x01Ole10Native": native("note.txt", b"Dear Ann")},
            [("object 1/note.txt", b"Dear Ann")],
        ),
        ({"Package": b"PK\x03\x04rest"}, [("object 1", b"PK\x03\x04rest")]),
        ({"CONTENTS": b"%PDF-1.4"}, [("object 1", b"%PDF-1.4")]),
        ({"\x01CompObj": b"x", "\x02OlePres000": b"y"}, []),
        ({"contents": b"caption", "\x03OCXNAME": b"Button"}, []),
        ({"Equation Native": b"x", "\x01Ole": b"y"}, []),
    ],
)
def test_object_parts_when_embedded_then_each_kind_comes_out(
    tree: Tree, expected: list[tuple[str, bytes]]
) -> None:
    assert members(tree) == expected


def test_object_parts_when_it_is_a_document_then_it_is_a_file_of_its_own() -> None:
    ((path, data),) = members({"WordDocument": b"w" * 9_000, "1Table": b"t"})
    compound = opened(data)
    assert path == "object 1"
    assert compound.stream(compound.root, "worddocument") == b"w" * 9_000


def test_object_parts_when_an_object_is_too_large_then_it_is_a_gap() -> None:
    compound = opened(
        compound_bytes({"O": {"Package": b"p" * 9_000}}), Limits(unpacked_bytes=1_000)
    )
    parts = list(object_parts(compound, compound.root.storages["o"], "object 1", Budget()))
    assert parts == [PartGap(Cause.LIMIT, "object 1")]


def test_link_texts_when_a_link_has_text_and_target_then_both_come() -> None:
    shown, target = "Write to us\0", "mailto:ann@example.org\0"
    url = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
    raw = struct.pack("<III", 2, 0x11, len(shown)) + shown.encode("utf-16-le") + url
    raw += struct.pack("<I", 2 * len(target)) + target.encode("utf-16-le")
    assert link_texts(raw, 0) == ["Write to us", "ann@example.org"]
