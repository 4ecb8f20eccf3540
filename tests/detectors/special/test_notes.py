import re

import pytest

from detectors.special.notes import noted

READ = noted({"asthma", "heart failure", "heart"})


def terms(note: str) -> list[str]:
    return [note[slice(*span)] for span in READ(note)]


def test_the_longest_terms_of_a_note_are_read() -> None:
    assert terms("Heart failure; asthma since 2019") == ["Heart failure", "asthma"]


@pytest.mark.parametrize(
    "note",
    [
        "no asthma",
        "denies any asthma",
        "no history of asthma",
        "wants asthma leaflet",
        "did the asthma training",
        "lives at asthma Street",
        "went home",
        "",
    ],
)
def test_what_is_denied_or_about_something_else_is_not_read(note: str) -> None:
    assert terms(note) == []


def test_a_denial_ends_with_its_clause() -> None:
    assert terms("no reply, has asthma") == ["asthma"]


def test_a_note_may_have_to_say_what_was_done_about_it() -> None:
    read = noted({"affray"}, re.compile(r"\bfined\b"))
    assert read("affray, fined in May") == ((0, 6),)
    assert read("talked about affray") == ()


def test_a_code_of_two_letters_is_in_capitals() -> None:
    read = noted({"da"})
    assert read("fleeing DA") == ((8, 10),)
    assert read("met Marlon da Silva") == ()
