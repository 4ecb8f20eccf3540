import pytest

from detectors.engine import Engine
from detectors.uk_charity import canonical
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1234567", "1234567"),
        ("234567", "234567"),
        ("1234567-1", "1234567-1"),
        ("SC012345", "SC012345"),
        ("sc 012345", "SC012345"),
        ("NIC101234", "NIC101234"),
        ("SC123456", None),
        ("0123456", None),
        ("12345", None),
        ("12345678", None),
    ],
)
def test_the_three_registers(written: str, expected: str | None) -> None:
    assert canonical(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Charity number: 1234567",
        "Registered charity no. 1234567",
        "Registered Charity 1234567",
        "a registered charity (1234567)",
        '{"charityNumber": "1234567"}',
        "Rhif elusen: 1234567",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_CHARITY") == ["1234567"]


@pytest.mark.parametrize("text", ["1234567", "charity shop 1234567", "registered charity of 2024"])
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_CHARITY") == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [("Helping Hands", "1234567"), ("Kind Hearts", "SC012345")]
    assert cells(engine, rows, ("Name", "Charity no"), "UK_CHARITY") == ["1234567", "SC012345"]
    assert cells(engine, rows, ("Name", "Number"), "UK_CHARITY") == []
