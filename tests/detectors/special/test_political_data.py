import pytest

from detectors.engine import Engine
from detectors.special.political_data import canonical
from tests.detectors.finding import cells, values

ENTITY = "POLITICAL_DATA"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour Party", "labour party"),
        ("voted Conservative", "conservative"),
        ("Birthday party", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He is a member of the Green Party.", "green party"),
        ("I vote Conservative.", "conservative"),
        ("Mrs Lane was a Labour supporter.", "labour"),
        ("Political party: Plaid Cymru", "plaid cymru"),
        ("Jo stood as a candidate in May.", "stood as a candidate"),
    ],
)
def test_said_of_one_person_it_is_found(engine: Engine, text: str, expected: str) -> None:
    assert expected in values(engine, text, ENTITY)


@pytest.mark.parametrize(
    "text",
    [
        "The Labour group abstained.",
        "LANE Jo, Labour Party",
        "Members of the Conservative Party may apply.",
        "Cllr Lane is in the Green Party group.",
        "Hard labour is no party.",
    ],
)
def test_said_of_nobody_it_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr Vane was expelled from the Conservative Party.",
        "Jo Haddow paid her Labour Party subscription.",
        "<voter>Jo Haddow</voter><intention>Labour</intention>",
    ],
)
def test_what_records_of_further_offices_tell_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) != []


@pytest.mark.parametrize(
    "text",
    [
        "Intention: to build 40 homes by 2028.",
    ],
)
def test_what_further_leaflets_and_lists_say_is_not(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_what_a_canvasser_was_told_stands_under_its_heading(engine: Engine) -> None:
    rows = [("Jo Haddow", "Labour"), ("Mark Vane", "won't say")]
    assert cells(engine, rows, ("Voter", "Intention"), ENTITY) == ["labour"]


def test_a_column_of_parties_tells_of_members_but_not_of_councillors(engine: Engine) -> None:
    rows = [("Jo Lane", "Labour"), ("Sam Hill", "Green"), ("Ann Reed", "Reform UK")]
    assert cells(engine, rows, ("Member", "Party"), ENTITY) == ["labour", "green", "reform uk"]
    named = [(*row, "North") for row in rows]
    assert cells(engine, named, ("Councillor", "Party", "Ward"), ENTITY) == []
    parties = [("Jo Lane", "Hill Ltd"), ("Sam Hill", "The Council"), ("Ann Reed", "Green")]
    assert cells(engine, parties, ("Contact", "Party"), ENTITY) == []


def test_codes_of_canvassers_are_parties_in_a_list_of_people(engine: Engine) -> None:
    rows = [("Jo Lane", "Lab"), ("Al Cole", "LD"), ("Di Wood", "none"), ("Ed Hill", "Con")]
    assert cells(engine, rows, ("Elector", "Voted 2019"), ENTITY) == ["lab", "ld", "con"]
    rows = [("Jo Lane", "Lab"), ("Al Cole", "Stores"), ("Di Wood", "Lab")]
    assert cells(engine, rows, ("Staff", "Base"), ENTITY) == []


@pytest.mark.parametrize(
    "text",
    [
        "She is leaving the Conservative Party, she told me.",
        "Al Cole, 13, downloaded neo-Nazi manuals. His mother is worried.",
        "She was expelled from the party for what she wrote.",
    ],
)
def test_who_leaves_or_is_drawn_in_is_found(engine: Engine, text: str) -> None:
    assert len(values(engine, text, ENTITY)) == 1


def test_donors_and_members_are_found_under_their_headings(engine: Engine) -> None:
    rows = [("Mr Al Cole", "Conservative Association"), ("Ms Jo Lane", "Labour CLP")]
    for heading in ("Party unit", "Party joined"):
        assert len(cells(engine, rows, ("Donor name", heading), ENTITY)) == 2
