"""The morning's answer: how many people, and the equation of a scan that has not ended."""

from __future__ import annotations

import pytest

from connectors.base import Ref
from scanner.catalogue.queries.answer import ShareAnswer, share_answers
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night


def _answer(catalogue: Catalogue) -> ShareAnswer:
    with catalogue.reading() as connection:
        (answer,) = share_answers(connection)
    return answer


@pytest.mark.parametrize(
    ("held", "people"),
    [
        ({"UK_NHS": 3, "UK_NINO": 2}, (3, 5)),  # all in one list, or nobody in two
        ({"UK_NHS": 3, "EMAIL_ADDRESS": 2}, (3, 3)),
        ({"UK_NHS": 3, "EMAIL_ADDRESS": 50}, (3, 50)),
        ({"EMAIL_ADDRESS": 50}, (0, 50)),  # a list of addresses is a list of people too
        ({}, (0, 0)),
    ],
)
def test_people_are_counted_at_least_and_at_most(
    catalogue: Catalogue, share: MemoryShare, held: dict[str, int], people: tuple[int, int]
) -> None:
    lines = [f"{entity} {number}" for entity, count in held.items() for number in range(count)]
    share.write(Ref((), "list.txt"), "\n".join(lines).encode())
    catalogue.night(share)
    assert _answer(catalogue).people == people


def test_the_equation_of_a_scan_that_runs_agrees_with_what_is_told_beside_it(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.make_folder(("a",))
    for number in range(6):
        share.write(Ref(("a",), f"{number}.txt"), b"UK_NHS 1" if number else b"gap encrypted")
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), "/invented", TODAY)
        for work in night.crawl()[:4]:
            night.read(work)
        night.commit()
        answer = _answer(catalogue)
    found = answer.coverage
    assert answer.outcome == "running"
    assert found.enumerated == 6
    assert (found.examined, found.unchanged, found.excluded) == (3, 0, 0)
    assert found.gaps == sum(gap.entries for gap in answer.gaps) == 3


def test_while_the_next_night_runs_the_last_ones_files_are_still_counted(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    for number in range(3):
        share.write(Ref((), f"{number}.txt"), b"UK_NHS 1")
    catalogue.night(share)
    with catalogue.writing() as writer:
        Night(writer, MemoryConnector(share), "/invented", TODAY).commit()
        answer = _answer(catalogue)
    assert answer.outcome == "running"
    assert answer.coverage.enumerated == 3
    assert answer.coverage.unchanged == 3


def test_the_fullest_files_are_the_first_of_so_many(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "nothing.txt"), b"")
    for number in range(12):
        lines = (f"UK_NHS {number}-{each}" for each in range(number + 1))
        share.write(Ref((), f"{number}.txt"), "\n".join(lines).encode())
    catalogue.night(share)
    answer = _answer(catalogue)
    assert [each.people for each in answer.fullest] == [(n, n) for n in range(12, 2, -1)]
    assert answer.fullest_of == 12
    assert answer.entities[0].concealed == 0
