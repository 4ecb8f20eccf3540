import pytest

from detectors.engine import Engine
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    "text",
    [
        "please change it to 20-45-77 / 73920184 from May",
        "S/C & A/C: 204577 73920184",
        "Sort/Account no = 20 45 77 / 7392 0184",
        "BACS 20-45-77, 73920184",
        "wages to 20 45 77 73920184",
        "refund of rent, pay 204577 / 73920184",
        "Sort c0de 20 45 77 Acc0unt nurnber 73920184",
        "Cod didoli a rhif cyfrif: 20 45 77 73920184",
        "Bank book for account 73920184 sort 20 45 77 is in our safe",
        "a/c no 7392 0184, sort code 20-45-77",
        "Acc: 73920184 (sort 204577)",
        "Ines Quill\nMonzo\n204577 73920184",
        "NatWest: 204577 73920184",
        "Sort Code: 204577\nEmployee: I QUILL\nAccount: 73920184",
    ],
)
def test_a_pair_is_told_by_its_shape_or_a_word_before_it(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_SORT_CODE") == ["204577"]
    assert values(engine, text, "UK_BANK_ACCOUNT") == ["73920184"]


@pytest.mark.parametrize(
    "text",
    [
        "moved on 12-05-19 / 73920184",
        "paid 12-05-19 73920184 to the depot",
        "cable 204577 / 73920184 in store",
        "bin 20-45-77  73920184",
        "grid 20 45 77 73920184",
        "window 1-20-45-77 73920184",
        "Bankside\n204577 73920184",
        "Account: 73920184\nEmployee: I QUILL",
        "account 73920184 sorted 20 45 77",
    ],
)
def test_dates_and_codes_are_no_pair(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_SORT_CODE") == []
    assert values(engine, text, "UK_BANK_ACCOUNT") == []


def test_in_two_columns_the_headings_decide(engine: Engine) -> None:
    rows = [("20-45-77", "73920184"), ("40-46-78", "73920203")]
    assert cells(engine, rows, ("Bin", "Stock"), "UK_BANK_ACCOUNT") == []
    assert cells(engine, rows, ("Sort", "Acc"), "UK_BANK_ACCOUNT") == ["73920184", "73920203"]
