import pytest

from detectors.engine import Engine
from detectors.uk_prison_number import canonical
from tests.detectors.finding import cells, of_entity, values

ENTITY = "UK_PRISON_NUMBER"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("G4321XY", "G4321XY"),
        ("g4321xy", "G4321XY"),
        ("G4321X", None),
        ("G43210XY", None),
        ("4321XYG", None),
    ],
)
def test_canonical_knows_the_shape(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Prison number: G4321XY",
        "his NOMS number is G4321XY.",
        "NOMIS no g4321xy",
        "in custody, prison no G4321XY",
        "Prison number\nG4321XY",
        '{"prisonNumber": "G4321XY"}',
        '{"nomsId": "G4321XY"}',
        "<OffenderNo>G4321XY</OffenderNo>",
        "noms_number,G4321XY",
        "Rhif carcharor: G4321XY",
        "HMP, G4321XY",
        "HMP Leeds, G4321XY",
        "dad is at HM Prison Leeds (G4321XY)",
        "on remand since May - G4321XY",
        "prisoner Omar Thrale G4321XY",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["G4321XY"]


@pytest.mark.parametrize(
    "text",
    [
        "G4321XY",
        "stock code G4321XY",
        "the prison ordered part G4321XY",
        "HMP stores, stock code G4321XY",
        "prison van reg G4321xy",
        "NI number: AB123456C",
        "prison number AB1234C",
        "vehicle reg A123 BCD",
        "passport A123456",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_numbers_are_found_in_a_headed_column_only(engine: Engine) -> None:
    rows = [("Jane", f"G432{digit}XY") for digit in range(5)]
    assert cells(engine, rows, ("Name", "NOMS No"), ENTITY) == [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Stock code"), ENTITY) == []
    assert cells(engine, rows, None, ENTITY) == []


def test_an_example_is_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "prison number A1234BC", ENTITY)
    assert found.explanation.endswith("example value")


@pytest.mark.parametrize("heading", ["PNOMIS", "P-NOMIS no", "cNOMIS", "Custody no", "NOMIS ref"])
def test_headings_say_it_in_other_words(engine: Engine, heading: str) -> None:
    rows = [("G4321XY", "Quill, Ines"), ("A9876BC (recall)", "Nye, Bo")]
    assert cells(engine, rows, (heading, "Name"), ENTITY) == ["G4321XY", "A9876BC"]
