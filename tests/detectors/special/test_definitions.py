import pytest

from detectors.engine import Engine
from detectors.special.definitions import is_defined
from tests.detectors.finding import values


@pytest.mark.parametrize(
    "line",
    [
        "LADO: local authority designated officer",
        "- **CIN** means child in need",
        "MASH (multi-agency safeguarding hub) meets on Mondays",
        "| DoLS | Deprivation of liberty safeguards |",
        "SENs: special educational needs",
    ],
)
def test_letters_and_what_they_stand_for_are_a_definition(line: str) -> None:
    at = next(at for at, char in enumerate(line) if char.isupper())
    assert is_defined(f"Words\n{line}\nmore".encode(), 6 + at, 6 + at + 3)


@pytest.mark.parametrize("line", ["CIN: Jo Lane", "EHCP: in place", "Jo is on a CIN plan"])
def test_what_is_told_after_letters_is_none(line: str) -> None:
    assert not is_defined(line.encode(), 0, 3)


def test_neither_side_of_a_definition_is_said_of_somebody(engine: Engine) -> None:
    text = "Jo Lane, starter\nEHCP: education, health and care plan.\nShe has an induction."
    assert values(engine, text, "CHILD_SAFEGUARDING") == []
