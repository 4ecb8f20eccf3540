import pytest

from detectors.engine.price_lists import lists_prices

CODES = ["9990000018", "9990000026", "9990000034", "9990000042"]
WORDS = ["commode", "sling M", "sling L", "rail"]
PRICES = ["7.20", "£1,009.50", "-3.00", "12000.00"]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([CODES, WORDS, PRICES], True),
        ([CODES, WORDS, PRICES, ["2", "3", "4", "5"]], True),
        ([CODES, WORDS, [*PRICES, "on request"]], False),
        ([CODES, PRICES], False),  # what was paid for each of some people
        ([CODES, WORDS, PRICES, ["01/02/2026"] * 4], False),
        ([CODES, WORDS, PRICES, ["1-Feb-26"] * 4], False),
        ([each[:3] for each in (CODES, WORDS, PRICES)], False),
        ([], False),
    ],
)
def test_prices_beside_words_and_no_days(columns: list[list[str]], expected: bool) -> None:
    assert lists_prices(columns) is expected
