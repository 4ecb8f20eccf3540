import pytest

from detectors.engine import Engine
from detectors.uk_bank_account import canonical
from tests.detectors.finding import cells, of_entity, values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("73920184", "73920184"),
        ("7392 0184", "73920184"),
        ("739201", "00739201"),
        ("7392018", "07392018"),
        ("7392018455", "7392018455"),
        ("A/7392018-4", "A73920184"),
        ("73920", None),
        ("739201845", None),
        ("00000000", None),
        ("holder", None),
        ("building", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Account number: 73920184",
        "account no. 73920184",
        "A/C 73920184",
        "a/c no: 73920184",
        "Acct no 73920184",
        "Her bank account is 73920184.",
        "bank account number 7392 0184",
        "Account Number\n73920184",
        "Account number:\n\n73920184",
        '{"accountNumber": "73920184"}',
        "<AccountNumber>73920184</AccountNumber>",
        "account_no=73920184",
        "Rhif cyfrif: 73920184",
        "Account number 7392 0184",
        "Sort code 20-45-77, 73920184",
        "Sort code: 20-45-77 Account: 73920184",
        "sort code 204577 account no. 73920184",
        "Sort code and account number: 20-45-77 73920184",
        "sort code 204577 account 7392 0184",
        "Sort code: 20-45-77\nAccount: 73920184",
        "Sort code: 20-45-77, account name: J Hill, account: 73920184",
        "Account: 7392 0184\nSort code: 20-45-77",
        "his account (73920184, sort code 20-45-77)",
        "pay into 73920184 (sort code 20-45-77)",
        "acc: 73920184 s/c: 204577",
        "Account number 73 92 01 84",
        "Acc. No: 73920184",
        "current account 73920184",
        "BACS details: 20-45-77 / 73920184",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_BANK_ACCOUNT") == ["73920184"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bank account number: 739201", "00739201"),
        ("bank a/c no 7392018", "07392018"),
        ("bank account: 7392018455", "7392018455"),
        ("Building society roll number: A/7392018-4", "A73920184"),
        ("building society ref 7392/018455", "7392018455"),
    ],
)
def test_other_lengths_are_found_after_a_label_of_their_own(
    engine: Engine, text: str, expected: str
) -> None:
    assert values(engine, text, "UK_BANK_ACCOUNT") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Bank: 20-45-77 73920184",
        "Bank details 20 45 77, 73920184",
        "7392 0184 is the account number",
        "73920184 (account no)",
    ],
)
def test_a_pair_after_bank_and_a_number_before_its_label_are_found(
    engine: Engine, text: str
) -> None:
    assert values(engine, text, "UK_BANK_ACCOUNT") == ["73920184"]


