from __future__ import annotations

import pytest

from scanner.extractors.pdf_parts.garbage import is_garbage, unshifted

SENTENCE = "The name and address of the person in the care of the council is on file. " * 4


def shifted(text: str) -> str:
    return "".join(chr(ord(character) - 29) for character in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SENTENCE, False),
        ("(cid:12)(cid:7)(cid:99)" * 9, True),
        ("\ue001\ue002\ue003", True),
        ("", False),
        ("Ann\tExample\n", False),
    ],
)
def test_text_when_of_strange_characters_then_is_garbage(text: str, expected: bool) -> None:
    assert is_garbage(text) is expected


def test_text_when_shifted_then_is_shifted_back() -> None:
    assert unshifted(shifted(SENTENCE)) == SENTENCE


@pytest.mark.parametrize("text", [SENTENCE, "Smith Jones Brown " * 30, "12 34 " * 100, ""])
def test_text_when_not_shifted_then_is_left_alone(text: str) -> None:
    assert unshifted(text) is None
