from __future__ import annotations

import io

import pytest

from scanner.extractors.encoding import (
    READ_BYTES,
    TextReader,
    decoded,
    known_encoding,
    marked_encoding,
)

LETTER = "Dear Zoë, the café in Béziers owes you £120.50 since 3 May. Yours, Müller\n"


def read(data: bytes) -> tuple[str, str]:
    reader = TextReader(io.BytesIO(data))
    return "".join(reader.blocks()), reader.encoding


@pytest.mark.parametrize(
    "encoding", ["utf-8", "cp1252", "cp850", "mac_roman", "utf-16-le", "utf-16-be"]
)
def test_ladder_when_a_british_letter_is_read_then_the_text_is_exact(encoding: str) -> None:
    data = LETTER.encode(encoding)
    assert read(data)[0] == LETTER
    assert decoded(data) == (LETTER, encoding)


@pytest.mark.parametrize(
    "name",
    [
        *("Siobhán Ní Dhomhnaill", "Ní Bhriain", "Tomás Dé", "Róisín Uí Mhurchú", "Mr Ó Sé"),
        *("SEÁN Ó SÉ", "ÁINE NÍ CHEALLAIGH", "José Nuñez", "Thaïs", "Hélène Côté", "É. Dubois"),
        *("Ólafur", "Ms Á. Murphy", "Iain MacÌomhair", "café £3 résumé"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Name: {}\r\nPhone: 07700 900123\r\n", "7,{},£12\r\n"])
def test_ladder_when_a_name_is_all_there_is_then_windows_has_written_it(
    name: str, around: str
) -> None:
    text = around.format(name)
    assert decoded(text.encode("cp1252"))[0] == text


def test_ladder_when_the_first_accent_comes_late_then_the_choice_does_too() -> None:
    plain = "nothing but plain text on this line\n" * 30_000
    text, encoding = read((plain + LETTER).encode("cp1252"))
    assert text == plain + LETTER
    assert encoding == "cp1252"


def test_ladder_when_utf8_is_damaged_then_it_stays_utf8() -> None:
    text, encoding = read("Zoë ".encode() * 10 + b"\xff" + "Zoë".encode())
    assert encoding == "utf-8"
    assert text.count("Zoë") == 11
    assert "�" in text


@pytest.mark.parametrize("at", [READ_BYTES - 2, READ_BYTES - 1, READ_BYTES])
def test_ladder_when_a_character_lies_across_blocks_then_it_is_whole(at: int) -> None:
    text = "a" * at + "é€😀" + "b" * 300_000
    assert read(text.encode())[0] == text
    assert read(text.encode("utf-16"))[0] == text


def test_ladder_when_another_script_then_the_detector_is_asked() -> None:
    russian = "Уважаемый господин, ваше письмо получено и передано в отдел жилья. " * 20
    text, encoding = read(russian.encode("cp1251"))
    assert text == russian
    assert encoding == "cp1251"


def test_ladder_when_the_last_character_is_cut_off_then_the_rest_is_read() -> None:
    assert read("Zoë Zo".encode() + b"\xc3")[0].startswith("Zoë Zo")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("ISO-8859-1", "cp1252"), ("UTF8", "utf-8"), ("'utf-8'", "utf-8"), ("hex", None), ("", None)],
)
def test_declared_encoding_when_named_then_only_text_encodings_are_known(
    name: str, expected: str | None
) -> None:
    assert known_encoding(name) == expected


def test_marked_encoding_when_binary_then_none() -> None:
    assert marked_encoding(bytes(range(256)) * 4) is None


@pytest.mark.parametrize("name", ["unicode-escape", "raw_unicode_escape", "idna", "undefined"])
def test_encoding_when_it_is_a_notation_of_python_then_it_is_not_believed(name: str) -> None:
    assert known_encoding(name) is None
