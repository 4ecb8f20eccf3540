import pytest

from detectors.engine import Engine
from detectors.goods import NUMBERS_OF_GOODS
from tests.detectors.finding import cells
from tests.detectors.test_uk_nhs import VALID


def test_goods_are_numbered_in_all_words_for_it() -> None:
    assert {"stock code", "supplier ref", "works order no"} <= set(NUMBERS_OF_GOODS)


@pytest.mark.parametrize("heading", ["Stock code", "Supplier ref", "Pallet ID", "works_order_no"])
def test_a_column_of_goods_holds_no_numbers_of_patients(engine: Engine, heading: str) -> None:
    rows = [(number, "bolts") for number in VALID]
    assert cells(engine, rows, (heading, "What"), "UK_NHS") == []


def test_a_column_with_another_heading_is_typed_by_its_check_digits(engine: Engine) -> None:
    rows = [(number, "bolts") for number in VALID]
    assert cells(engine, rows, ("Column 1", "What"), "UK_NHS") == VALID
