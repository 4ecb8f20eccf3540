import pytest

from detectors.engine import Engine
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    "text",
    [
        "Date of birth: 03/04/1950",
        "Date of birth (dd/mm/yyyy): 03 04 1950",
        "Date of birth (DD-MM-YY) 03-04-50",
        "D/O/B 03/04/1950",
        "He was born on the 3rd of April 1950.",
        "DOB 03/04/1950",
        "03/04/1950 (DOB)",
        "BDAY:1950-04-03",
        "BDAY;VALUE=date:19500403",
        "<PersonBirthDate>1950-04-03</PersonBirthDate>",
        "D.O.B. 3.4.1950",
        "d.o.b: 03/04/50",
        "born on 3 April 1950",
        "was born 3rd April 1950 in Leeds",
        "Date of birth\n03/04/1950",
        "Date of birth:\n\n3 April 1950",
        '{"dateOfBirth": "1950-04-03"}',
        "<BirthDate>1950-04-03</BirthDate>",
        "date_of_birth=1950-04-03",
        "Dyddiad geni: 3 Ebrill 1950",
        "her date of birth is 03/04/1950",
        "(DOB 03/04/1950)",
        "BRTH_DT 03/04/1950",
        "D of B: 03/04/1950",
        "DOB (child): 03/04/1950",
        "date of birth of the applicant: 03/04/1950",
        "dob confirmed as 03/04/1950",
        "03/04/1950 is her date of birth",
        "born on Monday 3 April 1950",
        "Born in Leeds on 3 April 1950",
        "born at the infirmary on 03/04/1950",
        "Jane Hill, b. 3 April 1950",
        "(b 03/04/1950)",
        "born 3 April\n1950",
        "born on 3\nApril 1950",
        "DOB 03/04/\n1950",
    ],
)
def test_a_label_makes_a_date_a_date_of_birth(engine: Engine, text: str) -> None:
    assert values(engine, text, "DATE_OF_BIRTH") == ["1950-04-03"]


@pytest.mark.parametrize(
    "text",
    [
        "03/04/1950",
        "Date: 03/04/1950",
        "Run date 03/04/1950",
        "Issued 3 April 1950",
        "review date: 03/04/2020",
        "Statement 03/04/1950",
        "Name,DOB,NHS number,Postcode\nRun 03/04/1950",
        "newborn screening 2020",
        "DOB: unknown. Seen 03/04/2020",
        "DOB of child: unknown, seen 03/04/2020",
        "DOB recorded 03/04/2020",
        "born in Leeds. On 03/04/2020 she moved",
        "paragraph (b) 03/04/2020",
        "DOB 3 April\n24 High Street",
        "sort code 03-04-50",
    ],
)
def test_other_dates_are_none(engine: Engine, text: str) -> None:
    assert values(engine, text, "DATE_OF_BIRTH") == []


def test_a_heading_types_a_column(engine: Engine) -> None:
    rows = [("a", "03/04/1950", "01/02/2024"), ("b", "1/2/61", "01/02/2024")]
    found = cells(engine, rows, ("Name", "D.O.B.", "Start date"), "DATE_OF_BIRTH")
    assert found == ["1950-04-03", "1961-02-01"]


@pytest.mark.parametrize("heading", ["BRTH_DT", "DateBirth", "DT_OF_BIRTH", "B'date", "DOB1"])
def test_headings_of_old_systems_type_a_column(engine: Engine, heading: str) -> None:
    rows = [("Hill, Jane", "03/04/1950"), ("Reed, Tom", "01/02/1961")]
    found = cells(engine, rows, ("SU_NM", heading), "DATE_OF_BIRTH")
    assert found == ["1950-04-03", "1961-02-01"]


def test_dates_that_spread_over_lives_are_births_without_a_heading(engine: Engine) -> None:
    rows = [(str(year), f"03/04/{year}") for year in range(1931, 2001, 7)]
    assert len(cells(engine, rows, None, "DATE_OF_BIRTH")) == len(rows)
    recent = [(str(day), f"{day:02}/04/2024") for day in range(1, 20)]
    assert cells(engine, recent, None, "DATE_OF_BIRTH") == []
    short = [(str(year), f"03/04/{year}") for year in range(18, 31)]  # to come, or long ago
    assert cells(engine, short, None, "DATE_OF_BIRTH") == []


@pytest.mark.parametrize(
    "rows",
    [
        [("Jane Hill", "03/04/1950", "LS1 4AB"), ("Omar Reed", "1 Feb 1961", "LS2 5AA")],
        [("QQ123456C", "03/04/1950"), ("QQ123457C", "1/2/1961")],
        [("jane@example.com", "1950-04-03"), ("omar@example.com", "1961-02-01")],
    ],
)
def test_a_few_old_dates_beside_people_are_births_in_a_table_without_heading(
    engine: Engine, rows: list[tuple[str, ...]]
) -> None:
    assert cells(engine, rows, None, "DATE_OF_BIRTH") == ["1950-04-03", "1961-02-01"]
    assert cells(engine, rows, ("A", "B", "C"), "DATE_OF_BIRTH") == []
    alone = [(row[1], "seen") for row in rows]
    assert cells(engine, alone, None, "DATE_OF_BIRTH") == []


@pytest.mark.parametrize("other", ["03/04/2024", "seen", "03/04/50", "3 of 1950"])
def test_one_other_cell_makes_a_few_dates_none_of_birth(engine: Engine, other: str) -> None:
    rows = [("jane@example.com", "03/04/1950"), ("omar@example.com", other)]
    assert cells(engine, rows, None, "DATE_OF_BIRTH") == []


