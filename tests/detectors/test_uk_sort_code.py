import pytest

from detectors.engine import Engine
from detectors.uk_sort_code import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_SORT_CODE"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12-34-56", "123456"), ("12 34 56", "123456"), ("123456", "123456"), ("000000", None),
     ("12-34-5", None), ("1234567", None), ("12/34/56", None)],
)  # fmt: skip
def test_six_digits_are_a_sort_code(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sort code: 12-34-56",
        "sort code 12 34 56, account 87654321",
        "Bank sort code\n12-34-56",
        "sortCode=123456",
        '{"sort_code": "12-34-56"}',
        "<SortCode>123456</SortCode>",
        "Cod didoli: 12-34-56",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["123456"]


@pytest.mark.parametrize(
    "text",
    ["12-05-19 minutes of the meeting", "cost 12-34-56", "ref 123456", "sort the code by 1 March"],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [("12-34-56", "a"), ("20-30-40", "b"), ("11-22-33", "c")]
    assert len(cells(engine, rows, ("Sort code", "Name"), ENTITY)) == 3
    assert cells(engine, rows, ("Period", "Name"), ENTITY) == []
