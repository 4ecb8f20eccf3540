import pytest

from detectors.engine import Engine
from detectors.names.nobody import is_heading, somebody
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    "text",
    [
        "Environmental Health",
        "Trading Standards",
        "Licensing",
        "Planning Enforcement",
        "Licence holder",
        "Business Support",
        "vacant",
        "Humanist",
        "Payee",
        "Enw",
        "Hays Specialist Recruitment",
        "Moss Plastic Parts",
        "Jane Smith Hire",
        "Morgan Sindall",
        "Bryn Awel",
    ],
)
def test_offices_firms_headings_and_vacant_posts_are_nobody(text: str) -> None:
    assert somebody(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John Lewis", "john lewis"),  # a shop, and many people
        ("Hill, Hope", "hope hill"),
        ("Joost de Wit", "joost de wit"),
        ("Minnie Driver", "minnie driver"),
        ("Hodan Xuvorsdottir", "hodan xuvorsdottir"),
        ("Thiri", "thiri"),
        ("Mrs Rose Constable", "rose constable"),
    ],
)
def test_names_that_are_words_or_unknown_are_somebody(text: str, name: str) -> None:
    assert somebody(text) == name


def test_a_heading_is_none_of_its_names() -> None:
    assert is_heading("surname")
    assert not is_heading("hill")


def test_a_column_of_contacts_holds_people_and_no_teams(engine: Engine) -> None:
    rows = [("1", "Licensing"), ("2", "Jane Hill"), ("3", "Electoral Services"), ("4", "Payroll")]
    assert cells(engine, rows, ("Ref", "Contact"), "PERSON") == ["jane hill"]


@pytest.mark.parametrize(
    "text",
    [
        "Past the Jane Austen Tea Rooms to the chapel.",
        "Left at the Lord Raglan public house, and into Lord Street.",
        "The deputy said that Marks and Spencer had left.",
        "The Alan Turing plaque and the Mary Seacole ward are new.",
        "Dr Grace Medical Centre is closed on Monday.",
        "Order from Thomas Parsons Funeral Services or from May Gurney.",
    ],
)
def test_what_is_called_after_people_is_nobody(engine: Engine, text: str) -> None:
    assert values(engine, text, "PERSON") == []


@pytest.mark.parametrize(
    "text",
    [
        "Root CA",
        "Bay Kebabs",
        "Queen Victoria PH",
        "Gents, Albert Square",
        "Gynghorydd",
        "PIN",
        "HMP Exeter",
        "St Brannoc",
        "Ysgol Cwm Gwyn",
        "Group R",
        "Holt Bank",
        "PNC ID",
        "North",
    ],
)
def test_a_prison_a_school_a_bank_and_a_heading_are_nobody(text: str) -> None:
    assert somebody(text) is None
