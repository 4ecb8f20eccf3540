import pytest

from detectors.engine import Engine
from detectors.special.ethnicity_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "ETHNICITY_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("White British", "white british"),
        ("Asian/Asian British: Pakistani", "asian asian british pakistani"),
        ("WBRI", "wbri"),
        ("of Somali origin", "somali"),
        ("not stated", None),
        ("A1 printer", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Cole is White British.", "white british"),
        ("Her father is of Somali origin.", "somali"),
        ("Name: Jo Lane\nEthnicity: Black Caribbean", "black caribbean"),
        ('{"ethnicity": "Chinese"}', "chinese"),
        ("<ethnicGroup>Roma</ethnicGroup>", "roma"),
        ("He is mixed race.", "mixed race"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "White British and White Irish people replied.",
        "Ethnicity: White / Black / Asian / Other",
        "Ethnicity:\n\nReligion:",
        "Mr Cole painted the door white.",
        "People of Somali origin are welcome.",
        "White British: 81 %",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "WBRI"), ("Al Cole", "Indian"), ("Di Bell", "Not stated")]
    assert cells(engine, rows, ("Name", "Ethnicity"), ENTITY) == ["wbri", "indian"]


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Indian", "12"), ("Chinese", "9")]
    assert cells(engine, rows, ("Ethnicity", "Count"), ENTITY) == []
