import pytest

from detectors.engine import Engine
from detectors.special.attribution import (
    after_link,
    blocked,
    in_a_record,
    record_forms,
    said_forms,
    said_of_one,
)
from detectors.special.links import IS, STATED
from tests.detectors.finding import cells, of_entity


def span(text: str, term: str) -> tuple[int, int]:
    return text.index(term), text.index(term) + len(term)


@pytest.mark.parametrize(
    "text",
    [
        "She has asthma",
        "Tom is 7. Suffers with asthma.",
        "Reid, Tom   Y3   asthma",
        "Tom Reid | 3B | asthma",
        "Mrs Lane c/o asthma",
        "Mrs Lane ?asthma",
        "She has not had her asthma pump",
    ],
)
def test_a_link_ties_a_term_to_a_person(text: str) -> None:
    at = span(text, "asthma")
    assert said_of_one(STATED)(text.encode(), *at) == at


@pytest.mark.parametrize(
    "text",
    [
        "She saw a film about asthma",
        "Staff have asthma",
        "asthma",
        "She has no asthma",
        "He has no known history of asthma",
        "Mrs Lane denies asthma",
    ],
)
def test_without_link_or_person_a_term_says_nothing(text: str) -> None:
    assert said_of_one(STATED)(text.encode(), *span(text, "asthma")) is None


def test_what_somebody_is_stands_right_before_the_term() -> None:
    at = span("He is a practising Muslim", "Muslim")
    assert said_of_one(IS)(b"He is a practising Muslim", *at) == at
    apart = "He is at the Muslim hall"
    assert said_of_one(IS)(apart.encode(), *span(apart, "Muslim")) is None


def test_a_term_of_art_needs_a_person_only() -> None:
    text = "MARAC: Joanne was heard."
    assert in_a_record(text.encode(), *span(text, "MARAC")) == (0, 5)
    assert in_a_record(b"MARAC meets weekly.", 0, 5) is None


def test_the_longest_term_after_a_link_is_taken() -> None:
    text = "He was diagnosed with severe type 2 diabetes in May"
    _, end = span(text, "with ")
    expand = after_link(frozenset({"type 2 diabetes"}))
    assert expand(text.encode(), 0, end) == span(text, "type 2 diabetes")
    assert expand(b"He was diagnosed with haste", 0, 22) is None


@pytest.mark.parametrize(
    ("text", "term"),
    [("Gay Street", "Gay"), ("Cancer Research", "Cancer"), ("the depression", "depression")],
)
def test_streets_charities_and_idioms_are_blocked(text: str, term: str) -> None:
    assert blocked(text.encode(), *span(text, term))


def test_forms_say_by_which_rule_a_term_is_found() -> None:
    assert {form.name for form in said_forms("religion", IS)} == {"said of a person by a link"}
    names = {form.name for form in record_forms("adult_safeguarding")}
    assert names == {"term of art in a record of one person"}


def test_notes_in_a_row_are_said_of_whom_the_row_names(engine: Engine) -> None:
    rows = [
        ("1", "Jane", "Hill", "Has asthma, uses an inhaler"),
        ("2", "Tom", "Reid", "Diagnosed with autism in 2019"),
        ("3", "Di", "Bell", "Rang about bins"),
    ]
    header = ("Id", "Forename", "Surname", "Notes")
    assert cells(engine, rows, header, "HEALTH_DATA") == ["asthma", "inhaler", "autism"]


def test_an_explanation_names_the_rule_and_quotes_nothing(engine: Engine) -> None:
    (found,) = of_entity(engine, "He is a practising Muslim.", "RELIGION_DATA")
    assert found.explanation == (
        "religion or belief, said of a person by a link; known faith or practice"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Permit for Dilys Pryce, asthma", True),
        ("Leaflets from Dilys Pryce, asthma nurse", False),
        ("Name: Dilys Pryce\nAnything we should be told?: has asthma", True),
        ("Case study. Mrs B has asthma.", False),
    ],
)
def test_apposition_says_it_and_an_office_or_a_course_does_not(text: str, found: bool) -> None:
    at = span(text, "asthma")
    assert (said_of_one(STATED)(text.encode(), *at) is not None) is found


def test_a_term_after_a_link_is_not_sought_in_the_next_cell() -> None:
    text = "Mr Dale complained of damp\tasthma"
    _, end = span(text, "complained of ")
    assert after_link(frozenset({"asthma"}))(text.encode(), 0, end) is None


def test_what_is_written_as_a_name_after_a_name_is_a_body() -> None:
    text = "Dilys Pryce, Asthma"
    assert said_of_one(STATED)(text.encode(), *span(text, "Asthma")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Dene Academy, for September 2027\n1. Children in care or adopted from care\n"
        "2. Baptised Catholics living in the parish\n",
        "Leaseholder: Jo Lane\nGround rent 50.00\nSection 20 notices: 2\n",
        'Question 9\n"The old woman was blind," the narrator says.\n',
        "wheelchair user at a bus stop, smiling woman, no model release",
        "Annex 2: relevance of convictions (from 3 May 2026)\nMurder, manslaughter, rape: never.\n",
    ],
)
def test_what_is_said_of_all_in_stories_and_rules_is_said_of_nobody(
    engine: Engine, text: str
) -> None:
    kinds = {one.entity for one in engine.session().text(text)}
    assert kinds <= {"PERSON", "UK_ADDRESS"}


def test_all_of_a_kind_are_found_where_the_sentence_speaks_of_one(engine: Engine) -> None:
    text = "Her sister has two children in care. She visits them."
    assert [one.entity for one in engine.session().text(text)] == ["CHILD_SAFEGUARDING"]
