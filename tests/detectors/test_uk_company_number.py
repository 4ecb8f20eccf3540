import pytest

from detectors.engine import Engine
from detectors.uk_company_number import canonical
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("12345678", "12345678"),
        ("1234567", "01234567"),
        ("SC123456", "SC123456"),
        ("oc 301234", "OC301234"),
        ("R0000123", "R0000123"),
        ("IP12345R", "IP12345R"),
        ("QQ123456", None),
        ("123456789", None),
        ("12345", None),
        ("00000000", None),
        ("²1234567", None),
    ],
)
def test_eight_characters(written: str, expected: str | None) -> None:
    assert canonical(written) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Company number: 12345678",
        "Company No. 12345678",
        "Company registration number 12345678",
        "Registered in England and Wales (no. 12345678)",
        "Registered in England No 12345678",
        '{"companyNumber": "12345678"}',
        "Rhif cwmni: 12345678",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_COMPANY_NUMBER") == ["12345678"]


@pytest.mark.parametrize(
    "text", ["12345678", "SC123456", "account number 12345678", "company 2024", "ref 12345678"]
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_COMPANY_NUMBER") == []


def test_a_company_number_is_no_bank_account(engine: Engine) -> None:
    rows = [("Acme Ltd", f"123456{n}0") for n in range(1, 7)]
    header = ("Supplier", "Company number")
    assert cells(engine, rows, header, "UK_COMPANY_NUMBER") == [number for _, number in rows]
    assert cells(engine, rows, header, "UK_BANK_ACCOUNT") == []
    text = "Company number 12345678. Pay by BACS."
    assert [one.entity for one in engine.session().text(text)] == ["UK_COMPANY_NUMBER"]


def test_a_company_number_is_no_company_for_personal_data(engine: Engine) -> None:
    alone = engine.session().text("AB 12 34 56 C")
    beside = engine.session().text("AB 12 34 56 C, company number 12345678")
    assert [one.confidence for one in alone] == [
        one.confidence for one in beside if one.entity == "UK_NINO"
    ]
