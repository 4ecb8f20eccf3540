from random import Random

import pytest
from stdnum.gb import upn as oracle

from detectors.engine import Engine
from detectors.uk_upn import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_UPN"
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def made(digits: str) -> str:
    """Return the number with its check letter, worked out as the guide tells it."""
    values_ = [int(char) if char.isdigit() else LETTERS.index(char) for char in digits]
    return LETTERS[sum(place * value for place, value in enumerate(values_, 2)) % 23] + digits


UPN = made("801200001001")
OTHER = made("303456712002")
TEMPORARY = made("80120000100A")


def test_canonical_agrees_with_an_independent_check() -> None:
    rng = Random(7)
    for _ in range(20_000):
        number = f"{rng.choice(LETTERS)}801{rng.randrange(10**9):09}"
        assert (canonical(number) is not None) == oracle.is_valid(number), number


@pytest.mark.parametrize("number", [UPN, OTHER, TEMPORARY])
def test_permanent_and_temporary_numbers_pass(number: str) -> None:
    assert canonical(number.lower()) == number


@pytest.mark.parametrize("number", [made("999200001001"), "Z801200001001", "A80120000100"])
def test_other_authorities_and_letters_are_refused(number: str) -> None:
    assert canonical(number) is None or number == UPN


@pytest.mark.parametrize(
    "text",
    [
        f"UPN {UPN}",
        f"his UPN is {UPN}.",
        f"Unique pupil number\n{UPN}",
        f"the pupil {UPN} moved",
        f'{{"upn": "{UPN}"}}',
        f"<UPN>{UPN}</UPN>",
        f"UPN: {UPN[0]} {UPN[1:4]} {UPN[4:8]} {UPN[8:]}",
        f"upn={UPN.lower()}",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == [UPN]


@pytest.mark.parametrize(
    "text", [f"part no {UPN}", f"/assets/{UPN}/a", "UPN A123", f"x{UPN}", f"{UPN}7"]
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_column_is_found_with_and_without_its_heading(engine: Engine) -> None:
    rows = [(made(f"8012000010{n:02}"), "Year 4") for n in range(12)]
    assert len(cells(engine, rows, ("UPN", "Class"), ENTITY)) == 12
    assert len(cells(engine, rows, None, ENTITY)) == 12
