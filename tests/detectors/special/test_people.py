import pytest

from detectors.special.people import (
    is_taught,
    names_someone,
    opened_by_one,
    speaks_in_general,
    speaks_of_one,
    writes_to_one,
)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Lane has _",
        "Jade is under the _",
        "He told me that _",
        "R.T. has _",
        "my _ is worse",
        "Mum has _",
        "the client has _",
        "Both children are on a _",
        "Peter Lacey, _",
        "LACEY, Peter    04/05/1951   _",
        "Enquiry opened for Perran Tregunna after _",
        "Dagný Þórðarson has _",
        "Mr al-Masri is _",
        "Mae Carys yn _",
    ],
)
def test_one_person_is_spoken_of(text: str) -> None:
    assert speaks_of_one(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "People with _",
        "A pupil who has _",
        "Any employee with _ and his manager",
        "the child may have _",
        "he or she has _",
        "if she has _",
        "Church Road has _",
        "The Director, Paul Ridley, Head of _",
        "Members such as Mrs Lane with _",
        "This policy covers _ and was agreed by Mrs Lane",
        "Report for Adult Services on _",
        "Green Party has _",
        "Written by Mrs Lane: _",
    ],
)
def test_nobody_is_spoken_of(text: str) -> None:
    assert not speaks_of_one(text.encode())


def test_policies_speak_in_general() -> None:
    assert speaks_in_general(b"Staff must report _")
    assert not speaks_in_general(b"Diagnosed with _ in 2019")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Ask Vicky Moon", False), ("Saw Vicky Moon", True), ("Christian is", False)],
)
def test_who_is_named_for_an_office_is_not_spoken_of(text: str, expected: bool) -> None:
    assert names_someone(text.encode()) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Name: Jo Lane\n", True), ("Name:\n", False), ("She rang. ", True), ("Agenda\n", False)],
)
def test_fields_and_pronouns_before_open_a_record(text: str, expected: bool) -> None:
    assert opened_by_one(text.encode()) is expected


@pytest.mark.parametrize(
    ("opening", "expected"), [("Dear Mr Lane, ", True), ("Dear Resident, ", False), ("", False)]
)
def test_a_letter_to_one_person_speaks_of_its_reader(opening: str, expected: bool) -> None:
    text = f"{opening}You have _"
    assert writes_to_one(text.encode(), len(text), b"You have _") is expected


@pytest.mark.parametrize(
    "text",
    ["St Mary's\t41", "Albert Dunn Academy\t", "Harriet Cole Gardens,", "Rose Tandy House\t"],
)
def test_saints_schools_and_parks_are_no_people(text: str) -> None:
    assert not names_someone(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Case study 3. Mrs B has angina.",
        "Scenario: Tom is 9.",
        "Slide 12 Her son takes her pension.",
        "Role-play: you ring Mr Dale.",
    ],
)
def test_people_of_courses_are_made_up(text: str) -> None:
    assert is_taught(text.encode())


def test_a_family_that_writes_of_itself_is_spoken_of() -> None:
    assert speaks_of_one(b"We are a devout _ family")
    assert not speaks_of_one(b"We are a friendly _ parish")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (b"12/345   XUVOR Plimk   age 46   _", True),
        (b"_ for people aged 16 to 24", False),
        (b"clubs for those aged 60 with _", False),
        (b"Prescribed _ by GP", True),
        (b"They are a _ couple and married", True),
    ],
)
def test_an_age_an_entry_or_a_couple_is_of_somebody(sentence: bytes, *, expected: bool) -> None:
    assert speaks_of_one(sentence) is expected


@pytest.mark.parametrize("text", [b"Exercise 4: the visit", b"Resident X lives alone"])
def test_people_of_exercises_are_made_up(text: bytes) -> None:
    assert is_taught(text)
