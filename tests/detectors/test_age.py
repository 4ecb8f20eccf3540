import pytest

from detectors.age import canonical
from detectors.engine import Engine
from tests.detectors.finding import cells, values


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("34", "34"),
        ("aged 7", "7"),
        ("age: 34", "34"),
        ("(34)", "34"),
        ("7 yrs old", "7"),
        ("7-year-old", "7"),
        ("7 years of age", "7"),
        ("7 oed", None),
        ("7 blwydd oed", "7"),
        ("oed 7", "7"),
        ("07", "7"),
        ("120", "120"),
        ("121", None),
        ("34.5", None),
        ("", None),
        ("²", None),
    ],
)
def test_canonical(written: str, expected: str | None) -> None:
    assert canonical(written) == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Mrs Jane Smith, aged 34, rang.", "34"),
        ("Jane Smith (34) rang.", "34"),
        ("Jane Smith (6 yrs) seen", "6"),
        ("Jane Smith (13 years old) seen", "13"),
        ("Jane Smith is 7 years old.", "7"),
        ("Jane Smith, a 7-year-old pupil", "7"),
        ("Jane Smith is 7 yrs old", "7"),
        ("Name: Jane Smith\nAge: 34", "34"),
        ("Mr Rees yn 7 blwydd oed", "7"),
        ("Mrs Zoë Smith, aged 34", "34"),
    ],
)
def test_an_age_right_after_a_name_is_found(engine: Engine, text: str, years: str) -> None:
    assert values(engine, text, "AGE") == [years]
    assert len(values(engine, text, "PERSON")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "aged 34",
        "People aged 65 and over",
        "a bridge that is 7 years old",
        "see note (34)",
        "Jane Smith rang. People aged 65 may apply.",  # another sentence
        "Jane Smith\n\naged 34",  # another paragraph
        "Jane Smith rang about note (34)",  # not directly after the name
        "Jane Smith rang the office yesterday about her neighbour, aged 34",  # too far
        "aged 34, Jane Smith",  # before the name
        "Jane Smith, aged 340",
        "Jane Smith, aged 7 months",
        "Jane Smith runs a club, aged 65 and over",
        "Jane Smith runs a club, aged 18 to 25",
        "Jane Smith runs a group for those aged 18-25",
    ],
)
def test_an_age_elsewhere_is_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "AGE") == []


def test_an_age_that_stands_alone_makes_nothing_else_likelier(engine: Engine) -> None:
    alone = engine.session().text("AB 12 34 56 C")
    beside = engine.session().text("AB 12 34 56 C, for those aged 34")
    assert [one.confidence for one in alone] == [one.confidence for one in beside]


ROWS = [("Jane Smith", "34", "x"), ("David Bevan", "7", "y"), ("Fatima Chaudhry", "121", "z")]


def test_a_column_of_ages_counts_beside_names(engine: Engine) -> None:
    assert cells(engine, ROWS, ("Name", "Age", "Note"), "AGE") == ["34", "7"]
    turned = [(age, name) for name, age, _ in ROWS]
    assert cells(engine, turned, ("Age", "Full name"), "AGE") == ["34", "7"]


@pytest.mark.parametrize("heading", ["Number", "Age group", "Age band", "Age of debt"])
def test_other_columns_are_not_found(engine: Engine, heading: str) -> None:
    assert cells(engine, ROWS, ("Name", heading, "Note"), "AGE") == []


def test_a_column_of_ages_without_names_is_not_found(engine: Engine) -> None:
    rows = [("boiler", "34"), ("roof", "7"), ("lift", "12")]
    assert cells(engine, rows, ("Part", "Age"), "AGE") == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Patient: Ann Lee\nDOB: 25/02/1941\nAge: 85\nWard: 7B\n", ["85"]),
        ("| Name        | Ann Lee  |\n| Age at time |   11     |\n", ["11"]),
        ("I am 87 years old and my wife is blind.\nYours, Ann Lee", ["87"]),
        ("found with Ann Lee, 69 yrs. Concerns", ["69"]),
        ("Ann Lee     07/03/2016   (9 yrs)", ["9"]),
        ("Average age: 85 of Ann Lee's street", []),
        ("Age: 85\n", []),
    ],
)
def test_a_field_of_a_form_is_of_the_person_in_the_form(
    engine: Engine, text: str, ages: list[str]
) -> None:
    assert values(engine, text, "AGE") == ages


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("1) Sam Howells, 13, took off from the placement", "13"),
        ("Her mother (Bethan Howells, now 75) remembers", "75"),
        ("Bethan Howells is only 10. She", "10"),
        ("they came with their son Sam Howells, 14. He", "14"),
        ("Bethan Howells, 74, 16.1.52", "74"),
    ],
)
def test_bare_numbers_right_after_a_name_are_ages(engine: Engine, text: str, age: str) -> None:
    assert values(engine, text, "AGE") == [age]


@pytest.mark.parametrize(
    "text",
    [
        "Sam Howells, 13, 14 and 15 apply",
        "Sam Howells, 12, High Street",
        "Sam Howells, 13 weeks",
        "Sam Howells is only 10 minutes away",
        "tables, 13, took part",
    ],
)
def test_other_numbers_after_a_name_are_not(engine: Engine, text: str) -> None:
    assert values(engine, text, "AGE") == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Jane Smith came to us in May. She is 10 now. At first she hid food.", "10"),
        ("RE: Jane Smith\n\nThank you for asking about this 76 year old woman.", "76"),
        ("Consultation - Jane Smith\nSeen at school. Jane is 9. She reads.", "9"),
        ("Jane Smith's mum rang. Jane (9) has asthma.", "9"),
        ("Occupier....... Jane Smith\nAge............ 68\nTel", "68"),
    ],
)
def test_an_age_is_found_of_who_was_named_before(engine: Engine, text: str, age: str) -> None:
    assert values(engine, text, "AGE") == [age]


@pytest.mark.parametrize(
    "text",
    [
        "She is 10 now.",  # and nobody is named
        "Jane Smith went to Jordan (4) and Florence (2).",
        "Jane Smith wrote that Version is 5. It works.",
    ],
)
def test_other_numbers_near_a_name_are_no_ages(engine: Engine, text: str) -> None:
    assert values(engine, text, "AGE") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My name is Jane Smith and I am 6. I like it.", ["6"]),
        ("Jane Smith    my mum is 74 and fell", ["74"]),
        ("Jane Smith said that their son is 9.", ["9"]),
        ("Jane Smith: I am 6. Number 7 is closed", []),
        ("Jane Smith: our neighbour is 12 doors down", []),
    ],
)
def test_who_writes_and_who_is_kin_tell_their_age(
    engine: Engine, text: str, expected: list[str]
) -> None:
    assert values(engine, text, "AGE") == expected
