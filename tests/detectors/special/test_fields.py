import re

import pytest

from detectors.engine import Engine
from detectors.special.fields import field_form, value_of_field
from detectors.special.lexicon import whole_term, words
from tests.detectors.finding import values

CHECK = whole_term(words("sikh muslim") | {"roman catholic"})


def read(text: str) -> str | None:
    """Return what the field form reads in a text, None where it reads nothing."""
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
        ("Religion (please state): Sikh", "Sikh"),
        ("Religion .......... Sikh", "Sikh"),
        ("Religion | Sikh", "Sikh"),
        ("Religion\t\tSikh", "Sikh"),
        ("Religion of applicant\n    Sikh\n", "Sikh"),
        ("Religion:\nSikh", "Sikh"),
        ("What is your religion?\n[ ] Muslim  [x] Sikh", "Sikh"),
        ('"religion": {"code": "S", "name": "Sikh"}', None),
        ('"religion": {"name": "Sikh"}', "Sikh"),
        ('"religion": ["Sikh"]', "Sikh"),
        ('<Religion code="7">Sikh</Religion>', "Sikh"),
        ("childReligion = Sikh", "Sikh"),
    ],
)
def test_values_are_read(text: str, expected: str | None) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Religion: ____",
        "Religion: Sikh / Muslim / Other",
        "Religion:\n\nSikh",
        "Religion matters",
        "Religion: most are Sikh or Muslim",
        "Religion: Sikh 4 %",
        "Religion: yes / no",
        "Religion: [ ] Muslim  [ ] Sikh",
        "A talk on religion\nSikh people and people of all faiths who live here are welcome",
        "irreligion: Sikh",
    ],
)
def test_blanks_and_choices_are_no_values(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "NAME        ALEC RUDD\nSYMPTOMS    DIARRHOEA, VOMITING\n",
        "Name: Alec Rudd\nDisability: Yes: macular degeneration\n",
        "Name: Alec Rudd\nMedical: Alec had asthma as a child, seen by Dr Mary Hill\n",
    ],
)
def test_an_answer_after_a_gap_or_a_yes_or_among_names_is_read(engine: Engine, text: str) -> None:
    assert values(engine, text, "HEALTH_DATA")
