from datetime import UTC, datetime

import pytest

from detectors.check_digits import letter_of_23
from detectors.engine import Engine
from detectors.uk_pnc import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_PNC"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Published by the Ministry of Justice in the tests of hmpps-person-record.
        ("81/34U", "19810000034U"),
        ("02/73319Z", "20020073319Z"),
        ("00/223R", "20000000223R"),
        ("79/163001B", "19790163001B"),
        ("0273319Z", "20020073319Z"),
        ("033Y", "20030000003Y"),
        ("20020073319Z", "20020073319Z"),
        ("2008/0056560z", "20080056560Z"),
        ("20030011985X", "20030011985X"),
        ("2011/0275516Q", "20110275516Q"),
        ("2001/0171310S", None),
        ("20120052494O", None),
        ("20230583843N", None),
        ("1923[1234567A", None),
        ("1923/1234567AA", None),
        ("2003/0000000D", None),
    ],
)
def test_canonical_agrees_with_published_examples(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


def test_a_year_to_come_is_refused() -> None:
    coming = datetime.now(UTC).year + 1
    letter = letter_of_23(int(f"{coming % 100}0062845"))
    assert canonical(f"{coming}/0062845{letter}") is None


@pytest.mark.parametrize(
    "text",
    [
        "PNC: 2003/0062845E",
        "his PNC id is 03/62845E.",
        "PNC no 20030062845E",
        "PNC number\n2003/0062845E",
        "pnc 03/0062845e",
        '{"pncNumber": "2003/0062845E"}',
        "<PNCID>2003/0062845E</PNCID>",
        "pnc_id,2003/0062845E",
        "the record 2003/0062845E was sent",
        "PNC 03/62845 E",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["20030062845E"]


@pytest.mark.parametrize(
    "text",
    [
        "03/62845E",
        "PNC 2003/0062845F",
        "planning application 2003/0062845E",
        "planning 20/123456A",
        "03/62845E/FUL",
        "order 2003/0062845E",
        "CRO 265416/21G",
        "PNC checked 12/05/2026",
        "NI number: AB123456C",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


NUMBERS = ["2002/0073319Z", "1979/0163001B", "2008/0056560Z", "2003/0062845E", "1981/0154257C"]


@pytest.mark.parametrize("header", [None, ("Name", "PNC No")])
def test_a_column_is_found_with_and_without_heading(
    engine: Engine, header: tuple[str, str] | None
) -> None:
    short = [number[2:] for number in NUMBERS]
    rows = [("x", number) for number in short]
    expected = [number.replace("/", "") for number in NUMBERS]
    assert cells(engine, rows, header, ENTITY) == expected


def test_a_column_of_planning_references_is_left_alone(engine: Engine) -> None:
    rows = [("x", number[2:]) for number in NUMBERS]
    assert cells(engine, rows, ("Name", "Planning ref"), ENTITY) == []
