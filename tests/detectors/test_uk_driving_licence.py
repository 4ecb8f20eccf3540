from datetime import UTC, datetime

import pytest

from detectors.engine import Engine
from detectors.uk_driving_licence import canonical
from tests.detectors.finding import cells, of_entity, values

NUMBER = "HILLE803159J99XY"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hille803159j99xy", NUMBER),
        ("HILLE 803159 J99XY 02", NUMBER),
        ("FOX99602299AB9CD", None),  # 1969 had no 29 February
        ("FOX99602298AB9CD", "FOX99602298AB9CD"),  # 1968 had one
        ("FOX9A602298AB9CD", None),
        ("FOX99663018AB9CD", None),  # month 66
        ("FOX99604319AB9CD", None),  # 31 April
        ("FOX99654319AB9CD", None),  # the same of a woman
        ("12345678", "12345678"),  # Northern Ireland
        ("1234567", None),
    ],
)
def test_canonical_holds_the_birth_against_the_calendar(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


def test_a_leap_day_of_this_century_is_for_those_old_enough_only() -> None:
    assert canonical("FOX99002290AB9CD") == "FOX99002290AB9CD"  # 2000; 1900 had no such day
    assert datetime.now(UTC).year >= 2000 + 15


@pytest.mark.parametrize(
    "text",
    [
        "Driving licence number: HILLE803159J99XY",
        "She showed HILLE803159J99XY at the desk",
        "HILLE 803159 J99XY",
        "licence HILLE 803159 J99XY 02 was copied",
        "HILLE803159J99XY02",
        "HILLE\u00a0803159\u00a0J99XY",
        "hille803159j99xy",
        "Driver number\nHILLE803159J99XY",
        '{"drivingLicenceNumber": "HILLE803159J99XY"}',
        "<DriverNumber>HILLE803159J99XY</DriverNumber>",
        "driving_licence,HILLE803159J99XY",
        "Rhif trwydded yrru: HILLE803159J99XY",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_DRIVING_LICENCE") == [NUMBER]


@pytest.mark.parametrize(
    "text",
    [
        "HILLE813329J99XY",  # day 32
        "HILLE873159J99XY",  # month 73
        "XHILLE803159J99XY",
        "HILLE803159J99XYZ",
        "batch HILLE803159",
        "12345678",
        "the invoice 12345678 was paid",
        "premises licence number 12345678",
        "NHS number: 999 000 0018, NI number: AB123456C",
        "Tel 01632 960123",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_DRIVING_LICENCE") == []


def test_a_northern_irish_number_needs_its_label(engine: Engine) -> None:
    assert values(engine, "Driving licence no 12345678", "UK_DRIVING_LICENCE") == ["12345678"]
    rows = [("Jane", f"1234567{digit}") for digit in range(4)]
    numbers = [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Driving licence no"), "UK_DRIVING_LICENCE") == numbers
    assert cells(engine, rows, ("Name", "Licence no"), "UK_DRIVING_LICENCE") == []  # premises
    assert cells(engine, rows, None, "UK_DRIVING_LICENCE") == []


def test_a_column_is_found_with_and_without_heading(engine: Engine) -> None:
    rows = [("x", f"HILLE80315{year}J99XY") for year in range(5)]
    numbers = [row[1] for row in rows]
    assert cells(engine, rows, None, "UK_DRIVING_LICENCE") == numbers
    assert cells(engine, rows, ("Name", "Driver no"), "UK_DRIVING_LICENCE") == numbers


def test_the_specimen_is_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "MORGA657054SM9IJ", "UK_DRIVING_LICENCE")
    assert found.explanation.endswith("example value")
