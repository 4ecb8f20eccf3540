from random import Random

import pytest
from stdnum import iban as oracle

from detectors.engine import Engine
from detectors.iban_code import canonical, note
from tests.detectors.finding import cells, values

ENTITY = "IBAN_CODE"
GB = "GB33BUKB20201555555555"


def test_canonical_agrees_with_an_independent_check() -> None:
    rng = Random(4)
    passed = 0
    for _ in range(30_000):
        bank = "".join(rng.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(4))
        number = f"GB{rng.randrange(100):02}{bank}{rng.randrange(10**14):014}"
        wanted = oracle.is_valid(number, check_country=False)
        assert (canonical(number) is not None) == wanted, number
        passed += wanted
    assert passed > 100


@pytest.mark.parametrize(
    "number",
    ["DE89370400440532013000", "FR1420041010050500013M02606", "NO9386011117947", GB],
)
def test_other_countries_have_their_own_length(number: str) -> None:
    assert canonical(number) == number
    assert canonical(number + "0") is None
    assert canonical(f"{number[:-1]}") is None


@pytest.mark.parametrize(
    "text",
    [
        "IBAN GB33 BUKB 2020 1555 5555 55",
        "pay into GB33BUKB20201555555555 by Friday",
        "iban: gb33 bukb 2020 1555 5555 55",
        "IBAN\nGB33-BUKB-2020-1555-5555-55",
        '{"iban": "GB33BUKB20201555555555"}',
        "<IBAN>GB33 BUKB 2020 1555 5555 55</IBAN>",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == [GB]


@pytest.mark.parametrize(
    "text",
    [
        "IBAN GB34 BUKB 2020 1555 5555 55",
        "serial AB12CD34EF56AB78CD90EF12",
        "GB33 is a registration mark",
        "sha 8D12F3A4B5C6D7E8F901A2B3",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_is_found_with_and_without_its_heading(engine: Engine) -> None:
    rows = [(GB, "paid"), ("DE89370400440532013000", "paid"), ("NO9386011117947", "due")]
    assert len(cells(engine, rows, ("IBAN", "State"), ENTITY)) == 3
    assert len(cells(engine, rows, None, ENTITY)) == 3


def test_printed_examples_are_noted() -> None:
    assert note(GB) == "example value"
    assert note("DE89370400440532013000") is None
