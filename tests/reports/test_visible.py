from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.visible import exact, plain


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("letter.txt", "letter.txt"),
        ("Ffôn Siân – 2.txt", "Ffôn Siân – 2.txt"),
        ("\x1b[31mred", "[U+001B][31mred"),
        ("\x9b31mred", "[U+009B]31mred"),  # one character that a terminal takes for ESC [
        ("two\nlines\tand\r", "two[U+000A]lines[U+0009]and[U+000D]"),
        ("fdp\u202e.exe", "fdp[U+202E].exe"),
        ("caf\udce9.txt", "caf\\xe9.txt"),
        ("\ud800", "[U+D800]"),
        ("", ""),
    ],
)
def test_what_is_not_seen_is_written_out(name: str, shown: str) -> None:
    assert plain(name) == shown


@given(st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF)))
def test_any_name_comes_out_printable_and_once_only(name: str) -> None:
    shown = plain(name)
    shown.encode()  # no half character is left
    assert not any(ord(each) < 32 or 0x7F <= ord(each) < 0xA0 for each in shown)
    assert plain(shown) == shown


def test_for_programs_only_stray_bytes_are_written_out() -> None:
    assert exact("a\x1b\n\u202e") == "a\x1b\n\u202e"
    assert exact("caf\udce9") == "caf\\xe9"
    assert exact("caf\\xe9") == "caf\\\\xe9"
