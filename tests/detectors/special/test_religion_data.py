import pytest

from detectors.engine import Engine
from detectors.special.religion_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "RELIGION_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Muslim", "muslim"),
        ("C of E", "c of e"),
        ("attends the mosque", "mosque"),
        ("Prefer not to say", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She is a practising Muslim.", "muslim"),
        ("Mr Cole is Jewish.", "jewish"),
        ("He attends church on Sundays.", "church"),
        ("Religion: Sikh", "sikh"),
        ("Tom was baptised in May.", "baptised"),
        ("My wife is a Catholic.", "catholic"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "Muslim and Christian residents met.",
        "Mr Cole lives in Church Road.",
        "St Anne's Catholic School",
        "Religion: ______",
        "Her Christian name is Jo.",
        "Meet at the Methodist Church with Mrs Lane.",
        "Anyone who is Jewish is welcome.",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "Hindu"), ("Al Cole", "No religion"), ("Di Bell", "")]
    assert cells(engine, rows, ("Name", "Religion"), ENTITY) == ["hindu", "no religion"]


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Hindu", "12", "1"), ("Sikh", "9", "1")]
    assert cells(engine, rows, ("Religion", "Number", "Share"), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr Shah is a cleaner. They are practising Muslims and attend weekly.",
        "He told me of being bullied over his faith (Hindu).",
        "I'm a Protestant in the wrong estate.",
        "Mrs Shah is a lifelong Methodist.",
    ],
)
def test_what_others_write_of_somebody_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


def test_what_is_said_of_many_is_not(engine: Engine) -> None:
    text = "Religion: sessions on Fridays matter to Muslim and Jewish users."
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Diet sheet\nJo Haddow - Sikh, no beef",
        "Community background: Protestant",
        "Mr Khan asks for time off for Eid.",
        "Mr Khan wants a burial in line with his Muslim faith.",
        "Mr Levy observes the Sabbath.",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "Jo Haddow - Christian Aid week organiser",
        "Jo Haddow, Catholic Primary School governor",
        "The hall is closed over Diwali.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jane Smith, ward 4. Quaker, asked for quiet.",
        "Jane Smith rang: our faith asks that it is done by Friday.",
        "Jane Smith asked for communion on Sunday.",
    ],
)
def test_faith_is_read_as_chaplains_tell_it(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY)


def test_what_a_room_is_booked_for_tells_of_faith(engine: Engine) -> None:
    rows = [("Jo Lane", "Isha prayer"), ("Al Cole", "Shabbat"), ("Di Wood", "first aid")]
    assert cells(engine, rows, ("Booked by", "For"), ENTITY)


def test_faiths_beside_people_need_no_heading(engine: Engine) -> None:
    faiths = ["RC, communion Fridays", "Sikh", "none", "Methodist"]
    rows = [(f"jo.lane{at}@example.com", faith) for at, faith in enumerate(faiths)]
    assert len(cells(engine, rows, None, ENTITY)) >= 3
    other = [(f"jo.lane{at}@example.com", "none") for at in range(4)]
    assert cells(engine, other, None, ENTITY) == []


@pytest.mark.parametrize(
    ("heading", "cell"), [("Q9 faith", "Christian - Methodist"), ("Rite", "Jewish section, silent")]
)
def test_answers_that_say_more_are_found(engine: Engine, heading: str, cell: str) -> None:
    rows = [("Jo Lane", cell), ("Al Cole", cell)]
    assert len(cells(engine, rows, ("Full name", heading), ENTITY)) == 2
