import pytest

from detectors.names.likeness import begins_like, letters_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane and Janet", ["Jane", "Jane"]),
        ("jane JANE xJane", []),
        ("Zoë, Zoëlle", ["Zoë,"]),
        ("", []),
        ("Ali. Alina", ["Ali."]),
    ],
)
def test_words_are_found_by_their_first_letters(text: str, expected: list[str]) -> None:
    wanted = letters_of(["Jane", "Zoë", "Ali"])
    assert [text[start : start + 4] for start in begins_like(text, wanted)] == expected
