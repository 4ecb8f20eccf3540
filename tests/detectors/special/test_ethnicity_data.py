import pytest

from detectors.engine import Engine
from detectors.special.ethnicity_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "ETHNICITY_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("White British", "white british"),
        ("Asian/Asian British: Pakistani", "asian asian british pakistani"),
        ("WBRI", "wbri"),
        ("of Somali origin", "somali"),
        ("not stated", None),
        ("A1 printer", None),
        ("A1 - White British", "a1"),
        ("White British (WBRI)", "white british"),
        ("IC3 male", "ic3"),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr Cole is White British.", "white british"),
        ("Her father is of Somali origin.", "somali"),
        ("Name: Jo Lane\nEthnicity: Black Caribbean", "black caribbean"),
        ('{"ethnicity": "Chinese"}', "chinese"),
        ("<ethnicGroup>Roma</ethnicGroup>", "roma"),
        ("He is mixed race.", "mixed race"),
        ("Ethnicity of the father was recorded as Black African.", "black african"),
        ("Jo Reid describes herself as Kurdish.", "kurdish"),
        ("Mr Cole chased an IC3 male.", "ic3"),
        ("Enw: Elin Parri\nEthnigrwydd: Gwyn Cymreig", "gwyn cymreig"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "White British and White Irish people replied.",
        "Ethnicity: White / Black / Asian / Other",
        "Ethnicity:\n\nReligion:",
        "Mr Cole painted the door white.",
        "People of Somali origin are welcome.",
        "White British: 81 %",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "WBRI"), ("Al Cole", "Indian"), ("Di Bell", "Not stated")]
    assert cells(engine, rows, ("Name", "Ethnicity"), ENTITY) == ["wbri", "indian"]


@pytest.mark.parametrize("heading", ["Eth", "ETHNIC_ORIGIN", "ethnicityCode", "Grŵp ethnig"])
def test_a_heading_may_be_short_or_run_together(engine: Engine, heading: str) -> None:
    rows = [("Jo Lane", "WBRI"), ("Al Cole", "A1 - Indian"), ("Di Bell", "Not stated")]
    assert len(cells(engine, rows, ("Name", heading), ENTITY)) == 2


@pytest.mark.parametrize("beside", ["2024", "Q1", "2023/24", "Applicants"])
def test_a_table_by_period_counts_people(engine: Engine, beside: str) -> None:
    rows = [("Indian", "12"), ("Chinese", "9")]
    assert cells(engine, rows, ("Ethnicity", beside), ENTITY) == []


def test_a_list_of_codes_tells_of_nobody(engine: Engine) -> None:
    rows = [("Indian", "x"), ("Chinese", "x"), ("Roma", "x"), ("Arab", "x")]
    assert cells(engine, rows, ("Ethnic group", "Note"), ENTITY) == []


def test_an_office_number_for_each_makes_a_table_of_people(engine: Engine) -> None:
    rows = [("81", "Indian"), ("82", "Chinese"), ("83", "Roma"), ("84", "Arab")]
    assert len(cells(engine, rows, ("Client ID", "Ethnic group"), ENTITY)) == 4


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("Indian", "12"), ("Chinese", "9")]
    assert cells(engine, rows, ("Ethnicity", "Count"), ENTITY) == []


def test_a_table_of_codes_tells_of_nobody(engine: Engine) -> None:
    rows = [("1", "White Irish"), ("2", "Black Caribbean"), ("3", "Not stated")]
    assert cells(engine, rows, ("code", "label"), ENTITY) == []
    inserted = "INSERT INTO ethnic (code, label) VALUES (1, 'White Irish'), (2, 'Black Caribbean');"
    assert values(engine, inserted, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Learner: Jo Haddow\nEthnicity: 31 English / Welsh / Scottish / NI / British",
        "Child: Jo Haddow\nEthnicity code: BCRB",
        "Subject\n\nJo Haddow\n\nSelf-defined ethnicity\n\nA1\n\nOfficer\n\nPC 12\n",
        '{"name": "Jo Haddow", "heritage": "Romany Gypsy"}',
        "The victim, Mrs Khan, is an Asian woman.",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "Heritage: the town has a Roman wall.",
        "Heritage\nIrish Traveller culture is shown in June.",
        "Every black woman has a story to tell.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_code_of_the_police_stands_before_a_group() -> None:
    assert canonical("A1 Indian") == "indian"


def test_groups_beside_people_need_no_heading(engine: Engine) -> None:
    groups = ["White British", "Black African", "WBRI", "Asian Indian"]
    rows = [(f"jo.lane{at}@example.com", group) for at, group in enumerate(groups)]
    assert len(cells(engine, rows, None, ENTITY)) == 4
    assert cells(engine, [(str(at), group) for at, group in enumerate(groups)], None, ENTITY) == []
