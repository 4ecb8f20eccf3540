import pytest

from detectors.engine import Engine
from detectors.uk_sort_code import canonical
from tests.detectors.finding import cells, of_entity, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20-45-77", "204577"),
        ("20 45 77", "204577"),
        ("204577", "204577"),
        ("40004", "040004"),  # a spreadsheet has dropped the nought
        ("20-4577", None),
        ("2045777", None),
        ("00-00-00", None),
        ("20-45-7X", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sort code: 20-45-77",
        "My sort code is 20 45 77 and I bank in Leeds",
        "sort code 204577",
        "Sort Code\n20-45-77",
        "Sort code:\n\n20-45-77",
        '{"sortCode": "204577"}',
        "<SortCode>20-45-77</SortCode>",
        "sort_code=204577",
        "sort code 20\u201345\u201377",
        "Sort code 20 - 45 - 77",
        "Cod didoli: 20-45-77",
        "Bank details: 20-45-77",
        "Sort code and account number: 20-45-77 73920184",
        "Pay 20-45-77 account number 73920184 please",
        "20-45-77, a/c no: 73920184",
        "transfer to 20-45-77 / acc 73920184",
        "Bank: 20-45-77 73920184",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_SORT_CODE") == ["204577"]


@pytest.mark.parametrize(
    "text",
    [
        "20-45-77",
        "paid on 12-05-19",
        "12-05-19 12345678 DIRECT DEBIT",
        "date dd-mm-yy 12-05-19",
        "cost 12-34-56",
        "cost centre 12-34-56",
        "journal 204577",
        "Sort code: 20-45-7",
        "Sort code: 2045771",
        "Sort code: 00-00-00",
        "the list is sorted: 204577",
        "Ref,Sort code,Account\n",
        "12-05-19 account closed 2020",
        "accrued 12-05-19",
        "Bank: 12-05-19",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_SORT_CODE") == []


def test_the_span_leaves_the_account_number_out(engine: Engine) -> None:
    text = "pay 20-45-77 account number 73920184"
    (found,) = of_entity(engine, text, "UK_SORT_CODE")
    assert text[found.start : found.end] == "20-45-77"


def test_a_headed_column_is_found_and_dates_are_not(engine: Engine) -> None:
    rows = [("J Hill", "204577"), ("A Okafor", "20-45-78"), ("B Rees", "40004")]
    assert cells(engine, rows, ("Name", "Sort Code"), "UK_SORT_CODE") == [
        "204577", "204578", "040004",
    ]  # fmt: skip
    assert cells(engine, rows, None, "UK_SORT_CODE") == []
    dates = [("J Hill", "12-05-19"), ("A Okafor", "13-05-19")]
    assert cells(engine, dates, ("Name", "Paid"), "UK_SORT_CODE") == []


def test_it_takes_nothing_of_other_entities(engine: Engine) -> None:
    text = "Tel: 01632 960123, NHS no 999 000 0018, NI no AB 12 34 56 C, DOB: 12-05-19"
    found = [one.entity for one in engine.session().text(text)]
    assert found == ["PHONE_NUMBER", "UK_NHS", "UK_NINO", "DATE_OF_BIRTH"]


@pytest.mark.parametrize(
    "text",
    [
        "Bank SC:\t20-45-77",
        "Sort: 20-45-77\nAccount: 73920184",
        '{"sort": "204577", "account": "73920184"}',
    ],
)
def test_the_word_sort_or_its_initials_label_it(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_SORT_CODE") == ["204577"]


def test_the_word_sort_before_six_digits_alone_is_no_label(engine: Engine) -> None:
    assert values(engine, "sort: 204577 rows", "UK_SORT_CODE") == []


def test_half_a_heading_beside_an_account_is_a_sort_code(engine: Engine) -> None:
    rows = [("JO HILL", "09-00-69", "7983 0113")]
    assert cells(engine, rows, ("Account name", "S/code sort", "Bank account"), "UK_SORT_CODE")
