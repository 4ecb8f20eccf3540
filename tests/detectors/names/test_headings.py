import pytest

from detectors.engine import Engine
from detectors.names.headings import HEADERS, OPPOSING_HEADERS
from tests.detectors.finding import cells


def test_no_heading_says_both() -> None:
    assert not set(HEADERS) & set(OPPOSING_HEADERS)
    assert len(set(HEADERS)) == len(HEADERS)
    assert len(set(OPPOSING_HEADERS)) == len(OPPOSING_HEADERS)


@pytest.mark.parametrize("heading", ["Defendant", "Elector", "Attendee", "Borrower", "Gofalwr"])
def test_a_heading_of_people_types_names_that_nobody_knows(engine: Engine, heading: str) -> None:
    rows = [("Zhaniyla Qvort", "1"), ("Plimk Mzabo", "2")]
    assert cells(engine, rows, (heading, "No"), "PERSON") == ["zhaniyla qvort", "plimk mzabo"]


@pytest.mark.parametrize("heading", ["Keeper phone", "Next of kin tel no", "Line manager phone"])
def test_a_heading_of_somebodys_number_names_no_column_of_people(
    engine: Engine, heading: str
) -> None:
    rows = [("Qvort", f"01632 9600{at}0") for at in range(3)]
    assert len(cells(engine, rows, ("Ref", heading), "PHONE_NUMBER")) == 3
