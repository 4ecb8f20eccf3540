import pytest

from detectors.engine import Engine
from detectors.uk_hcn import canonical
from detectors.uk_nhs import canonical as nhs
from tests.detectors.finding import cells, values

ENTITY = "UK_HCN"
HCN = "3200000007"
NUMBERS = [f"32{n:08}" for n in range(1, 400) if nhs(f"32{n:08}")]


def test_only_numbers_of_the_range_are_these() -> None:
    assert canonical("320 000 0007") == HCN
    assert canonical("999 000 0018") is None
    assert canonical("3199999999") is None
    assert nhs("4010232137") is not None
    assert canonical("4010232137") is None


@pytest.mark.parametrize(
    "text",
    [
        "HCN 320 000 0007",
        "H&C number: 3200000007",
        "Health and Care Number\n320 000 0007",
        '{"hcn": "3200000007"}',
        "<HCN>3200000007</HCN>",
    ],
)
def test_written_forms_are_found_and_are_no_nhs_numbers_besides(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == [HCN]
    assert values(engine, text, "UK_NHS") == []


@pytest.mark.parametrize("text", ["order 3200000007", "HCN 3200000008", "HCN 999 000 0018"])
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_without_a_label_it_is_told_as_an_nhs_number(engine: Engine) -> None:
    assert values(engine, "NHS number 320 000 0007", "UK_NHS") == [HCN]


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [(number, "ward 4") for number in NUMBERS]
    assert len(cells(engine, rows, ("H&C number", "Ward"), ENTITY)) == len(rows) > 20
