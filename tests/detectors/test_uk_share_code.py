import pytest

from detectors.engine import Engine
from detectors.uk_share_code import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_SHARE_CODE"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("W123AB4CD", "W123AB4CD"),
        ("r12-3ab-4cd", "R123AB4CD"),
        ("S12 3AB 4CD", "S123AB4CD"),
        ("A123AB4CD", None),
        ("W123AB4C", None),
        ("something", None),
        ("WNV UJK DQV", "WNVUJKDQV"),
        ("WNVUJKDQV", "WNVUJKDQV"),
        ("wnv ujk dqv", None),
        ("REQUESTED", None),
        ("SEE THE APP", None),
    ],
)
def test_canonical_knows_the_shape(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Share code: W123AB4CD",
        "her share code is W12 3AB 4CD.",
        "share code w12-3ab-4cd",
        "Right to work share code\nW123AB4CD",
        '{"shareCode": "W123AB4CD"}',
        "<ShareCode>W123AB4CD</ShareCode>",
        "share_code,W123AB4CD",
        "share code W12\u00a03AB\u00a04CD",
        "share code checked: W12-3AB-4CD",
        "Share code (RTW): W12 3AB 4CD",
        "Her share code, which is W12 3AB 4CD, ends in May",
        "Share code for right to work: W12 3AB 4CD",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["W123AB4CD"]


def test_a_code_of_letters_only_is_found_in_capitals_where_it_is_no_word(engine: Engine) -> None:
    for text in ("Share code: WNV UJK DQV", "share code WNVUJKDQV checked", "SHARE CODE WNVUJKDQV"):
        assert values(engine, text, ENTITY) == ["WNVUJKDQV"]
    rows = [("Jane", "WNVUJKDQV"), ("Omar", "requested"), ("Siân", "SUBMITTED")]
    assert cells(engine, rows, ("Name", "Share code"), ENTITY) == ["WNVUJKDQV"]


@pytest.mark.parametrize(
    "text",
    [
        "W123AB4CD",
        "SHARE CODE WITHDRAWN",
        "share code: see the app",
        "batch W123AB4CD",
        "share code requested",
        "share code something",
        "SHARE CODE RESPONDED",
        "share code application W123AB4CD",
        "SHARE CODE WAS NOT SET",
        "promo code S123AB4CD",
        "share code S123AB4CDE",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_codes_are_found_in_a_headed_column_only(engine: Engine) -> None:
    rows = [("Jane", f"W123AB4C{digit}") for digit in range(5)]
    assert cells(engine, rows, ("Name", "Share code"), ENTITY) == [row[1] for row in rows]
    assert cells(engine, rows, ("Name", "Product code"), ENTITY) == []
    assert cells(engine, rows, None, ENTITY) == []


def test_a_code_that_begins_like_a_postcode_is_found_under_its_heading(engine: Engine) -> None:
    rows = [("Jane Hill", "W12 3AB 4CD"), ("Omar Reed", "S98 7XY 6ZW")]
    assert cells(engine, rows, ("Name", "Share code"), ENTITY) == ["W123AB4CD", "S987XY6ZW"]
