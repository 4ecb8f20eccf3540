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
        "name: I QUILL\ns/code: 204577\naccount: 7392 0184",
        "s_code=20 45 77\naccount_no=73920184",
        "SC: 204577\nAN: 73920184",
        "**Sort code**\n20-45-77\n\n**Account**\n73920184",
        "Dividend: sort code\n204577\n\nDividend: account\n73920184",
        "Paid into account: 73920184 / 20-45-77",
        "REFUND TO ACCOUNT   73920184 / 204577",
        "BACS FILE 12\n7,I QUILL,204577,73920184,17.20",
        "Payroll run May\n7;I QUILL;204577;73920184",
        "20457773920184099309010730192840000000000012345COUNCIL",
        "VOL1173051\nHDR1 A5\n204577 73920184 099 309010 73019284 12.50 I QUILL",
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
        "BACS FILE 12\n7,I QUILL,204577,20240611,17.20",
        "Meter readings\n7,I QUILL,204577,73920184,17.20",
        "student's code: 204577\nroom 73920184",
        "12-05-19 73920184\n14-05-19 73920203",
    ],
)
def test_dates_and_codes_are_no_pair(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_SORT_CODE") == []
    assert values(engine, text, "UK_BANK_ACCOUNT") == []


def test_in_two_columns_the_headings_decide(engine: Engine) -> None:
    rows = [("20-45-77", "73920184"), ("40-46-78", "73920203")]
    assert cells(engine, rows, ("Bin", "Stock"), "UK_BANK_ACCOUNT") == []
    assert cells(engine, rows, ("Sort", "Acc"), "UK_BANK_ACCOUNT") == ["73920184", "73920203"]


def test_pairs_that_may_be_dates_are_told_by_those_around_them(engine: Engine) -> None:
    text = "I QUILL  20-45-77 73920184  MTHLY\nB NYE  12-05-19 73920203  WKLY"
    assert values(engine, text, "UK_SORT_CODE") == ["204577", "120519"]
    assert values(engine, text, "UK_BANK_ACCOUNT") == ["73920184", "73920203"]


@pytest.mark.parametrize(
    "header",
    [("payer", "sc", "an"), ("Name", "S/CODE", "A/C"), ("name", "s_code", "account")],
)
def test_short_headings_count_beside_each_other(engine: Engine, header: tuple[str, ...]) -> None:
    rows = [("Quill, Ines", "20-45-77", "73920184")]
    assert cells(engine, rows, header, "UK_SORT_CODE") == ["204577"]
    assert cells(engine, rows, header, "UK_BANK_ACCOUNT") == ["73920184"]


def test_a_column_bank_beside_one_of_accounts_has_sort_codes(engine: Engine) -> None:
    rows = [("Di Lee", "20-45-77", "7392 0184"), ("Jo Day", "30-90-10", "7301 9284")]
    header = ("Name", "Bank", "Acct")
    assert cells(engine, rows, header, "UK_SORT_CODE") == ["204577", "309010"]
    assert cells(engine, rows, header, "UK_BANK_ACCOUNT") == ["73920184", "73019284"]
    assert cells(engine, [("Di Lee", "Barclays", "x")], header, "UK_SORT_CODE") == []


@pytest.mark.parametrize(
    "text",
    [
        "204577 73920184 099 309010 73019284 12.50",  # none of a payment file's labels
        "Meter readings\n204577 73920184 055 309010 73019284",
        "204577739201840993090107301928",  # shorter than a record
    ],
)
def test_figures_in_groups_are_no_record_of_a_payment_file(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_SORT_CODE") == []
