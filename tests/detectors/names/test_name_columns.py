import pytest

from detectors.engine import Engine
from detectors.names.name_columns import column_of_names, name_parts, names_in_cell
from tests.detectors.finding import cells

GIVEN = ("Margaret", "David", "Fatima", "Owen", "Helen", "Priyanka")
LAST = ("Adeyemi", "Powell", "Akhtar", "Evans", "Clegg", "Iyer")
BOTH = sorted(f"{first} {last}".lower() for first, last in zip(GIVEN, LAST, strict=True))


@pytest.mark.parametrize("header", [None, ("CUST_SNM", "CUST_FNM", "STAT"), ("A", "B", "C")])
def test_a_surname_beside_a_given_name_is_one_name_whatever_the_heading(
    engine: Engine, header: tuple[str, ...] | None
) -> None:
    rows = [(last, first, "LIVE") for first, last in zip(GIVEN, LAST, strict=True)]
    assert sorted(cells(engine, rows, header, "PERSON")) == BOTH
    turned = [(first.upper(), last.upper(), "LIVE") for last, first, _ in rows]
    assert sorted(cells(engine, turned, header, "PERSON")) == BOTH


def test_a_middle_column_does_not_part_a_name(engine: Engine) -> None:
    rows = [(f, m, s) for f, m, s in zip(GIVEN, "JKLMNO", LAST, strict=True)]
    assert sorted(cells(engine, rows, None, "PERSON")) == BOTH


def test_one_heading_is_enough_for_two_columns_of_names(engine: Engine) -> None:
    rows = [(last, first) for first, last in zip(GIVEN, LAST, strict=True)]
    assert sorted(cells(engine, rows, ("PersFam", "Forename"), "PERSON")) == BOTH


def test_headings_among_the_rows_are_nobody(engine: Engine) -> None:
    rows = [("Intake", ""), ("Surname", "Forename"), *zip(LAST, GIVEN, strict=True)]
    assert sorted(cells(engine, rows, None, "PERSON")) == BOTH


def test_unknown_names_beside_known_ones_are_found(engine: Engine) -> None:
    rows = [*zip(LAST, GIVEN, strict=True), ("Qvorteby", "Zhaniyla")]
    assert "zhaniyla qvorteby" in cells(engine, rows, None, "PERSON")


def test_who_has_one_name_is_found_in_whichever_column_it_stands(engine: Engine) -> None:
    rows = [("Adeyemi", "Margaret"), ("", "Zhaniyla"), ("Qvorteby", "")]
    found = cells(engine, rows, ("Surname", "First name"), "PERSON")
    assert found == ["margaret adeyemi", "zhaniyla", "qvorteby"]


@pytest.mark.parametrize(
    "columns",
    [
        ("Leeds York Hull Ripon Wells Bath", "Chelsea Preston Lincoln Bolton Barnes Derby"),
        ("Victoria Albert Florence Nelson Drake Raleigh", "Berthed Sailed Docked Moored Due Gone"),
        ("Approved Refused Pending Held Open Closed", "Grant Loan Award Gift Bond Trust"),
        ("January February April May June August", "Monday Friday Sunday Tuesday Monday Friday"),
        ("Oak Ash Rowan Hazel Holly Willow", "Poor Fair Good Dead Fair Good"),
        ("Housing Parks Legal Finance Planning Roads", "Manager Officer Clerk Head Lead Deputy"),
        ("Red Amber Green Amber Red Green", "High Low Medium High Low High"),
    ],
)
def test_places_ships_trees_and_states_are_no_names(
    engine: Engine, columns: tuple[str, str]
) -> None:
    rows = list(zip(*(column.split() for column in columns), strict=True))
    assert cells(engine, rows, None, "PERSON") == []


def test_a_column_is_of_names_though_half_of_a_name_is_unknown() -> None:
    people = ["Margaret Qvorteby", "David Powell", "Fatima Zzeltin", "Owen Evans", "Obafem Clegg"]
    assert column_of_names(people)
    assert not column_of_names(
        ["Grace Park", "Marlow Hill", "Rose Wood", "St James", "Carter Lane"]
    )


