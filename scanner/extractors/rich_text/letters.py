"""What control words do to characters: signs, Unicode, fonts and the encodings they stand for.

Source: Rich Text Format Specification 1.9.1, "Special Characters", "Unicode RTF", "Font Table",
read 2026-11-28.
"""

from __future__ import annotations

from collections.abc import Mapping

from scanner.extractors.compound.code_pages import encoding_of
from scanner.extractors.rich_text.charsets import CHARSETS
from scanner.extractors.rich_text.reader import Reader
from scanner.extractors.rich_text.vocabulary import Action

_CHARACTERS: Mapping[str, str] = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "softline": "\n",
    "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
_CODE_PAGES = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


def character(text: str) -> Action:
    """Return what says ``text``."""

    def act(reader: Reader, _number: int | None) -> None:
        reader.say(text)

    return act


def _unicode(reader: Reader, number: int | None) -> None:
    if number is not None:
        reader.unicode(number)


def _fallback_chars(reader: Reader, number: int | None) -> None:
    reader.fallback_chars = max(number or 0, 0)


def _code_page(encoding: str) -> Action:
    def act(reader: Reader, _number: int | None) -> None:
        reader.encoding = encoding

    return act


def _ansi_code_page(reader: Reader, number: int | None) -> None:
    if number:
        reader.encoding = encoding_of(number)


def _default_font(reader: Reader, number: int | None) -> None:
    reader.default_font = number or 0


def _font(reader: Reader, number: int | None) -> None:
    if reader.defines < 0:
        reader.set_font(number or 0)
    else:
        reader.defines = max(number or 0, 0)


def _font_table(reader: Reader, _number: int | None) -> None:
    reader.mute()
    reader.defines = 0
    if reader.end is None:

        def end() -> None:
            reader.defines = -1

        reader.end = end


def _charset(reader: Reader, number: int | None) -> None:
    if reader.defines >= 0 and number is not None and number in CHARSETS:
        reader.fonts[reader.defines] = CHARSETS[number]


def _font_code_page(reader: Reader, number: int | None) -> None:
    if reader.defines >= 0 and number:
        reader.fonts[reader.defines] = encoding_of(number)


def skip(reader: Reader, _number: int | None) -> None:
    """Pass over the group."""
    reader.skip()


LETTERS: Mapping[str, Action] = {
    **{word: character(text) for word, text in _CHARACTERS.items()},
    **{word: _code_page(encoding) for word, encoding in _CODE_PAGES.items()},
    "u": _unicode,
    "uc": _fallback_chars,
    "ansicpg": _ansi_code_page,
    "deff": _default_font,
    "fonttbl": _font_table,
    "f": _font,
    "fcharset": _charset,
    "cpg": _font_code_page,
}
