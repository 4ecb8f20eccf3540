import re

import pytest

from detectors.special.fields import field_form, value_of_field
from detectors.special.lexicon import whole_term, words

CHECK = whole_term(words("sikh muslim") | {"roman catholic"})


def read(text: str) -> str | None:
    form = field_form("religion|religious belief", CHECK)
    match = re.search(form.pattern, text, re.IGNORECASE)
    if match is None:
        return None
    found = value_of_field(CHECK)(text.encode(), *match.span())
    return text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Religion: Sikh", "Sikh"),
        ("Religion\tSikh\tx", "Sikh"),
        ("Religion\nSikh\n", "Sikh"),
        ('"religion": "Sikh",', "Sikh"),
        ("<Religion>Sikh</Religion>", "Sikh"),
        ("Religion: Roman Catholic. Next", "Roman Catholic"),
        ("Religion: Sikh  Age: 7", "Sikh"),
        ("child_religion = Sikh", "Sikh"),
        ('"religiousBelief": "Sikh"', "Sikh"),
        ("religious_belief=Sikh", "Sikh"),
    ],
)
def test_values_are_read(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Religion: ____",
        "Religion: Sikh / Muslim / Other",
        "Religion:\n\nSikh",
        "Religion matters",
        "Religion: Sikh 4 %",
        "Religion: yes / no",
    ],
)
def test_blanks_and_choices_are_no_values(text: str) -> None:
    assert read(text) is None
