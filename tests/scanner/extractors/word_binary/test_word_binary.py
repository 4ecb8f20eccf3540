"""The tables of a Word document: first block, pieces, looks, stories, strings."""

from __future__ import annotations

import struct
from random import Random

import pytest

from connectors.base import Cause
from scanner.extractors.base import ExtractionError, Kind, Passage, TablePassage
from scanner.extractors.word_binary.fib import Fib, read_fib
from scanner.extractors.word_binary.looks import IN_TABLE, ROW_END, Looks
from scanner.extractors.word_binary.pieces import Piece, Text, read_text
from scanner.extractors.word_binary.story import Story
from scanner.extractors.word_binary.strings import counted_strings, positions, string_table
from tests.scanner.extractors.word_binary.building import (
    page,
    table_of_positions,
    table_of_strings,
)


def story(text: str, runs: list[tuple[int, int, Kind]] | None = None) -> Story:
    held = Text(text, [Piece(0, len(text), 0, 1)], None, damaged=False)
    return Story(held, Looks(runs or []))


def outcome(text: str, runs: list[tuple[int, int, Kind]] | None = None) -> list[tuple[str, str]]:
    parts = story(text, runs).parts(0, len(text))
    return [(part.kind.value, part.text) for part in parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dear Ann\rYours\x0b020\x1e7946\x1f\r", [("body", "Dear Ann\nYours\n020-7946")]),
        ("a\x13 HYPERLINK x \x14shown\x15 b\r", [("body", "ashown b"), ("link", "HYPERLINK x")]),
        ("\x13 IF \x13 PAGE \x15 = 1\rlost\r", [("body", "lost"), ("link", "IF\nPAGE  = 1")]),
        ("\x15\x14\x13\r", []),
    ],
)
def test_story_when_characters_are_special_then_they_read_as_shown(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(outcome(text)) == expected


def test_story_when_runs_are_not_shown_then_they_come_under_their_kind() -> None:
    runs = [(5, 8, Kind.DELETED), (9, 12, Kind.HIDDEN)]
    assert sorted(outcome("Dear Bob Ann\r", runs)) == [
        ("body", "Dear"),
        ("deleted", "Bob"),
        ("hidden", "Ann"),
    ]


def test_story_when_looks_are_lost_then_rows_end_where_nothing_stands_between_cells() -> None:
    parts = list(story("Name\x07Age\x07\x07Ann\x077\x07\x07After\r").parts(0, 29))
    assert isinstance(parts[0], TablePassage)
    assert [parts[0].header, parts[0].text] == [("Name", "Age"), "Ann\t7"]


def test_text_when_pieces_lie_out_of_order_then_positions_are_found_again() -> None:
    text = Text("abcdef", [Piece(0, 3, 100, 1), Piece(3, 3, 50, 2)], None, damaged=False)
    assert [text.offset(each) for each in (0, 2, 3, 5)] == [100, 102, 50, 54]
    assert list(text.spans(52, 102)) == [(0, 2), (4, 6)]


def test_text_when_a_character_has_two_halves_then_positions_stay_right() -> None:
    main = bytes(0x200) + "𐌲x".encode("utf-16-le")
    plc = struct.pack("<II", 0, 3) + struct.pack("<HIH", 0, 0x200, 0)
    clx = b"\x02" + struct.pack("<I", len(plc)) + plc
    fib = Fib(
        wide=True, table="1table", encoding="cp1252", lengths=(3,) + (0,) * 7,
        positions=((0, 0),) * 33 + ((0, len(clx)),), text_start=0, text_end=0, next_block=0,
    )  # fmt: skip
    text = read_text(fib, main, clx)
    assert len(text.text) == 3
    assert text.shown(text.text) == "𐌲x"


def test_read_fib_when_it_says_encrypted_then_that_is_raised() -> None:
    block = bytearray(0x600)
    struct.pack_into("<HHxxHHH", block, 0, 0xA5EC, 0x00C1, 0x0809, 0, 0x0100)
    with pytest.raises(ExtractionError) as raised:
        read_fib(bytes(block))
    assert raised.value.cause is Cause.ENCRYPTED
    with pytest.raises(ExtractionError):
        read_fib(b"\0" * 0x600)


def test_looks_when_paragraphs_are_marked_then_the_one_at_an_offset_is_found() -> None:
    looks = Looks([], [10, 20, 30], [0, IN_TABLE, IN_TABLE | ROW_END])
    assert [looks.paragraph(at) for at in (0, 10, 25, 99)] == [0, 0, 1, 3]


def test_strings_when_cut_off_then_those_before_are_kept() -> None:
    data = table_of_strings("Ann Example", "C:\\Users\\ann")
    assert list(string_table(data, "cp1252")) == ["Ann Example", "C:\\Users\\ann"]
    assert list(string_table(data[:-25], "cp1252")) == ["Ann Example"]
    assert list(string_table(b"\x01\0\0\0\x03Bob", "cp1252")) == ["Bob"]
    assert list(counted_strings(b"\x02\0A\0n\0\x05\0x\0")) == ["An", "x"]
    assert positions(table_of_positions(0, 4, 9, item=b"??"), 2) == [0, 4, 9]


def test_pages_when_bytes_are_random_then_reading_them_ends() -> None:
    rng = Random(20261128)
    for _ in range(200):
        main = bytes(0x400) + page([0, 4], [b"\x03\x16\x24\x01"], 13) + rng.randbytes(512)
        table = rng.randbytes(400)
        spots = tuple((rng.randrange(400), rng.randrange(300)) for _ in range(34))
        fib = Fib(True, "1table", "cp1252", (100,) * 8, spots, 0, 400, 0)
        text = read_text(fib, main, table)
        for part in Story(text, Looks()).parts(0, len(text.text)):
            assert isinstance(part, Passage | TablePassage)
