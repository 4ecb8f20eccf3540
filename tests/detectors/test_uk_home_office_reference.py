import pytest

from detectors.engine import Engine
from detectors.uk_home_office_reference import canonical
from tests.detectors.finding import cells, of_entity, values

ENTITY = "UK_HOME_OFFICE_REFERENCE"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gwf098765432", "GWF098765432"),
        ("GWF0987654321", "GWF0987654321"),
        ("GWF198765432", None),
        ("GWF09876543", None),
        ("m1234567/2", "M1234567"),
        ("M1234567", "M1234567"),
        ("A0000000", None),
        ("1212-0001-2345-6789", "1212000123456789"),
        ("0000 0000 0000 0000", None),
        ("1212000123456", None),
    ],
)
def test_canonical_knows_the_kinds(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "GWF098765432",
        "she applied under GWF098765432 in May",
        "GWF number: GWF098765432",
        "gwf 098765432",
        '{"gwf": "GWF098765432"}',
        "<GWFNumber>GWF098765432</GWFNumber>",
        "gwf_number,GWF098765432",
        "GWF\nGWF098765432",
    ],
)
def test_web_forms_are_found_everywhere(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["GWF098765432"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Home Office reference: M1234567", "M1234567"),
        ("Home Office ref m1234567/2", "M1234567"),
        ("Home Office reference\nM1234567", "M1234567"),
        ('{"homeOfficeReference": "M1234567"}', "M1234567"),
        ("UAN: 1212-0001-2345-6789", "1212000123456789"),
        ("sent on to the HO, ref M1234567", "M1234567"),
        ("HO ref: M1234567", "M1234567"),
        ("Home Office case id M1234567", "M1234567"),
        ("Home Office referral: Yes M1234567", "M1234567"),
        ("Cyfeirnod y Swyddfa Gartref: M1234567", "M1234567"),
        ("unique application number 1212 0001 2345 6789", "1212000123456789"),
    ],
)
def test_other_kinds_are_found_after_a_label(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, ENTITY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "M1234567",
        "1212-0001-2345-6789",
        "batch M1234567",
        "Home Office reference pending",
        "Home Office ref A0000000",
        "Card number 4111 1111 1111 1111",
        "passport A123456",
        "GWF form 12",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_references_are_found_in_a_headed_column_only(engine: Engine) -> None:
    rows = [("Jane", f"M123456{digit}") for digit in range(5)]
    assert cells(engine, rows, ("Name", "Home Office Ref"), ENTITY) == [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Batch"), ENTITY) == []
    assert cells(engine, rows, None, ENTITY) == []


def test_an_example_is_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "GWF012345678", ENTITY)
    assert found.explanation.endswith("example value")


@pytest.mark.parametrize("cell", ["Yes M1234567", "M1234567 (main)", "seen, M1234567", "M1234567"])
def test_a_cell_under_its_heading_may_say_more(engine: Engine, cell: str) -> None:
    rows = [("Ines Quill", cell), ("Bo Nye", "no, 12/03/2024")]
    assert cells(engine, rows, ("Name", "Home Office referral"), ENTITY) == ["M1234567"]
