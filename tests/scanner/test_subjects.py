from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pytest

from detectors.engine import Engine
from detectors.registry import detectors
from scanner.examine import columns
from scanner.extractors.base import Passage, TablePassage
from scanner.subjects import Distinct, SubjectCount, Subjects

DETECTORS = {each.entity: each for each in detectors()}
ENGINE = Engine(list(DETECTORS.values()))
FIRST = ("Margaret", "David", "Fatima", "Tomasz", "Priya", "Gareth", "Kwame", "Helen")
LAST = ("Adeyemi", "Bevan", "Chaudhry", "Kowalski", "Okafor", "Patel", "Ellison", "Mottram")


def subjects(*parts: Passage | TablePassage) -> Subjects:
    count = SubjectCount(DETECTORS)
    values: defaultdict[str, set[str]] = defaultdict(set)
    for part, found in columns(parts, ENGINE):
        assert isinstance(part, Passage | TablePassage)
        count.add(part, found)
        for each in found:
            values[each.entity].update(each.values)
    return count.range({entity: len(own) for entity, own in values.items()})


def table(header: tuple[str, ...], rows: Iterable[Sequence[str]], number: int = 1) -> TablePassage:
    text = "\n".join("\t".join(row) for row in rows)
    return TablePassage(text, table=number, first_row=2, header=header)


def nhs(number: int) -> str:
    """Return the number-th test number: they begin with 999 and are nobody's."""
    found = -1
    for nine in range(999_000_000, 1_000_000_000):
        weights = zip(range(10, 1, -1), str(nine), strict=True)
        check = -sum(weight * int(digit) for weight, digit in weights) % 11
        found += check < 10
        if found == number and check < 10:
            return f"{nine}{check}"
    raise AssertionError


NUMBERS = [nhs(each) for each in range(40)]
NAMES = [f"{FIRST[each % 8]} {LAST[each // 8]}" for each in range(40)]
BORN = [f"{each % 28 + 1:02}/03/{1940 + each}" for each in range(40)]


def test_rows_with_several_identifiers_are_one_person_each() -> None:
    ninos = [f"AB{each:06}C" for each in range(40)]
    rows = zip(NUMBERS, ninos, NAMES, strict=True)
    assert subjects(table(("NHS number", "NI number", "Name"), rows)) == Subjects(40, 40)


def test_the_same_person_in_many_rows_is_counted_once() -> None:
    rows = [(NUMBERS[each % 5], NAMES[each % 5]) for each in range(40)]
    assert subjects(table(("NHS number", "Name"), rows)) == Subjects(5, 5)


def test_who_lacks_the_number_counts_by_name_and_birth() -> None:
    rows = [
        (number if at % 4 else "", name, born)
        for at, (number, name, born) in enumerate(zip(NUMBERS, NAMES, BORN, strict=True))
    ]
    assert subjects(table(("NHS number", "Name", "Date of birth"), rows)) == Subjects(40, 40)


def test_two_people_of_one_name_are_told_apart_by_their_births() -> None:
    rows = [("Margaret Bevan", born) for born in BORN]
    assert subjects(table(("Name", "Date of birth"), rows)) == Subjects(40, 40)


def test_names_alone_give_a_range_below_their_number() -> None:
    found = subjects(table(("Full name",), [(name,) for name in NAMES]))
    assert found == Subjects(32, 40)


def test_a_letter_with_two_numbers_is_about_one_or_the_people_it_names() -> None:
    letter = (
        f"Dear Mr David Ellison\n\nYour NHS number is {NUMBERS[0]} and your National Insurance"
        " number is AB 12 34 56 C.\n\nKind regards\n\nFatima Chaudhry\n"
    )
    assert subjects(Passage(letter)) == Subjects(2, 2)


def test_numbers_without_names_may_each_be_another_person() -> None:
    text = f"NHS number {NUMBERS[0]}\nNI number AB 12 34 56 C\n"
    assert subjects(Passage(text)) == Subjects(1, 2)


def test_mailboxes_of_teams_and_examples_are_nobody() -> None:
    assert subjects(Passage("housing@council.gov.uk, jo.bevan@example.com")) == Subjects(0, 0)
    assert subjects(Passage("jo.bevan@council.gov.uk")).most == 1


def test_nothing_found_is_nobody() -> None:
    assert subjects(Passage("The committee met at noon.")) == Subjects(0, 0)


@pytest.mark.parametrize("size", [0, 5, 199_999, 700_000])
def test_distinct_values_are_counted_within_one_percent_in_bounded_memory(size: int) -> None:
    count = Distinct()
    for start in range(0, size, 10_000):
        values = [f"value {each}" for each in range(start, min(start + 10_000, size))]
        count.update(values)
        count.update(values)
    assert len(count) == pytest.approx(size, rel=0.01)
    assert size > 200_000 or len(count) == size
