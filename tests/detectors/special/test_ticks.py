import pytest

from detectors.special.ticks import answered, ticked

KNOWN = {b"Yes", b"Indian", b"White British", b"Buddhist"}


def read(text: str) -> str | None:
    """Return the ticked answer, "" where boxes hold none, None where there are no boxes."""
    data = text.encode()
    found = ticked(data, 0, KNOWN.__contains__)
    return None if found is None else data[slice(*found)].decode() if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x] White British  [ ] Indian", "White British"),
        ("[ ] White British  [X] Indian", "Indian"),
        ("☐ White British ☒ Indian", "Indian"),
        ("☐ White British\n☑ Indian\n☐ Roma", "Indian"),
        ("Yes [x] No [ ]", "Yes"),
        ("Yes ☒ No ☐", "Yes"),
        ("No ( )  Yes (x)", "Yes"),
        ("✓ Buddhist", "Buddhist"),
    ],
)
def test_the_ticked_answer_is_read(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text", ["[ ] Yes [ ] No", "☐ White British\n☐ Indian", "Yes [ ] No [x]", "[x] Other  [ ] Yes"]
)
def test_what_is_not_ticked_is_no_answer(text: str) -> None:
    assert read(text) == ""


@pytest.mark.parametrize("text", ["Indian", "Indian\n\n\n[x] Yes", ""])
def test_without_boxes_nothing_is_said(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("\u2610 None \u2612 Sikh \u2610 Other", "Sikh"),
        ("[ ] None [x] Sikh", "Sikh"),
        ("\u2610 Christian \u2610 Muslim", ""),
        ("Sikh", "Sikh"),
    ],
)
def test_of_a_cell_with_boxes_what_is_ticked_is_the_answer(cell: str, expected: str) -> None:
    assert answered(cell) == expected
