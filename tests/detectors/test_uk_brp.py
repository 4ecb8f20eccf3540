import pytest

from detectors.engine import Engine
from detectors.uk_brp import canonical
from detectors.uk_passport import check_digit
from tests.detectors.finding import cells, values

ENTITY = "UK_BRP"
LINE = f"IRGBRZU1234567{check_digit('ZU1234567')}<<<<<<<<<<<<<<<"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ZU1234567", "ZU1234567"),
        ("zux123456", "ZUX123456"),
        ("RA 1234567", "RA1234567"),
        ("ZU123456", None),
        ("123456789", None),
        (LINE, "ZU1234567"),
        (LINE.replace("ZU1", "ZU2"), None),
    ],
)
def test_canonical_knows_numbers_and_the_zone(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "BRP: ZU1234567",
        "Her BRP number is ZU1234567.",
        "residence permit zu1234567 was copied",
        "BRP no ZU 1234567",
        "Biometric residence permit number\nZU1234567",
        '{"brpNumber": "ZU1234567"}',
        "<BRP>ZU1234567</BRP>",
        "brp_number,ZU1234567",
        "BRP ZU\u00a01234567",
        f"scanned card\n{LINE}\n8001014F3001016",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["ZU1234567"]


@pytest.mark.parametrize(
    "text",
    [
        "ZU1234567",
        "batch ZU1234567",
        "passport number: 123456789",
        "NI number: AB123456C",
        "BRP expires 31/12/2024",
        "BRP ZU12345678",
        LINE.replace("GBR", "FRA"),
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_permit_is_no_passport_and_no_insurance_number(engine: Engine) -> None:
    assert values(engine, "passport no ZU1234567", "UK_PASSPORT") == []
    assert values(engine, "BRP ZU1234567", "UK_NINO") == []


def test_numbers_are_found_in_a_headed_column_only(engine: Engine) -> None:
    rows = [("Jane", f"ZU123456{digit}") for digit in range(5)]
    assert cells(engine, rows, ("Name", "BRP Number"), ENTITY) == [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Batch"), ENTITY) == []
    assert cells(engine, rows, None, ENTITY) == []
