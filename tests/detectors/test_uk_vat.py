import pytest
from stdnum.gb import vat as oracle

from detectors.engine import Engine
from detectors.uk_vat import canonical
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("999999973", "999999973"),
        ("GB 999 9999 73", "999999973"),
        ("XI999999973", "999999973"),
        ("999 9999 73 001", "999999973"),
        ("999 999 973", "999999973"),
        ("999999918", "999999918"),  # 55 less than 73: the later numbers
        ("999999974", None),
        ("GD001", "GD001"),
        ("GB HA 599", "HA599"),
        ("GD500", None),
        ("HA499", None),
        ("000000000", None),
        ("99999997", None),
    ],
)
def test_check_digits(written: str, expected: str | None) -> None:
    assert canonical(written) == expected


def test_python_stdnum_takes_all_that_pass() -> None:
    numbers = [f"{n:09}" for n in range(100_000_001, 999_999_999, 1_234_567)]
    numbers += [f"{n // 97:07}{n % 97:02}" for n in range(100_000_000, 100_002_000)]
    passing = {number for number in numbers if canonical(number)}
    taken = {number for number in numbers if oracle.is_valid(number)}
    assert len(passing) > 30
    assert passing <= taken
    # It takes a third remainder, 55, which the rule that we read does not give.
    assert {_remainder(number) for number in taken - passing} == {55}


def _remainder(number: str) -> int:
    weighted = sum(
        weight * int(digit) for weight, digit in zip(range(8, 1, -1), number[:7], strict=True)
    )
    return (weighted + int(number[7:])) % 97


@pytest.mark.parametrize(
    "text",
    [
        "VAT number: 999999973",
        "VAT Reg No: GB 999 9999 73",
        "VAT registration no. 999 9999 73",
        "GB999999973",
        "GB 999 9999 73",
        '{"vatNumber": "GB999999973"}',
        "Rhif TAW: 999999973",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_VAT") == ["999999973"]


@pytest.mark.parametrize(
    "text", ["999999973", "VAT 20%", "VAT number 999999974", "passport 999999973", "GB82 WEST 1234"]
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_VAT") == []


def test_a_vat_number_is_no_passport_number(engine: Engine) -> None:
    text = "VAT number: 999999973; passport to be checked"
    assert [one.entity for one in engine.session().text(text)] == ["UK_VAT"]
    rows = [("Acme Ltd", "999999973"), ("Acme Plc", "999999918")]
    assert cells(engine, rows, ("Supplier", "VAT no"), "UK_PASSPORT") == []
    assert cells(engine, rows, ("Supplier", "VAT no"), "UK_VAT") == ["999999973", "999999918"]
