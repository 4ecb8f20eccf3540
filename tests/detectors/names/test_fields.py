import pytest

from detectors.engine import Engine
from tests.detectors.finding import of_entity, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Surname: Walsh\nForename: Zoe\n", "zoe walsh"),
        ("Forename: Zoe\nSurname: Walsh\n", "zoe walsh"),
        ("SURNAME\nWalsh\nFIRST NAME(S)\n", "walsh"),
        ("Last name: Walsh, First name: Zoe", "zoe walsh"),
        ("Family name: van der Berg\nGiven names: Anneke Maria", "anneke maria van der berg"),
        ("<Surname>Walsh</Surname><Forename>Zoe</Forename>", "zoe walsh"),
        ("<lastName>Walsh</lastName>\n  <firstName>Zoe</firstName>", "zoe walsh"),
        ('{"family": "Quill", "given": "Ines"}', "ines quill"),
        ("names\nfamily: Quill\ngiven: Ines\nborn 1964", "ines quill"),
        ("Cyfenw: Bowen\nEnw cyntaf: Angharad\n", "angharad bowen"),
        ("Surname (block capitals): WALSH\nFirst names: ZOE ANNE", "zoe anne walsh"),
        ("Surname: Walsh\n", "walsh"),
    ],
)
def test_two_fields_are_one_name_in_either_order(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "PERSON") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Surname:\nForename:\nDate of birth:\n",
        "Surname: required\n",
        "Last name: Unknown",
        "family: Rosaceae\ngenus: Rosa\n",
        "Evidence given: Passport\n",
        "Family: Support\n",
        "Advice given: Yes",
    ],
)
def test_empty_fields_and_other_families_hold_nobody(engine: Engine, text: str) -> None:
    assert values(engine, text, "PERSON") == []


def test_the_span_runs_from_part_to_part(engine: Engine) -> None:
    text = "Ref 1\nSurname: Walsh\nForename: Zoe\n"
    (found,) = of_entity(engine, text, "PERSON")
    assert text[found.start : found.end] == "Walsh\nForename: Zoe"
