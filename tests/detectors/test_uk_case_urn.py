from datetime import UTC, datetime

import pytest

from detectors.engine import Engine
from detectors.uk_case_urn import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_CASE_URN"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01SJ1234520", "01SJ1234520"),
        ("01/sj/12345/20", "01SJ1234520"),
        ("05650123424", "05650123424"),
        ("00SJ1234520", None),
        ("01SJ12345200", None),
        ("A1SJ1234520", None),
    ],
)
def test_canonical_knows_the_parts(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


def test_a_year_to_come_is_refused() -> None:
    coming = (datetime.now(UTC).year + 1) % 100
    assert canonical(f"01SJ12345{coming:02}") is None


@pytest.mark.parametrize(
    "text",
    [
        "URN: 01SJ1234520",
        "the case URN is 01SJ1234520.",
        "urn 01 sj 12345 20",
        "URN no 01/SJ/12345/20",
        "Unique reference number\n01SJ1234520",
        '{"caseUrn": "01SJ1234520"}',
        "<PTIURN>01SJ1234520</PTIURN>",
        "case_urn,01SJ1234520",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["01SJ1234520"]


@pytest.mark.parametrize(
    "text",
    [
        "01SJ1234520",
        "order 01SJ1234520",
        "school URN 123456",
        "urn 12/05/2026",
        "URN 01SJ12345201",
        "Tel 01632 960120",
        "urn:isbn:0451450523",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_numbers_are_found_in_a_headed_column_only(engine: Engine) -> None:
    rows = [("Jane", f"01SJ1234{digit}20") for digit in range(5)]
    assert cells(engine, rows, ("Name", "Case URN"), ENTITY) == [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Order no"), ENTITY) == []
    assert cells(engine, rows, None, ENTITY) == []


def test_a_telephone_number_stays_one(engine: Engine) -> None:
    assert values(engine, "Tel 01632 960120", "PHONE_NUMBER") != []
