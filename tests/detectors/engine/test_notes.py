import pytest

from detectors.engine import Engine
from detectors.engine.notes import columns_of_notes
from tests.detectors.finding import cells


def test_headings_of_notes_are_known_by_a_word_or_whole() -> None:
    header = ("Notes", "officer comment", "Latest update", "Swaps / notes", "Sylwadau")
    assert columns_of_notes(header).all()


@pytest.mark.parametrize("heading", ["Name", "Fit note", "Delivery note no", "Update due", "Ref"])
def test_other_headings_are_not_of_notes(heading: str) -> None:
    assert not columns_of_notes((heading,)).any()


def test_a_note_is_said_of_whom_the_row_is_about_though_no_name_is_known(engine: Engine) -> None:
    rows = [
        ("Ysolde Vrtnik", "rang 3/5, epilepsy, key safe at the back"),
        ("Ghazwan Tlou", "gone away"),
        ("Pip Oyelaran", "no asthma, wants a call"),
    ]
    assert cells(engine, rows, ("Client name", "Notes"), "HEALTH_DATA") == ["epilepsy"]


def test_notes_of_a_table_without_people_say_nothing_of_anybody(engine: Engine) -> None:
    rows = [("Rota 1", "epilepsy"), ("Rota 2", "asthma"), ("Rota 3", "flu"), ("Rota 4", "COPD")]
    assert cells(engine, rows, ("Display", "Notes"), "HEALTH_DATA") == []


def test_a_note_is_explained(engine: Engine) -> None:
    row = "Ysolde Vrtnik\tepilepsy, has a key"
    found = engine.session().table(row, 1, ("Client name", "Comments"))
    (one,) = (each for each in found if each.entity == "HEALTH_DATA")
    assert one.explanation.endswith("in a note on somebody in a list of people")
