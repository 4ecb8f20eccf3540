from random import Random

import pytest

from detectors.engine import Engine
from detectors.uk_accounts_office_reference import canonical
from tests.detectors.finding import cells, of_entity, values


@pytest.mark.parametrize(
    "written",
    [
        "123PW12345678",
        "450PE00923437",
        "120PY19064375",
        "450PA0096437K",
        "853PW0076584X",
        "846PS00928342",
        "961PA0045782X",
        "961PF10305739",
        "123PH45678900",
    ],
)
def test_what_hmrc_s_own_tests_accept_is_accepted(written: str) -> None:
    assert canonical(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "1234",
        "000PL00000000",
        "120PA12697495",
        "846PT00568772",
        "820PB0091254X",
        "961PI004578OQ",
        "123PW12345678Z",
        "8465L04697138",
        "120PW0024",
        "961PA1145782X",
        "961PL004578FQ",
        "123PI12345678",
    ],
)
def test_what_hmrc_s_own_tests_refuse_is_refused(written: str) -> None:
    assert canonical(written) is None


def test_one_letter_in_twenty_three_is_right() -> None:
    rng = Random(23)
    for _ in range(500):
        head, tail = f"{rng.randrange(900):03}", f"{rng.randrange(10**8):08}"
        letters = [x for x in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if canonical(f"{head}P{x}{tail}")]
        assert len(letters) == 1
        assert letters[0] not in "IOU"


def test_the_published_example_is_found_and_said_to_be_one(engine: Engine) -> None:
    found = of_entity(engine, "Reference 123PW12345678", "UK_ACCOUNTS_OFFICE_REFERENCE")
    assert [one.explanation.endswith("example value") for one in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Accounts Office reference: 999PT00000001",
        "Accounts Office Ref 999PT00000001",
        "Accounts Office reference\n999PT00000001",
        "The Accounts Office reference is 999pt00000001.",
        "AO ref:\n\n999PT00000001",
        "AO ref 999/PT/00000001",
        "AO reference 999 PT 00000001",
        "AO reference 999\u00a0PT\u00a0000\u00a0000\u00a001",
        '{"accountsOfficeReference": "999PT00000001"}',
        '{"aoRef": "999PT00000001"}',
        "<AORef>999PT00000001</AORef>",
        "ao_ref=999PT00000001",
        "Please pay HMRC by the 22nd, quoting 999PT00000001, from the payroll account.",
        "Cyfeirnod y Swyddfa Gyfrifon: 999PT00000001",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_ACCOUNTS_OFFICE_REFERENCE") == ["999PT00000001"]


@pytest.mark.parametrize(
    "text",
    [
        "Accounts Office reference: 999PA00000001",
        "Accounts Office reference: 999PT000000012",
        "PAYE reference: 123/PT00000001",
        "part no 999PT00000001",
        "order 999PT00000001",
        "serial 999PT00000001",
        "https://shop.example/item/999PT00000001",
        "c0ffee-999pt00000001-11",
        "999PT00000001a2",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_ACCOUNTS_OFFICE_REFERENCE") == []


def test_the_label_of_one_takes_no_number_of_another(engine: Engine) -> None:
    text = "Accounts Office ref 999PT00000001, PAYE ref 073/WZ1234, NI no AB123456C"
    found = [(one.entity, one.canonical) for one in engine.session().text(text)]
    assert found == [
        ("UK_ACCOUNTS_OFFICE_REFERENCE", "999PT00000001"),
        ("UK_PAYE_REFERENCE", "073/WZ1234"),
        ("UK_NINO", "AB123456"),
    ]


VALID = ["999PT00000001", "999PZ00000002", "999PV00000003", "999PW00000004"]


def test_columns_are_typed_by_heading_and_by_what_they_hold(engine: Engine) -> None:
    entity = "UK_ACCOUNTS_OFFICE_REFERENCE"
    rows = [("Hill Ltd", number) for number in VALID]
    assert cells(engine, rows, ("Employer", "Accounts Office Ref"), entity) == VALID
    assert cells(engine, rows, None, entity) == VALID
    assert cells(engine, rows, ("Employer", "Part no"), entity) == []
