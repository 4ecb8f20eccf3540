import pytest

from detectors.engine import Engine
from detectors.uk_bank_account import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_BANK_ACCOUNT"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("87654321", "87654321"), ("8765 4321", "87654321"), ("765432", "765432"),
     ("0987654321", "0987654321"), ("00000000", None), ("12345", None), ("123456789", None)],
)  # fmt: skip
def test_accounts_have_so_many_digits(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Account number: 87654321",
        "sort code 12-34-56, account no. 87654321",
        "A/C No 87654321",
        "Bank account\n87654321",
        "accountNumber=87654321",
        '{"account_number": "87654321"}',
        "<AccountNumber>87654321</AccountNumber>",
        "Rhif cyfrif: 8765 4321",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["87654321"]


@pytest.mark.parametrize(
    "text",
    [
        "council tax account number 87654321",
        "rent account no 87654321",
        "journal 87654321",
        "on account of 20250131",
        "company number 87654321",
        "transaction 87654321",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [("12-34-56", "87654321"), ("20-30-40", "11223344"), ("11-22-33", "55667788")]
    assert len(cells(engine, rows, ("Sort code", "Account no"), ENTITY)) == 3
    assert cells(engine, rows, ("Sort code", "Council tax account no"), ENTITY) == []
