import pytest

from detectors.engine import Engine
from detectors.engine.cells import cells_of
from detectors.engine.shadow import shadow

PEOPLE = "\n".join(
    f"{at}\tMargaret\tAdeyemi\t0{at}/04/1950\tAB12345{at}C\tLS{at} 4AB\trang 01632 960{at}23"
    for at in range(1, 9)
)
HEADER = ("No", "First name", "Surname", "DOB", "NI number", "Postcode", "Notes")


def test_columns_hold_what_single_detections_hold(engine: Engine) -> None:
    columns = engine.session().table_columns(PEOPLE, 1, HEADER)
    rows = [
        (each.entity, start, end, value, *each.sayings[said])
        for each in columns
        for start, end, value, said in zip(
            each.starts.tolist(), each.ends.tolist(), each.values, each.said, strict=True
        )
    ]
    assert sorted(rows) == sorted(map(tuple, engine.session().table(PEOPLE, 1, HEADER)))


def test_each_surname_column_is_joined_with_the_given_name_nearest_to_it(engine: Engine) -> None:
    header = ("First name", "Surname", "Carer first name", "Carer surname")
    found = engine.session().table("Jane\tHolroyd\tOwen\tClegg", 1, header)
    assert [one.canonical for one in found] == ["jane holroyd", "owen clegg"]


def test_cells_lie_between_tabs_and_newlines() -> None:
    cells = cells_of(shadow("a\tb\n\té\n"))
    assert cells.columns.tolist() == [0, 1, 0, 1, 0]
    assert (cells.ends - cells.starts).tolist() == [1, 1, 0, 2, 0]


def test_a_table_of_people_is_found_whole(engine: Engine) -> None:
    found = engine.session().table(PEOPLE, 1, HEADER)
    counts = {one.entity: 0 for one in found}
    for one in found:
        counts[one.entity] += 1
    assert counts == dict.fromkeys(
        ("PERSON", "DATE_OF_BIRTH", "UK_NINO", "UK_POSTCODE", "PHONE_NUMBER"), 8
    )
    assert [one.start for one in found] == sorted(one.start for one in found)
    typed = next(one for one in found if one.entity == "UK_NINO")
    assert "column headed so; column holds such values" in typed.explanation


def test_free_text_in_a_cell_follows_the_rules_of_running_text(engine: Engine) -> None:
    rows = "1\tNHS number 999 000 0018 given\n2\torder 999 000 0026 sent"
    found = engine.session().table(rows, 1, ("No", "Notes"))
    assert [one.canonical for one in found] == ["9990000018"]


def test_a_label_in_the_cell_to_the_left_counts(engine: Engine) -> None:
    found = engine.session().table("NHS No\t9990000018\nDOB\t03/04/1950", 1, None)
    assert [one.entity for one in found] == ["UK_NHS", "DATE_OF_BIRTH"]


def test_blocks_of_one_table_add_up_to_the_whole(engine: Engine) -> None:
    rows = PEOPLE.split("\n")
    session = engine.session()
    parts = [session.table("\n".join(rows[at : at + 4]), 1, HEADER) for at in (0, 4)]
    whole = engine.session().table(PEOPLE, 1, HEADER)
    assert [one.canonical for part in parts for one in part] == [one.canonical for one in whole]


@pytest.mark.parametrize("text", ["", "\t", "\n\n", "\t\t\n\t", "\t" * 5_000, "x"])
def test_empty_tables_hold_nothing(engine: Engine, text: str) -> None:
    assert engine.session().table(text, 1, None) == []


def test_rows_shorter_or_longer_than_the_heading_do_no_harm(engine: Engine) -> None:
    rows = "AB123456C\nAB123457C\tx\ty\tz"
    assert len(engine.session().table(rows, 1, ("NI no",))) == 2


@pytest.mark.parametrize(
    ("cell", "found"),
    [("Ann Lee, 01632 960 123", ["+441632960123"]), ("Fax 01632 960 123", [])],
)
def test_a_heading_for_something_else_speaks_of_the_whole_cell_only(
    engine: Engine, cell: str, found: list[str]
) -> None:
    rows = engine.session().table(f"{cell}\tx\n{cell}\ty", 1, ("Order no", "Note"))
    assert [one.canonical for one in rows if one.entity == "PHONE_NUMBER"] == 2 * found


def test_numbers_that_end_cells_and_mostly_fail_their_check_are_none(engine: Engine) -> None:
    serials = ["4010232137", "4010232138", "4010232139", "4010232140", "4010232141", "4010232142"]
    text = "\n".join(f"12 Mill Lane, Leeds LS1 4AB\tIdeal Logic {one}" for one in serials)
    found = engine.session().table(text, 1, ("Property", "Boiler"))
    assert not [one for one in found if one.entity == "UK_NHS"]
