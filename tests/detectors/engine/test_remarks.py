import pytest

from detectors.engine import Engine
from tests.detectors.finding import cells

HEADER = ("Name", "NMC PIN")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("99A9999E exp 2027", ["99A9999E"]),
        ("checked: 99A9999E", ["99A9999E"]),
        ("Yes (99A9999E)", ["99A9999E"]),
        ("x99A9999E", []),
        ("99A9999E/2", []),
        ("99A9999E-17", []),
        ("applied for", []),
        ("a letter " * 9 + "99A9999E", []),
    ],
)
def test_the_value_in_a_cell_that_says_more_is_found_whole(
    engine: Engine, cell: str, found: list[str]
) -> None:
    name = "UK_PROFESSIONAL_REGISTRATION"
    assert cells(engine, [("Ines Quill", cell)], HEADER, name) == found


def test_other_columns_are_left_alone(engine: Engine) -> None:
    rows = [("Ines Quill", "99A9999E exp 2027")]
    assert cells(engine, rows, ("Name", "Stores"), "UK_PROFESSIONAL_REGISTRATION") == []


def test_letters_beyond_ascii_do_not_shift_it(engine: Engine) -> None:
    text = "Ïnes\tgwél 99A9999E"
    (found,) = [
        one
        for one in engine.session().table(text, 1, HEADER)
        if one.entity == "UK_PROFESSIONAL_REGISTRATION"
    ]
    assert text[found.start : found.end] == "99A9999E"