def test_what_stands_often_in_a_column_counts_once() -> None:
    assert not column_of_names(["Jane Smith"] * 20 + ["Roof", "Leak, hall", "Gate", "Damp", "Tap"])
    assert name_parts(["Grace", "Grace", "Grace", "Grace", "Amber"]) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ines Quill;Omar Thrale", ["Ines Quill", "Omar Thrale"]),
        ("Quill, Ines; Thrale, Omar", ["Quill, Ines", "Thrale, Omar"]),
        ("Ines Quill, Omar Thrale and Ann Lee", ["Ines Quill", "Omar Thrale", "Ann Lee"]),
        ("Mr O Thrale / Ms A Lee", ["Mr O Thrale", "Ms A Lee"]),
        ("Ines Quill & Zhaniyla", ["Ines Quill", "Zhaniyla"]),
        ("Ines Quill; Housing Team", []),
        ("Quill, Ines", []),
        ("Smith & Sons", []),
        ("Ines Quill", []),
        ("", []),
    ],
)
def test_several_names_share_a_cell(cell: str, expected: list[str]) -> None:
    assert [cell[start:end] for start, end in names_in_cell(cell)] == expected


@pytest.mark.parametrize("heading", ["Attendees", "Required Attendees", "Parents", "Present?"])
def test_a_column_of_cells_with_several_names_is_of_names(engine: Engine, heading: str) -> None:
    rows = [(f"{one} Adeyemi; Omar {two}", "1") for one, two in zip(GIVEN, LAST, strict=True)]
    found = cells(engine, [*rows, ("Zhaniyla Qvort;Qill Mzabo", "2")], (heading, "No"), "PERSON")
    assert found.count("omar powell") == 1
    assert {"margaret adeyemi", "zhaniyla qvort", "qill mzabo"} <= set(found)


@pytest.mark.parametrize(
    "heading", ["Ward", "Street name", "Supplier", "Stop", "Home team", "Species", "Job title"]
)
def test_places_bodies_and_things_that_are_called_like_people_are_none(
    engine: Engine, heading: str
) -> None:
    named = ["Grace Farrow", "Jack Marlow", "Ellis Carter", "Lady Ann", "Ruby Lee", "Amber Blake"]
    rows = [(one, str(at)) for at, one in enumerate(named)]
    assert cells(engine, rows, (heading, "Count"), "PERSON") == []


def test_labels_in_a_first_column_are_nobody(engine: Engine) -> None:
    rows = [("Born", "26/12/1990"), ("Nat. Ins.", "QQ 12 34 56 C"), ("Manager", "Omar Thrale")]
    found = cells(engine, rows, ("Candidate", "Ines Quill"), "PERSON")
    assert found == ["omar thrale"]


def test_colours_under_a_heading_of_names_are_nobody(engine: Engine) -> None:
    colours = ["Ruby Fountain", "Heather", "Olive Grove", "Ivy"]
    rows = [(colour, str(at)) for at, colour in enumerate(colours)]
    assert cells(engine, rows, ("Name", "Litres"), "PERSON") == []
    people = [("Heather Okafor", "1"), *rows[1:]]
    assert cells(engine, people, ("Name", "Litres"), "PERSON") == [
        "heather okafor", "heather", "olive grove", "ivy",
    ]  # fmt: skip


def test_streets_under_a_heading_of_names_are_nobody(engine: Engine) -> None:
    stops = ["Mary Street", "Queen Victoria", "opp Charles Avenue", "Stanley Road"]
    rows = [(stop, str(at)) for at, stop in enumerate(stops)]
    assert cells(engine, rows, ("Name", "Easting"), "PERSON") == []
    people = [("Mary Street", "1"), ("Victoria Okafor", "2"), ("Omar Thrale", "3")]
    assert len(cells(engine, people, ("Name", "Easting"), "PERSON")) == 2


def test_providers_are_nobody_though_named_like_people(engine: Engine) -> None:
    rows = [("Omar Thrale", "Lorne Amin"), ("Ines Quill", "Lorne Amin")]
    assert cells(engine, rows, ("Name", "Provider"), "PERSON") == ["omar thrale", "ines quill"]


def test_two_of_one_family_in_a_cell_are_two(engine: Engine) -> None:
    rows = [("Azad Amin, Dilan Amin", "1"), ("Omar Thrale, Ines Thrale", "2")]
    found = cells(engine, rows, ("Parent", "No"), "PERSON")
    assert found == ["azad amin", "dilan amin", "omar thrale", "ines thrale"]


def test_fore_and_sur_are_the_parts_of_a_name(engine: Engine) -> None:
    rows = [("Omar", "Thrale", "1"), ("Ines", "Quill", "2")]
    found = cells(engine, rows, ("Fore", "Sur", "No"), "PERSON")
    assert found == ["omar thrale", "ines quill"]
