import pytest

from detectors.engine import Engine
from detectors.special.union_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "UNION_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GMB", "gmb"),
        ("member of UNISON", "unison"),
        ("Hospital", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Steve is a member of UNISON.", "unison"),
        ("She joined the GMB in May.", "gmb"),
        ("I am a Unite member.", "unite"),
        ("Please stop the check-off for Mr Cole.", "check off"),
        ("Name: Jo Lane\nTrade union: NASUWT", "nasuwt"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "UNISON has called a ballot.",
        "A member of UNISON may attend.",
        "The choir sang in unison.",
        "Unite members are on strike.",
        "Employees who are GMB members may vote.",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_headed_so_is_read(engine: Engine) -> None:
    rows = [("Jo Lane", "GMB", "13.00"), ("Al Cole", "", "0")]
    assert cells(engine, rows, ("Name", "Union", "Amount"), ENTITY) == ["gmb"]


def test_a_table_that_counts_people_tells_of_nobody(engine: Engine) -> None:
    rows = [("GMB", "12"), ("Unite", "9")]
    assert cells(engine, rows, ("Union", "Headcount"), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "NEU branch meeting, 3 May\nPresent: Jo Haddow, Mark Vane",
        "Mark Vane, GMB regional officer, represents her.",
        "Jo Haddow resigned from Unite in March.",
        '{"employee": "Jo Haddow", "unite_subs": "14.00"}',
        "Name: Jo Haddow\nUnion member: Yes",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "The UNISON branch meeting is on Tuesday. All staff welcome.",
        "Branch meeting dates: GMB 3 May, Unite 4 May.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_branches_of_unions_among_people_need_no_heading_of_their_own(engine: Engine) -> None:
    rows = [("Jo Haddow", "NEU Schools"), ("Mark Vane", "GMB Depot")]
    assert cells(engine, rows, ("Name", "Branch"), ENTITY) == ["neu", "gmb"]


def test_numbers_of_a_union_make_members(engine: Engine) -> None:
    rows = [("4410023", "Jo Lane"), ("4410077", "Al Cole")]
    assert len(cells(engine, rows, ("GMB no", "Member"), ENTITY)) == 2
    assert values(engine, "Union: 4410023", ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Dear Kay, I have been in UNISON for eleven years. Enoch",
        "She had Al Cole with her, rep from Unite.",
        "Learner\nJo Lane\nMember of\nUSDAW\n",
        "BASIC   1,417.53   PAYE   260.07\nOVERTIME   3.10   NI  114.92\n    UNISON       21.50\n",
    ],
)
def test_members_by_what_they_do_and_pay_are_found(engine: Engine, text: str) -> None:
    assert len(values(engine, text, ENTITY)) == 1


@pytest.mark.parametrize(
    "text",
    ["Hall hire by UNISON       21.50\n", "The council pays for a rep from Unite to attend."],
)
def test_what_a_union_hires_and_sends_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_unions_beside_people_need_no_heading(engine: Engine) -> None:
    unions = ["GMB", "Unite", "GMB", "UNISON"]
    rows = [(f"jo.lane{at}@example.com", union) for at, union in enumerate(unions)]
    assert len(cells(engine, rows, None, ENTITY)) == 4
    assert cells(engine, [*rows, ("al@example.com", "Depot")], None, ENTITY) == []
    assert cells(engine, [(str(at), union) for at, union in enumerate(unions)], None, ENTITY) == []
