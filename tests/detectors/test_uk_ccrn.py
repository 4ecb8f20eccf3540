from random import Random

import pytest

from detectors.engine import Engine
from detectors.uk_ccrn import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_CCRN"


def test_one_letter_in_23_passes_and_none_that_is_not_used() -> None:
    rng = Random(5)
    for _ in range(500):
        head = f"{rng.randrange(100):02}/{rng.randrange(10**4):04}/{rng.randrange(10**6):06}"
        passing = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if canonical(head + letter)]
        assert len(passing) == 1
        assert passing[0] not in "IOS"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The Hub: 1 is A, 2 is B, and so on up to 0 for Z.
        ("00/0000/000001A", "000000000001A"),
        ("00/0000/000023Z", "000000000023Z"),
        ("05/9876/123456L", "059876123456L"),
        ("05 / 9876 / 123456 l", "059876123456L"),
        ("05/9876/123456R", None),
        ("059876123456L", None),
    ],
)
def test_canonical_follows_the_rule(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "CCRN: 05/9876/123456L",
        "the case 05/9876/123456L was heard in May",
        "court case reference 05/9876/123456l",
        "Court case reference number\n05/9876/123456L",
        '{"courtCaseReference": "05/9876/123456L"}',
        "<CCRN>05/9876/123456L</CCRN>",
        "ccrn,05/9876/123456L",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["059876123456L"]


@pytest.mark.parametrize(
    "text",
    [
        "CCRN 05/9876/123456M",
        "planning ref 05/9876/123456L",
        "drawing 05/9876/123456L",
        "a/05/9876/123456L/b",
        "05/9876/FUL",
        "court on 12/05/2026",
        "PNC 2003/0062845E",
        "CRO 265416/21G",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize("header", [None, ("Name", "Court case ref")])
def test_a_column_is_found_with_and_without_heading(
    engine: Engine, header: tuple[str, str] | None
) -> None:
    letters = "LMNP"
    rows = [("x", f"05/9876/12345{6 + at}{letter}") for at, letter in enumerate(letters)]
    assert cells(engine, rows, header, ENTITY) == [row[1].replace("/", "") for row in rows]
    assert cells(engine, rows, ("Name", "Planning ref"), ENTITY) == []
