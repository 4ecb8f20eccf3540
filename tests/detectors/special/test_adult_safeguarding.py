import pytest

from detectors.engine import Engine
from detectors.special.adult_safeguarding import canonical
from tests.detectors.finding import cells, values

ENTITY = "ADULT_SAFEGUARDING"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Financial abuse (alleged)", "financial abuse"),
        ("Tenant", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joanne was referred to MARAC.", "marac"),
        ("A section 42 enquiry was opened for Mr Finch.", "section 42"),
        ("She has no recourse to public funds.", "no recourse to public funds"),
        ("Name: Jo Lane\nType of abuse: Financial abuse", "financial abuse"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "MARAC saw 312 cases.",
        "Domestic abuse training for managers.",
        "An adult at risk must be asked.",
        "People who have no recourse to public funds can call us.",
        "What does section 42 require?",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "Neglect"), ("Al Cole", "")]
    assert cells(engine, rows, ("Name", "Type of abuse"), ENTITY) == ["neglect"]


@pytest.mark.parametrize(
    "text",
    [
        "MARAC 3 May 2026\nVictim Jo Haddow dob 3/5/1990",
        "Her husband controls her money when he is at home.",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "For domestic abuse ring the free helpline.",
        "MARAC meets every second Thursday in the Nelson Room.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "To the safeguarding adults team\nOur customer Mrs Ann Lee, born 02/03/1940, came in.",
        "Her nephew Sam Lee has had the bank card since March and Ann has no food.",
        "Adult: Ann Lee, DOB 02/03/1940\nSam, her lodger, said he will not let her ring us.",
        "Ann Lee in room 4 at the care home has bruises under both arms.",
        "Adult concern 1042\nName: Ann Lee",
    ],
)
def test_harm_is_read_as_banks_and_homes_tell_it(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "Staff should say if a relative has taken the bank card.",
        "The shop will not let us return the card.",
        "Write to the safeguarding adults team about training.",
    ],
)
def test_harm_to_nobody_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []
