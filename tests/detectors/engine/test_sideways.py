import pytest

from detectors.base import Detection
from detectors.engine import Engine
from detectors.engine.sideways import with_heading
from detectors.registry import detectors
from tests.detectors.finding import cells

PEOPLE = (
    ("Name", "Jane Hill", "Siân Reed", "Omar Poole"),
    ("Date of birth", "03/04/1950", "1/2/1961", ""),
    ("NI number", "QQ123456C", "QQ123457C", "QQ123458C"),
    ("Passport no", "123456789", "", "345678912"),
    ("Remarks", "none", "seen", "none"),
)


def text_of(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def values(found: list[Detection], entity: str) -> list[str]:
    return [one.canonical for one in found if one.entity == entity]


def test_each_further_column_is_a_person(engine: Engine) -> None:
    found = engine.session().table(text_of(PEOPLE), 1, None)
    assert values(found, "PERSON") == ["jane hill", "sian reed", "omar poole"]
    assert values(found, "DATE_OF_BIRTH") == ["1950-04-03", "1961-02-01"]
    assert values(found, "UK_NINO") == ["QQ123456", "QQ123457", "QQ123458"]
    assert values(found, "UK_PASSPORT") == ["123456789", "345678912"]


def test_what_is_found_stands_in_its_own_cell(engine: Engine) -> None:
    text = text_of(PEOPLE)
    found = engine.session().table(text, 1, None)
    assert [one.start for one in found] == sorted(one.start for one in found)
    written = [text[one.start : one.end] for one in found if one.entity == "UK_PASSPORT"]
    assert written == ["123456789", "345678912"]
    (third,) = [one for one in found if one.canonical == "345678912"]
    assert "column headed so" in third.explanation


def test_names_in_two_rows_are_one_name_within_a_cell(engine: Engine) -> None:
    rows = (("First name", "Jane", "Omar"), ("Surname", "Hill", "Poole"), ("Passport no", "x", "y"))
    text = text_of(rows)
    people = [one for one in engine.session().table(text, 1, None) if one.entity == "PERSON"]
    assert {one.canonical for one in people} == {"jane hill", "omar poole"}
    assert all("\t" not in text[one.start : one.end] for one in people)


def test_rows_of_unequal_length_are_turned_too(engine: Engine) -> None:
    rows = (("DOB", "03/04/1950"), ("Passport", "123456789", "234567891"), ("Notes",))
    found = engine.session().table(text_of(rows), 1, None)
    assert values(found, "UK_PASSPORT") == ["123456789", "234567891"]


@pytest.mark.parametrize(
    ("first", "header"),
    [
        (("Lot", "Passport no"), None),
        (("Ward", "Passport no", "Drum", "Lot", "Plot", "Box", "Bin"), None),
        (("NI number", "Passport no"), ("Postcode", "Telephone", "E-mail")),
    ],
)
def test_a_table_with_other_words_in_its_first_column_is_not_turned(
    engine: Engine, first: tuple[str, ...], header: tuple[str, ...] | None
) -> None:
    rows = tuple((word, "234567891", "345678912") for word in first)
    found = engine.session().table(text_of(rows), 1, header)
    assert "345678912" not in values(found, "UK_PASSPORT")


def test_a_long_table_is_not_turned(engine: Engine) -> None:
    rows = PEOPLE + tuple((f"row {number}", "x", "y", "z") for number in range(60))
    found = engine.session().table(text_of(rows), 1, None)
    assert "345678912" not in values(found, "UK_PASSPORT")


def test_the_line_of_names_may_have_been_taken_for_the_heading(engine: Engine) -> None:
    header = ("Defendant", "Jo Haddow", "Mark Vane")
    text = "DOB\t3/5/1990\t4/6/1991\nOffence\tAffray\tTheft from shop"
    found = engine.session().table(text, 1, header)
    assert [one.canonical for one in found if one.entity == "CRIMINAL_OFFENCE_DATA"] == [
        "affray", "theft from shop",
    ]  # fmt: skip


def test_a_first_row_that_is_plainly_a_heading_is_one(engine: Engine) -> None:
    text = "Child forename\tChild surname\tDOB\tEthnicity\nJo\tHaddow\t3/5/2021\tWBRI"
    found = {one.entity: text[one.start : one.end] for one in engine.session().table(text, 1, None)}
    assert found["ETHNICITY_DATA"] == "WBRI"
    assert found["DATE_OF_BIRTH"] == "3/5/2021"
    assert found["PERSON"] == "Jo\tHaddow"


def test_a_first_row_of_values_is_no_heading(engine: Engine) -> None:
    text = "Jo\tHaddow\t3/5/2021\tWBRI\nMark\tVane\t4/6/2021\tAIND"
    assert with_heading(tuple(detectors()), text) == (text, None)


def test_one_row_of_several_values_after_their_heading_turns_a_table(engine: Engine) -> None:
    rows = "DOB\t22-MAR-58\t09-MAR-99\t02-JAN-87\nScale\t9\t6\t9\nSummary\tcalm\tupset\tcalm"
    found = engine.session().table(rows, 1, ("Adult", "Ann Lee", "Bo Day", "Cy Fox"))
    births = [one.canonical for one in found if one.entity == "DATE_OF_BIRTH"]
    assert births == ["1958-03-22", "1999-03-09", "1987-01-02"]
    bilingual = (
        "Dyddiad geni / Date of birth\t14/4/55\t19/12/93\nCod post / Postcode\tLS1 4AB\tLS1 4AD"
    )
    found = engine.session().table(bilingual, 1, None)
    assert [one.entity for one in found].count("DATE_OF_BIRTH") == 2


def test_a_list_of_the_fields_of_a_file_is_no_table_on_its_side(engine: Engine) -> None:
    rows = [(field, "Char", "12") for field in ("Surname", "NINumber", "DOB", "Surname", "Surname")]
    assert engine.session().table(text_of(tuple(rows)), 1, ("Field", "Type", "Length")) == []


def test_a_glossary_is_no_table_on_its_side(engine: Engine) -> None:
    rows = [
        ("AMHP", "approved mental health professional", "adults"),
        ("CIN", "child in need", "children"),
        ("LAC", "looked after child", "children"),
    ]
    assert cells(engine, rows, ("Short", "Long", "Sheet"), "CHILD_SAFEGUARDING") == []
