import pytest

from detectors.engine import Engine
from detectors.names.of_renown import is_of_history, tells_of_books
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    "text",
    [
        "The plaque says that Josephine Butler spoke from this window.",
        "Book the Octavia Hill for your training day.",
        "The bust of Walter Cole was given to the library.",
        "Turn right where Martin Hughes opened his mill in 1824.",
        "Spring novels\nMrs Danvers keeps the keys. Mark Palmer comes home.\nISBN 0 00 000000 2",
        "ISBN: 0000000000\nTitle: Low Tide\nAuthor: PALMER, Diane\nCopies: 3",
    ],
)
def test_people_of_history_and_of_books_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "PERSON") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Martin Hughes rang at 1824 about his rent.", "martin hughes"),
        ("Novels overdue: Mrs Palmer was rung and returns them on Friday.", "palmer"),
        ("Name: Josephine Butler\nDOB: 3/4/1961", "josephine butler"),
        ("Author: Diane Palmer\nDate: 3 May 2026", "diane palmer"),
        ("Tenant name: Diane Palmer", "diane palmer"),
    ],
)
def test_people_who_live_are(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, "PERSON")


def test_who_wrote_the_books_of_a_catalogue_is_nobody_it_is_about(engine: Engine) -> None:
    header = ("ISBN", "Title", "Author")
    rows = [("0000000001", "Low Tide", "Diane Palmer"), ("0000000002", "High", "Mark Okafor")]
    assert cells(engine, rows, header, "PERSON") == []
    assert cells(engine, rows, ("Ref", "Document", "Author"), "PERSON") != []


def test_a_long_text_is_about_more_than_books() -> None:
    assert tells_of_books(b"A novel. " * 100)
    assert not tells_of_books(b"A novel. " * 1_000)


def test_a_time_of_the_day_is_no_year() -> None:
    name = b"Jo Day"
    assert is_of_history(b"Jo Day built it in 1745.", 0, len(name))
    assert not is_of_history(b"Jo Day came in 1745 hrs.", 0, len(name))
