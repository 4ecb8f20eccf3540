from random import Random

import pytest

from detectors.engine import Engine
from detectors.uk_nhs import canonical as nhs
from detectors.uk_uln import canonical, note
from tests.detectors.finding import cells, values

ENTITY = "UK_ULN"
ULN = "9276308686"


def made(nine: str) -> str | None:
    """Return the number that begins with nine digits, by HESA's words, or None."""
    rest = sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11
    return f"{nine}{10 - rest}" if rest else None


def test_those_that_are_made_by_the_rule_pass_and_no_others() -> None:
    rng = Random(8)
    for _ in range(3_000):
        nine = f"{rng.randrange(10**8, 10**9)}"
        passing = [f"{nine}{last}" for last in range(10) if canonical(f"{nine}{last}")]
        number = made(nine)
        assert passing == ([number] if number else [])


def test_no_number_is_a_learners_and_a_patients() -> None:
    rng = Random(9)
    numbers = [f"{rng.randrange(10**9, 10**10)}" for _ in range(20_000)]
    assert not [number for number in numbers if canonical(number) and nhs(number)]


@pytest.mark.parametrize(
    "text",
    [
        "ULN 9276308686",
        "Unique Learner Number: 9276 308 686",
        "ULN\n9276308686",
        '{"uln": "9276308686"}',
        "<ULN>9276308686</ULN>",
        "Learner number: 9276308686",
        '{"learnerUln": "9276308686"}',
        "Learner ref (ULN): 9276308686",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == [ULN]


@pytest.mark.parametrize("text", ["9276308686", "ULN 9276308687", "order 9276308686", "ULN 12"])
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    numbers = [number for n in range(20) if (number := made(f"{234567890 + 977 * n}"))]
    rows = [(number, "Level 2") for number in numbers]
    assert len(cells(engine, rows, ("ULN", "Course"), ENTITY)) == len(rows) > 10
    for heading in ("Learner number", "learnerUln", "ULN of applicant"):
        assert len(cells(engine, rows, (heading, "Course"), ENTITY)) == len(rows)
    for heading in ("Order no", "ULN verified"):
        assert cells(engine, rows, (heading, "Course"), ENTITY) == []


def test_the_printed_example_is_noted() -> None:
    assert note(ULN) == "example value"
    assert note("1000000000") is None


def test_a_column_without_heading_is_found_beside_people_only(engine: Engine) -> None:
    numbers = [number for n in range(20) if (number := made(f"{234567890 + 977 * n}"))]
    people = [(number, f"jane.hill{at}@example.com") for at, number in enumerate(numbers)]
    assert cells(engine, people, None, ENTITY) == numbers
    assert cells(engine, people[:3], None, ENTITY) == []
    assert cells(engine, [*people, ("1234567890", "jo@example.com")], None, ENTITY) == []
    assert cells(engine, [(number, "Level 2") for number in numbers], None, ENTITY) == []
