from random import Random

import pytest
from stdnum.gb import nhs as oracle

from detectors.engine import Engine
from detectors.uk_hcn import canonical
from tests.detectors.finding import cells, of_entity, values


def test_canonical_agrees_with_an_independent_check() -> None:
    rng = Random(5)
    for _ in range(20_000):
        number = f"{rng.randrange(3 * 10**9, 41 * 10**8)}"
        expected = oracle.is_valid(number) and 3_200_000_000 < int(number) < 4_000_000_000
        assert (canonical(number) is not None) == expected, number


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("3199999999", False),
        ("3200000007", True),
        ("3999999993", True),
        ("4000000004", False),
        ("3333333333", False),
    ],
)
def test_the_range_is_that_of_northern_ireland(number: str, valid: bool) -> None:
    assert (canonical(number) is not None) is valid


@pytest.mark.parametrize(
    "text",
    [
        "H&C number: 320 000 0015",
        "H&C No. 3200000015",
        "Her H&C is 320-000-0015.",
        "HCN: 320 000 0015",
        "HCN 3200000015 was admitted on Tuesday",
        "Health and Care Number\n320 000 0015",
        "Health & Care No:\n\n3200000015",
        "H & C number 320\u00a0000\u00a00015",
        "HCN 320.000.0015",
        "H&C no 320  000  0015",
        '{"hcn": "3200000015"}',
        '{"healthAndCareNumber": "3200000015"}',
        "<HCNumber>3200000015</HCNumber>",
        "hcn_number=3200000015",
        "H/C No: 320 000 0015",
        "h_c_number: 3200000015",
        "HSC no. 320 000 0015",
        "**H&C number:** 320 000 0015",
        "Patient Jane Hill, jane@example.com, HCN 320 000 0015",
    ],
)
def test_written_forms_are_found_and_not_taken_for_nhs_numbers(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_HCN") == ["3200000015"]
    assert values(engine, text, "UK_NHS") == []


@pytest.mark.parametrize(
    "text",
    [
        "3200000015",
        "the number 320 000 0015 is on the form",  # left to the NHS number
        "NHS number: 320 000 0015",
        "HCN: 320 000 0016",
        "HCN: 319 999 9999",
        "HCN: 999 000 0018",
        "HCN: 3200000015123",
        "Order no: 320 000 0015",
        "MPRN 3200000015",
        "UTR: 3200000015",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_HCN") == []


def test_an_nhs_number_keeps_its_own(engine: Engine) -> None:
    assert values(engine, "the number 320 000 0015 is on the form", "UK_NHS") == ["3200000015"]
    assert values(engine, "NHS number: 3200000015", "UK_NHS") == ["3200000015"]
    assert values(engine, "HCN: 999 000 0018", "UK_NHS") == ["9990000018"]
    assert values(engine, "H&C number: 9990000018", "UK_NHS") == ["9990000018"]


VALID = ["3200000015", "3200000023", "3200000031", "3999999993"]


@pytest.mark.parametrize("heading", ["H&C Number", "HCN", "Health and Care Number"])
def test_a_column_headed_so_is_found(engine: Engine, heading: str) -> None:
    rows = [("Jane", number) for number in VALID]
    assert cells(engine, rows, ("Name", heading), "UK_HCN") == VALID


def test_a_column_without_heading_is_known_by_its_range(engine: Engine) -> None:
    more = [*VALID, "3200000074"]
    rows = [("Jane", number) for number in more]
    assert cells(engine, rows, None, "UK_HCN") == more
    assert cells(engine, rows, None, "UK_NHS") == []
    mixed = [*rows, ("Jane", "9990000018")]
    assert cells(engine, mixed, None, "UK_HCN") == []
    assert cells(engine, mixed, None, "UK_NHS") == [*more, "9990000018"]


def test_a_short_column_without_heading_is_left_to_the_nhs_number(engine: Engine) -> None:
    rows = [("Jane", number) for number in VALID]
    assert cells(engine, rows, None, "UK_HCN") == []
    assert cells(engine, rows, None, "UK_NHS") == VALID
    assert cells(engine, rows, ("Name", "Invoice no"), "UK_HCN") == []


def test_the_label_above_is_enough(engine: Engine) -> None:
    (found,) = of_entity(engine, "H&C Number:\n320 000 0015", "UK_HCN")
    assert found.confidence >= 0.9
    assert "own label above it" in found.explanation
