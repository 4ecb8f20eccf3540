import pytest

from detectors.engine import Engine
from detectors.special.health_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "HEALTH_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Asthma", "asthma"),
        ("Yes - mild asthma", "asthma"),
        ("COPD, arthritis", "copd"),
        ("Crohn's disease", "crohns disease"),
        ("Yes", "yes"),
        ("None", None),
        ("N/A", None),
        ("stairs", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Lane has asthma.", "asthma"),
        ("Tom is 7. Diagnosed with absence epilepsy in 2019.", "epilepsy"),
        ("She takes sertraline at night.", "sertraline"),
        ("Mum's dementia is worse.", "dementia"),
        ("I have depression and cannot work.", "depression"),
        ("He has MS.", "ms"),
        ("Dear Mr Lane, You told us that you have epilepsy.", "epilepsy"),
        ("Medication: salbutamol", "salbutamol"),
        ('{"name": "Jo Lane", "disability": "Deaf"}', "deaf"),
        ("Jack Tully - asthma, inhaler in office", "asthma"),
        ("Client is on lithium and has bipolar\ndisorder since 2001.", "bipolar disorder"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "If you have asthma, see your GP.",
        "People with asthma should carry an inhaler.",
        "Does she have asthma?",
        "An employee who has cancer may ask for leave.",
        "Mrs Lane raised £200 for Cancer Research UK.",
        "He or she has asthma.",
        "Medication:\n\nSigned:",
        "Disability: Yes / No",
        "Mr Lane said the depression of the 1930s was felt here.",
        "Dementia strategy: lead Tom Lane",
        "self.stroke = width  # it has stroke",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "Back pain"), ("Al Cole", "Annual leave"), ("Di Bell", "Stress")]
    assert cells(engine, rows, ("Name", "Reason for absence"), ENTITY) == ["back pain", "stress"]


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Deaf", "12"), ("Asthma", "9")]
    assert cells(engine, rows, ("Disability", "Headcount"), ENTITY) == []
