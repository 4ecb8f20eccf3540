"""Parts of the reader of rich text that no document shows by itself."""

from __future__ import annotations

import re
from random import Random

import pytest

from scanner.extractors.base import Budget, Limits, PartGap, Source
from scanner.extractors.rich_text import charsets, tokens
from scanner.extractors.rich_text.charsets import SYMBOLS, character, shown, whole
from scanner.extractors.rich_text.objects import HexData
from scanner.extractors.rich_text.reader import Reader
from scanner.extractors.rich_text.story import spread
from scanner.extractors.rich_text.tokens import skipped, words
from scanner.extractors.rich_text.words import DOCUMENT
from tests.scanner.extractors.rich_text.building import row, rtf


def plain(data: bytes) -> str:
    parts = Reader(DOCUMENT, Budget()).parts(Source.of_bytes(data))
    return "\n".join(part.text for part in parts if hasattr(part, "text"))


def test_words_when_a_run_is_read_then_numbers_and_ends_are_told() -> None:
    assert list(words(r"\b0\fs-20 \par")) == [("b", 0, 3), ("fs", -20, 10), ("par", None, 14)]


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        (r"a{b}\}c} d", True, (7, 0, 0)),
        ("}}} d", True, (0, 0, 0)),
        (r"\bin3 }}}", True, (6, 1, 3)),
        (r"\binary}", True, (7, 0, 0)),
        (r"{{a\bi", False, (3, 3, 0)),
        (r"{{a\bin1", False, (3, 3, 0)),
        (r"{{a\\bi", False, (7, 3, 0)),
        (r"{{a\bi", True, (6, 3, 0)),
        ("a\\", False, (1, 1, 0)),
    ],
)
def test_skipped_when_a_group_is_of_no_interest_then_its_brace_is_found(
    text: str, last: bool, expected: tuple[int, int, int]
) -> None:
    assert skipped(text, 0, 1, last=last) == expected


def test_character_when_its_number_has_a_sign_or_none_then_it_is_the_same() -> None:
    assert character(-7014) == character(58522)
    assert (character(1 << 40), character(-99_999)) == ("\ufffd", "\ufffd")
    assert whole("\ud83d" + "\ude00") == "\U0001f600"
    assert shown(b"\xb7", SYMBOLS) == " "


def test_charsets_when_a_font_names_one_then_python_has_it() -> None:
    for encoding in set(charsets.CHARSETS.values()) - {SYMBOLS}:
        assert b"a".decode(encoding) == "a"


def test_hex_data_when_digits_come_in_pieces_then_bytes_are_whole() -> None:
    data = HexData()
    for piece in ("4", "1 4", "\r\n2", "x43", "4"):
        data.digits(piece)
    data.add(b"\0")
    assert bytes(data.data) == b"ABC\0"


def test_reader_when_a_block_ends_anywhere_then_what_is_read_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    body = rtf(
        r"Zo\u235?\u8217\'92\'e9 {\v x}{\*\none\bin4 }}{{ x}\bin2 {{{\f3 \'93\'fa}\emdash\{"
        r"{\upr{a}{\*\ud b}}{\info{\title T\'e9}}\par " + row("Name", "Age") + row("Ann", "7")
    )
    expected = plain(body)
    for size in (70, 71, 97, 200):
        monkeypatch.setattr("scanner.extractors.rich_text.reader._BLOCK_BYTES", size)
        assert plain(body) == expected


def test_reader_when_braces_do_not_end_then_few_groups_are_kept() -> None:
    reader = Reader(DOCUMENT, Budget())
    list(reader.parts(Source.of_bytes(b"{\\rtf1" + b"{" * 2_000_000)))
    assert reader.document.damaged
    assert reader.document.chars == 0


def test_reader_when_text_is_without_end_then_pieces_are_given_out() -> None:
    reader = Reader(DOCUMENT, Budget(Limits()))
    parts = list(reader.parts(Source.of_bytes(rtf("word " * 600_000))))
    assert len(parts) > 5
    assert not any(isinstance(part, PartGap) for part in parts)


def test_spread_when_edges_lie_nearly_below_each_other_then_columns_hold() -> None:
    assert spread(["a", "b"], [1_010, 3_000], [1_000, 2_000, 3_000]) == ["a", "b", ""]
    assert spread(["a"], [9_000], [1_000, 2_000]) == ["a", ""]
    assert spread(["a", "b"], [500, 600], [1_000, 2_000, 3_000]) == ["a", "b"]


def test_token_when_noise_is_read_then_every_character_is_passed() -> None:
    rng = Random(20261128)
    for _ in range(200):
        noise = "".join(rng.choices("\\{}'u0-a *\r\n\0b\xe9", k=200))
        left = re.sub(r"[\r\n\0]", "", tokens.TOKEN.sub("", noise))
        assert left in ("", "\\")