def test_both_dates_after_a_plural_label_are_found(engine: Engine) -> None:
    text = "DOBs: 20 January 1995 and 03/02/1961"
    assert values(engine, text, "DATE_OF_BIRTH") == ["1995-01-20", "1961-02-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Person 2 (name, date of birth): Ada Hill, 3/4/1980",
        "Name and DOB: Ada Hill 03.04.1980",
        "Child/d.o.b. ....... Ada Hill - 3 April 1980",
        "Partner (name and date of birth)\n    Ada Hill, 3rd April 1980",
        "Name / DOB | Ada Hill | 1980-04-03",
    ],
)
def test_a_date_after_a_name_below_a_label_for_both_is_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "DATE_OF_BIRTH") == ["1980-04-03"]


def test_all_dates_after_names_on_the_line_are_found(engine: Engine) -> None:
    text = "Children and dates of birth: Ada Hill 3/4/2010, Ben Hill 5/6/2012. Seen on 7/8/2025."
    assert values(engine, text, "DATE_OF_BIRTH") == ["2010-04-03", "2012-06-05"]
    assert values(engine, "Name and address: A Hill, 3/4/1980", "DATE_OF_BIRTH") == []


@pytest.mark.parametrize("label", ["Dale of birth ..... ", "Date 0f birth: ", "DATE OF BlRTH "])
def test_a_label_that_a_scanner_misread_counts(engine: Engine, label: str) -> None:
    assert values(engine, f"{label}3/4/1980", "DATE_OF_BIRTH") == ["1980-04-03"]


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("And your date of birth, for security?\n(2m 4s) Jo Day: 8/11/1945 ok", "1945-11-08"),
        ("Brother: Amy Day, 08.09.1948.\n", "1948-09-08"),
        ("Victim:\nKim DAY (04 Aug 1985).", "1985-08-04"),
        ("Sibling(s)\tKim Day, 02 Jul 2015, Elm School", "2015-07-02"),
        ("Subject   Bo Day     07/03/2016   (9 yrs)", "2016-03-07"),
        ("taxi for Kim Day (15 August 2019, u926843524223).", "2019-08-15"),
        ("Parthed: Kim Day, D.G. 3 Ebrill 1942, Rhif", "1942-04-03"),
    ],
)
def test_births_are_told_by_what_stands_around_them(engine: Engine, text: str, born: str) -> None:
    assert values(engine, text, "DATE_OF_BIRTH") == [born]


def test_closed_up_a_year_may_come_first(engine: Engine) -> None:
    rows = [("Ann", "19481106"), ("Bo", "06111948"), ("Cy", "1949 55")]
    found = cells(engine, rows, ("Name", "DOB"), "DATE_OF_BIRTH")
    assert found == ["1948-11-06", "1948-11-06"]


@pytest.mark.parametrize(
    "text",
    [
        "baby Bo Quill b. 3/2/2016 on ward 3",
        "dob for form 3/2/2016",
        "1. Date and place of birth: 3 February 2016, Leeds",
        "birthTime: 20160203",
        "dtbrth: 03-FEB-2016",
        "Children: Bo Quill 03 / 02 / 2016",
        "Children: Bo Quill , 03/02/2016",
        "D.G.: 3/2/2016",
    ],
)
def test_births_are_found_in_other_words(engine: Engine, text: str) -> None:
    assert values(engine, text, "DATE_OF_BIRTH") == ["2016-02-03"]


@pytest.mark.parametrize("heading", ["DG", "birth_time", "dtbrth", "Dyddiad Geni"])
def test_births_are_found_under_other_headings(engine: Engine, heading: str) -> None:
    rows = [("Bo Quill", "03/02/2016")]
    assert cells(engine, rows, ("Enw", heading), "DATE_OF_BIRTH") == ["2016-02-03"]


@pytest.mark.parametrize(
    "text",
    [
        "Date of birth of nominee\n3rd Mar 1980",
        "Date of birth of the witness.......... 3 March 1980",
        "Dyddiad geni'r plentyn: 03/03/1980",
        "Dyddiad Genir Plentyn: 03-Mar-1980",
        "DOB / EDD: 03-Mar-1980",
        'caredForDob="03/03/1980" contact1="Jo Day"',
        "Party1Dob: 03-Mar-1980",
        "DRIVING LICENCE\n1. QUILL\n2. MS INES\n3. 03.03.1980 LEEDS\n4a. 19/11/2025",
        "rugadh 3 March 1980",
    ],
)
def test_births_are_found_after_labels_that_say_whose(engine: Engine, text: str) -> None:
    assert values(engine, text, "DATE_OF_BIRTH")[:1] == ["1980-03-03"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Scope\n2. Terms\n3. 03.03.1980 or later",
        "GrandOb: 03/03/1980",
        "the date of birth of our movement was much debated, 3 March 1980",
    ],
)
def test_other_dates_after_such_words_are_none(engine: Engine, text: str) -> None:
    assert values(engine, text, "DATE_OF_BIRTH") == []


def test_a_birth_is_found_with_its_place_in_a_cell(engine: Engine) -> None:
    rows = [("21-AUG-23 At home, Leeds", "Ines Quill"), ("3 March 1980, Wigan", "Jo Day")]
    header = ("Date and place of birth", "Name")
    assert cells(engine, rows, header, "DATE_OF_BIRTH") == ["2023-08-21", "1980-03-03"]


def test_old_dates_beside_people_are_births_however_long_the_table(engine: Engine) -> None:
    rows = [(f"jo{day}@example.com", f"{day:02}/04/2007") for day in range(1, 16)]
    assert len(cells(engine, rows, None, "DATE_OF_BIRTH")) == len(rows)
    one_late = [*rows, ("jo@example.com", "03/04/2024")]
    assert cells(engine, one_late, None, "DATE_OF_BIRTH") == []