@pytest.mark.parametrize(
    "text",
    [
        "73920184",
        "Bank holiday 20-05-24 20240527",
        "we paid 173920184 (account no)",
        "73920184 is the account manager",
        "journal 73920184",
        "Company number 73920184",
        "tram stop 73920184",
        "20240105",
        "account number: 739201",  # a reference of the council's own
        "account number: 739201845",
        "account number: 00000000",
        "on account of 73920184 visits",
        "account manager 73920184",
        "electoral roll number 7392018",
        "society ref. meeting-minutes",
        "12-05-19 73920184 DIRECT DEBIT",
        "Sort code: 20-45-77",
        "Sort code 20-45-77 is old. Invoice 73920184",
        "sort code 20-45-77, 739201845",
        "1173920184, sort code 20-45-77",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_BANK_ACCOUNT") == []


def test_a_label_that_councils_use_too_leaves_doubt_until_a_sort_code_stands_by(
    engine: Engine,
) -> None:
    (doubted,) = of_entity(engine, "Account number: 73920184", "UK_BANK_ACCOUNT")
    (sure,) = of_entity(engine, "Sort code: 20-45-77\nAccount number: 73920184", "UK_BANK_ACCOUNT")
    (named,) = of_entity(engine, "Bank account number: 73920184", "UK_BANK_ACCOUNT")
    assert doubted.confidence < 0.85 < min(sure.confidence, named.confidence)


def test_a_span_holds_the_number_only(engine: Engine) -> None:
    text = "Sort code: 20-45-77 Account: 73920184"
    found = engine.session().text(text)
    assert [(one.entity, text[one.start : one.end]) for one in found] == [
        ("UK_SORT_CODE", "20-45-77"),
        ("UK_BANK_ACCOUNT", "73920184"),
    ]


def test_a_headed_column_is_found_unless_the_account_is_the_councils(engine: Engine) -> None:
    rows = [("J Hill", "73920184"), ("A Okafor", "7392019"), ("B Rees", "73920203")]
    numbers = [number.zfill(8) for _, number in rows]
    assert cells(engine, rows, ("Name", "Account No"), "UK_BANK_ACCOUNT") == numbers
    assert cells(engine, rows, ("Name", "Bank Account"), "UK_BANK_ACCOUNT") == numbers
    for heading in ("Council tax account number", "Rent account no", "Journal", "Company number"):
        assert cells(engine, rows, ("Name", heading), "UK_BANK_ACCOUNT") == []
    assert cells(engine, rows, None, "UK_BANK_ACCOUNT") == []


def test_a_column_headed_account_is_a_banks_beside_sort_codes(engine: Engine) -> None:
    rows = [("J Hill", "20-45-77", "73920184"), ("A Okafor", "20-45-78", "73920203")]
    accounts = [account for _, _, account in rows]
    assert cells(engine, rows, ("Name", "Sort code", "Account"), "UK_BANK_ACCOUNT") == accounts
    assert cells(engine, rows, ("Name", "Sort code", "A/C"), "UK_BANK_ACCOUNT") == accounts
    zones = [(name, "12-05-19", account) for name, _, account in rows]
    assert cells(engine, zones, ("Name", "Zone", "Account"), "UK_BANK_ACCOUNT") == []
    header = ("Account", "Sort code", "Account number")
    assert cells(engine, [("73920777", *rows[0][1:])], header, "UK_BANK_ACCOUNT") == ["73920184"]


def test_it_takes_nothing_of_other_entities(engine: Engine) -> None:
    text = "Tel: 01632 960123, NHS no 999 000 0018, DOB: 12051950, card 4111 1111 1111 1111"
    found = [one.entity for one in engine.session().text(text)]
    assert found == ["PHONE_NUMBER", "UK_NHS", "DATE_OF_BIRTH", "CREDIT_CARD"]


@pytest.mark.parametrize(
    "text",
    [
        "Bank AC:\t73920184",
        "Rwy'n talu o gyfrif 73920184, cod didoli 204577.",
        "from Thames & Trent Bank, 204577\n73920184.",
    ],
)
def test_it_is_found_by_its_initials_in_welsh_and_over_a_line_end(
    engine: Engine, text: str
) -> None:
    assert values(engine, text, "UK_BANK_ACCOUNT") == ["73920184"]


def test_the_account_of_a_fine_is_none(engine: Engine) -> None:
    rows = [("Ann Lee", "61746223M"), ("Bo Day", "81455553W"), ("Cy Fry", "41105286R")]
    assert cells(engine, rows, ("Defendant", "Account no"), "UK_BANK_ACCOUNT") == []


@pytest.mark.parametrize(
    "text",
    [
        "Account number: 73920184\nLiable person: Ines Quill",
        "Council tax - single person discount\nAccount no 73920184",
        "Your rent account is in arrears. Account number 73920184",
    ],
)
def test_an_account_of_the_council_is_no_banks(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_BANK_ACCOUNT") == []


def test_an_account_to_pay_into_is_a_banks_in_the_councils_forms_too(engine: Engine) -> None:
    text = "Council tax refund\nPay to account number: 73920184"
    assert values(engine, text, "UK_BANK_ACCOUNT") == ["73920184"]
