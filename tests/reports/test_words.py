from __future__ import annotations

import pytest

from connectors.base import Cause
from detectors.registry import detectors
from reports.words import ENTITY_WORDS, NEXT_STEPS, can_read, counted, widest, widest_of
from scanner.access.answers import EVERYONE, STRANGERS
from scanner.catalogue.queries.exposure import Exposed


def test_every_entity_that_is_looked_for_has_its_words() -> None:
    assert {one.entity for one in detectors()} == set(ENTITY_WORDS)
    assert len(set(ENTITY_WORDS.values())) == len(ENTITY_WORDS)


def test_every_cause_says_what_to_do_next() -> None:
    assert set(NEXT_STEPS) == set(Cause)
    assert all(step and step == step.strip().rstrip(".") for step in NEXT_STEPS.values())


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 gaps"), (1, "1 gap"), (2, "2 gaps"), (12345, "12,345 gaps")]
)
def test_a_count_agrees_with_its_noun(count: int, said: str) -> None:
    assert counted(count, "gap") == said


def test_a_noun_may_have_another_plural() -> None:
    assert [counted(n, "person", "people") for n in (1, 2)] == ["1 person", "2 people"]


@pytest.mark.parametrize(
    ("readers", "known", "more", "said"),
    [
        (0, True, False, "administrators"),
        (3, True, False, "3"),
        (3, True, True, "3 or more"),
        (0, False, True, "not known"),
    ],
)
def test_readers_who_are_not_all_known_are_no_number_and_no_administrators(
    *, readers: int, known: bool, more: bool, said: str
) -> None:
    assert can_read(Exposed("a.txt", readers, (), 2, known, more)) == said


def test_people_without_an_account_are_not_nearly_everyone() -> None:
    assert widest((STRANGERS,)) == widest_of((STRANGERS,), "local") == "people without an account"
    assert widest((EVERYONE, STRANGERS)) == "everyone"
