import pytest

from detectors.engine import Engine
from detectors.uk_cro import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_CRO"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Published by the Ministry of Justice in the tests of hmpps-person-record.
        ("265416/21G", "26541621G"),
        ("65656/91H", "06565691H"),
        ("SF05/482703J", "SF05482703J"),
        ("sf83/50058z", "SF8350058Z"),
        ("85227/65G", None),
        ("SF05/482703K", None),
        ("000000/00Z", None),
        ("265416-21G", None),
    ],
)
def test_canonical_agrees_with_published_examples(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "CRO: 265416/21G",
        "his CRO number is 265416/21G.",
        "cro no 265416/21g",
        "CRO number\n265416/21G",
        '{"croNumber": "265416/21G"}',
        "<CRO>265416/21G</CRO>",
        "cro_number,265416/21G",
        "CRO 265416 / 21 G",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["26541621G"]


@pytest.mark.parametrize("text", ["file SF05/482703J was weeded", "CRO no: SF 05/482703J"])
def test_small_files_are_found_bare(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["SF05482703J"]


@pytest.mark.parametrize(
    "text",
    [
        "265416/21G",
        "CRO 265416/21H",
        "planning ref 265416/21G",
        "drawing SF05/482703J",
        "PNC 2003/0062845E",
        "CRO checked 12/05/26",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_record_of_the_computer_is_no_cro_number(engine: Engine) -> None:
    assert values(engine, "PNC 81/34U, CRO 265416/21G", "UK_PNC") == ["19810000034U"]
    assert values(engine, "PNC 81/34U, CRO 265416/21G", ENTITY) == ["26541621G"]


@pytest.mark.parametrize("header", [None, ("Name", "CRO No")])
def test_a_column_is_found_with_and_without_heading(
    engine: Engine, header: tuple[str, str] | None
) -> None:
    numbers = ["265416/21G", "65656/91H", "SF05/482703J", "SF83/50058Z"]
    expected = ["26541621G", "06565691H", "SF05482703J", "SF8350058Z"]
    assert cells(engine, [("x", number) for number in numbers], header, ENTITY) == expected
    assert cells(engine, [("x", one) for one in numbers], ("x", "Planning ref"), ENTITY) == []
