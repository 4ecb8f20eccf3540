from datetime import UTC, datetime

import pytest

from detectors.births import after_role, births_in_cell
from detectors.engine import Engine
from tests.detectors.finding import cells, values

ENTITY = "DATE_OF_BIRTH"
TODAY = datetime.now(UTC).date()


@pytest.mark.parametrize(
    ("cell", "dates"),
    [
        ("Ines Quill (02/03/2015)", ["02/03/2015"]),
        ("Ines Quill 2.3.15, Omar Thrale 4.5.2017", ["2.3.15", "4.5.2017"]),
        ("Quill, Ines 2015-03-02", ["2015-03-02"]),
        (
            "Siân ap Rhys b. 2 Mawrth 2015 a Owain ap Rhys g. 3/4/2017",
            ["2 Mawrth 2015", "3/4/2017"],
        ),
        ("Ines Quill dob 02/03/2015", ["02/03/2015"]),
        ("none", []),
        ("seen 02/03/2015", []),
        ("Signed 02/03/2015", []),
        ("02/03/2015", []),
        ("Ines Quill", []),
        ("x" * 500, []),
    ],
)
def test_dates_that_names_lead_are_found_in_a_cell(cell: str, dates: list[str]) -> None:
    assert [cell[first:end] for first, end in births_in_cell(cell)] == dates


@pytest.mark.parametrize(
    "text",
    [
        "Child is Ines Quill (2/3/2015) of 1 Mill Lane",
        "Employee Ines Quill (2/3/2015)",
        "patient Mrs Ines O'Quill (02.03.2015) was seen",
        "Non-dep Ines Quill (2/3/15) moved in",
        "Plentyn: Ines Quill (02/03/2015)",
        "Children: Ines Quill, 2/3/15",
        "Children\tInes Quill, 2/3/15",
        "Child 1\nInes Quill (02-03-2015)",
        "child1: Ines Quill (02-Mar-2015)",
        "Child 1              \tInes Quill (02 Mar 2015)",
        "Prospective adopters: Ines Quill (2 Mar 2015)",
        "Relevant person: Ines Quill, 02/03/15",
        "Children present.......... Ines Quill, 2 March 2015",
        "Who will move with you: Ines Quill, 02/03/2015",
        'children: "Ines Quill 02-Mar-2015"',
        "Woman's name Ines Quill, 2015-03-02, safe number",
        "Ines Quill, 2nd Mar 2015, 01632 960123",
        "Ines Quill (child, 2 March 2015)",
    ],
)
def test_a_role_before_the_name_makes_a_date_a_birth(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == ["2015-03-02"]


@pytest.mark.parametrize(
    "text",
    [
        "Email from Ines Quill (2/3/2015)",
        "Child seen at school (2/3/2015)",
        "Children: seen 2/3/2015 at home",
        "the patient list (2/3/2015)",
        "Partner: Elm Repairs Ltd, paid 2/3/2015",
        "Child Ines Quill (see 2/3/2015)",
    ],
)
def test_other_dates_after_names_are_none(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_grown_persons_date_after_the_insurance_number_is_a_birth(engine: Engine) -> None:
    assert values(engine, "QUILL, Ines AB123456C 26.5.74", ENTITY) == ["1974-05-26"]
    assert values(engine, "QUILL, Ines AB123456C 26.5.24 letter", ENTITY) == []
    assert values(engine, "QUILL, Ines AB123456C 12345", ENTITY) == []


@pytest.mark.parametrize("heading", ["Children", "Beneficiary", "Child name and DOB", "Plant"])
def test_a_column_of_relatives_holds_their_births(engine: Engine, heading: str) -> None:
    rows = [("Jo Day", "Ines Quill (02/03/2015)"), ("Bo Lee", "Omar Thrale 4.5.2017")]
    assert cells(engine, rows, ("Name", heading), ENTITY) == ["2015-03-02", "2017-05-04"]


@pytest.mark.parametrize("heading", ["Signed by", "Children seen on", "Manager", "Visited"])
def test_a_column_of_others_does_not(engine: Engine, heading: str) -> None:
    rows = [("Jo Day", "Ines Quill (02/03/2015)"), ("Bo Lee", "Omar Thrale 4.5.2017")]
    assert cells(engine, rows, ("Name", heading), ENTITY) == []


def test_what_is_no_date_in_brackets_is_left() -> None:
    data = b"child Ines Quill (2 of 3 rooms)"
    assert after_role(data, 15, len(data)) is None


@pytest.mark.parametrize(
    "text",
    [
        f"Ines Quill, 2nd Mar {TODAY.year - 1}, 01632 960123",  # may be when she signed
        "Report, 2 March 2015, 01632 960123",
        "Ines Quill (chair, 2 March 2015)",
        "Street name Mill Lane, 2 March 2015",
    ],
)
def test_a_date_after_a_name_may_be_another(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []
