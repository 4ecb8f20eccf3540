from datetime import UTC, date, datetime, timedelta

import pytest

from detectors.engine import Engine
from detectors.uk_vehicle_registration import canonical, half_years
from tests.detectors.finding import cells, values

ENTITY = "UK_VEHICLE_REGISTRATION"


@pytest.mark.parametrize(
    ("today", "newest_march", "newest_september"),
    [
        (date(2026, 2, 28), 25, 75),
        (date(2026, 3, 1), 26, 75),
        (date(2026, 9, 1), 26, 76),
        (date(2030, 1, 1), 29, 79),
    ],
)
def test_half_years_move_with_the_calendar(
    today: date, newest_march: int, newest_september: int
) -> None:
    issued = half_years(today)
    assert max(half for half in issued if half < 50) == newest_march
    assert max(issued) == newest_september
    assert min(issued) == 2
    assert 50 not in issued


def test_a_half_year_to_come_is_refused() -> None:
    coming = (datetime.now(UTC).date() + timedelta(days=400)).year % 100
    assert canonical(f"AB{coming:02} CDE") is None
    assert canonical("AB50 CDE") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab12 cde", "AB12CDE"),
        ("A123 BCD", "A123BCD"),
        ("ABC 123D", "ABC123D"),
        ("AIZ 1234", "AIZ1234"),
        ("Q123 ABC", "Q123ABC"),
        ("101 D 234", "101D234"),
        ("1234 AB", "1234AB"),
        ("AB12 QDE", None),
        ("QA12 CDE", None),
        ("AB1234C", None),
        ("A 1234", "A1234"),
        ("OCT 2020", None),
        ("1234 OF", None),
        ("10A", None),
        ("1234", None),
    ],
)
def test_canonical_knows_the_series(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reg: AB12 CDE",
        "a blue van, AB12 CDE, was parked there",
        "She drives AB12CDE to work",
        "AB12\u00a0CDE",
        "vehicle reg ab12 cde",
        "Registration number\nAB12 CDE",
        "VRM ab12cde",
        '{"vehicleRegistration": "ab12cde"}',
        "<RegNo>AB12CDE</RegNo>",
        "reg_no,ab12cde",
        "Rhif cofrestru: ab12 cde",
    ],
)
def test_the_current_series_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["AB12CDE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vehicle registration A123 BCD", "A123BCD"),
        ("car reg: abc 123d", "ABC123D"),
        ("VRM AIZ 1234", "AIZ1234"),
        ("number plate Q123 ABC", "Q123ABC"),
        ("Reg no 101 D 234", "101D234"),
        ("Reg no: 1234 AB", "1234AB"),
    ],
)
def test_older_series_are_found_after_a_label(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, ENTITY) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "take the A40 THE next exit",
        "M25 JCT 12",
        "A4 PDF attached",
        "S106 AGR signed",
        "Q1 REV",
        "B1 BUS",
        "no24 day",
        "NO24 DAY ONE",
        "HOUSES IN LS12 AND LS13",
        "ab12 cde",
        "AB40 CDE",  # not before 2040
        "part no AB12CDE",
        "Order AB12 CDE",
        "A123 BCD",
        "ABC 123D",
        "Registration: 9 AM to 5 PM",
        "company registration 01234567",
        "Reg 12 of the regulations",
        "NI number: AB123456C",
        "Postcode: AB12 3CD",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_older_series_are_found_in_a_headed_column(engine: Engine) -> None:
    rows = [("Jane", one) for one in ("A123BCD", "ABC123D", "AIZ1234", "AB12CDE")]
    numbers = [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Vehicle Reg"), ENTITY) == numbers
    assert cells(engine, rows, ("Name", "Part no"), ENTITY) == []


def test_a_column_of_dates_of_registration_is_left_alone(engine: Engine) -> None:
    rows = [("Jane", "01/02/2020"), ("Joe", "02/02/2020")]
    assert cells(engine, rows, ("Name", "Registration"), ENTITY) == []


def test_a_column_of_school_classes_is_left_alone(engine: Engine) -> None:
    rows = [("Jane", "7B"), ("Joe", "10A"), ("Jim", "11XY")]
    assert cells(engine, rows, ("Name", "Reg"), ENTITY) == []


def test_a_column_without_heading_is_typed_by_its_values(engine: Engine) -> None:
    rows = [(str(at), f"AB1{at}CD{'ABCDEFGHJ'[at]}", "blue") for at in range(9)]
    assert cells(engine, rows, None, ENTITY) == [row[1] for row in rows]


def test_tags_of_assets_are_none(engine: Engine) -> None:
    rows = [("KL16JXG", "laptop"), ("CD07LCK", "screen")]
    assert cells(engine, rows, ("Asset tag", "What"), "UK_VEHICLE_REGISTRATION") == []
    assert len(cells(engine, rows, ("Plate", "What"), "UK_VEHICLE_REGISTRATION")) == len(rows)


def test_headings_of_insurers_and_sites_name_it(engine: Engine) -> None:
    rows = [("Ann Lee", "ab12cde"), ("Bo Day", "PG70-XCS"), ("Cy Fry", "n/a")]
    for heading in ("Reg of vehicle", "TP reg"):
        found = cells(engine, rows, ("Name", heading), "UK_VEHICLE_REGISTRATION")
        assert found == ["AB12CDE", "PG70XCS"]


def test_older_series_are_found_among_current_ones_in_a_column(engine: Engine) -> None:
    plates = ["AB51 ABC", "N154 HFK", "YK17 YFB", "FS17 HNZ", "H53 ULT", "CE24 YZF"]
    rows = [("10:15", plate, "to see") for plate in plates]
    found = cells(engine, rows, None, "UK_VEHICLE_REGISTRATION")
    assert found == [plate.replace(" ", "") for plate in plates]
    rooms = [
        ("10:15", room, "x") for room in ("N154 HFK", "H53 ULT", "B12 ABC", "C4 DEF", "D5 EFG")
    ]
    assert cells(engine, rooms, None, "UK_VEHICLE_REGISTRATION") == []


def test_a_registration_is_found_after_whose_car_it_is(engine: Engine) -> None:
    assert values(engine, "Jo Day has a car, UBU 464L", "UK_VEHICLE_REGISTRATION") == ["UBU464L"]


def test_a_plate_in_a_log_is_one(engine: Engine) -> None:
    assert values(engine, "cam2 plate=AB12CDE dir=in", "UK_VEHICLE_REGISTRATION") == ["AB12CDE"]
