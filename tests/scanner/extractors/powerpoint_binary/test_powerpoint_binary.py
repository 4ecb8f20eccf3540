"""The records of a presentation, the text in them, and what is current."""

from __future__ import annotations

import struct

import pytest

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind
from scanner.extractors.powerpoint_binary.deck import Deck
from scanner.extractors.powerpoint_binary.records import is_whole, read_persist, records
from scanner.extractors.powerpoint_binary.texts import Table, texts
from tests.scanner.extractors.powerpoint_binary.building import (
    atom,
    chars,
    container,
    narrow,
    shape,
    slide,
    stream,
    string,
    table,
)


def found(data: bytes, *, prompts: bool = True) -> list[tuple[Kind, str | Table]]:
    return list(texts(data, 0, len(data), prompts=prompts))


def test_records_when_a_size_lies_then_they_end_with_the_data() -> None:
    data = atom(0x0FA0, b"ab") + struct.pack("<HHI", 0, 0x0FA8, 0xFFFFFFFF) + b"cd"
    assert [(each.type, data[each.start : each.end]) for each in records(data, 0, 99)] == [
        (0x0FA0, b"ab"),
        (0x0FA8, b"cd"),
    ]
    assert not is_whole(data)
    assert is_whole(atom(0x0FA0, b"ab"))


def test_texts_when_they_are_narrow_or_wide_then_both_read() -> None:
    assert found(chars("Łódź\rnext\x0bline") + narrow("caf\xe9") + chars("*")) == [
        (Kind.BODY, "Łódź\nnext\nline"),
        (Kind.BODY, "café"),
    ]


def test_texts_when_strings_have_a_meaning_then_it_is_their_kind() -> None:
    data = container(0x2EE0, string("Ann Reviewer"), string("Ask her", 1), string("AR", 2))
    data += container(0x0FD9, string("Page head", 1), string("Page foot", 2))
    data += container(0x0FD7, string("mailto:ann@example.org", 1))
    data += container(0x0FCC, string("Worksheet")) + container(0x1389, string("Told aside"))
    data += container(0x1388, string("___PPT10"))
    assert found(data) == [
        (Kind.COMMENT, "Ann Reviewer"),
        (Kind.COMMENT, "Ask her"),
        (Kind.HEADER, "Page head"),
        (Kind.FOOTER, "Page foot"),
        (Kind.LINK, "ann@example.org"),
        (Kind.HIDDEN, "Told aside"),
    ]


def test_texts_when_shapes_are_described_then_that_is_hidden() -> None:
    text = "Portrait of Ann\0".encode("utf-16-le")
    looks = struct.pack("<HI", 0x8381, len(text)) + text
    assert found(struct.pack("<HHI", 0x13, 0xF00B, len(looks)) + looks) == [
        (Kind.HIDDEN, "Portrait of Ann")
    ]


def test_texts_when_prompts_are_left_out_then_other_shapes_stay() -> None:
    data = shape(chars("Click here"), placeholder=True) + shape(chars("Example Council"))
    assert found(data, prompts=False) == [(Kind.BODY, "Example Council")]


def test_texts_when_cells_make_a_table_then_rows_and_columns_are_told() -> None:
    assert found(table([["Name", "Age"], ["Ann", "7"]])) == [
        (Kind.BODY, Table(("Name\tAge", "Ann\t7")))
    ]


def test_texts_when_containers_lie_in_each_other_for_ever_then_it_ends() -> None:
    data = chars("deep")
    for _ in range(3_000):
        data = container(0x0FCD, data)
    assert found(data) == []


def test_read_persist_when_edits_go_round_then_it_ends() -> None:
    data, user = stream([slide(chars("x"))])
    (edit,) = struct.unpack_from("<I", user, 16)
    looped = bytearray(data)
    struct.pack_into("<I", looped, edit + 16, edit)
    persist = read_persist(user, bytes(looped))
    assert persist is not None
    assert sorted(persist.places) == [1, 2]
    assert read_persist(b"", data) is None


def test_read_persist_when_the_token_says_encrypted_then_that_is_raised() -> None:
    with pytest.raises(ExtractionError) as raised:
        read_persist(atom(0x0FF6, struct.pack("<III", 20, 0xF3D1C4DF, 0)), b"")
    assert raised.value.cause is Cause.ENCRYPTED


def test_deck_when_the_directory_is_lost_then_all_slides_are_read_in_order() -> None:
    data, _ = stream([slide(chars("One")), slide(chars("Two"))])
    passages = list(Deck(data, None).parts())
    assert passages[0].text == "One\nTwo"
