import pytest

from detectors.engine import Engine
from detectors.uk_chi import canonical
from tests.detectors.finding import cells, values

ENTITY = "UK_CHI"


def made(birth: str, serial: int) -> str | None:
    """Return the number that begins with a birth date and three digits, or None."""
    nine = f"{birth}{serial:03}"
    check = -sum((10 - place) * int(digit) for place, digit in enumerate(nine)) % 11
    return None if check == 10 else f"{nine}{check}"


NUMBERS = [number for n in range(990, 1000) if (number := made("010180", n))]
CHI = NUMBERS[0]


def test_numbers_made_by_the_rule_pass_and_no_others() -> None:
    for number in NUMBERS:
        others = [number[:9] + str(last) for last in range(10) if str(last) != number[9]]
        assert canonical(number) == number
        assert not any(map(canonical, others))


@pytest.mark.parametrize("birth", ["310280", "001180", "011380", "320180"])
def test_a_date_that_does_not_exist_is_refused(birth: str) -> None:
    assert not any(canonical(number) for n in range(990, 1000) if (number := made(birth, n)))


@pytest.mark.parametrize(
    "text",
    [
        f"CHI {CHI}",
        f"CHI number: {CHI[:6]} {CHI[6:]}",
        f"CHI no.\n{CHI}",
        f'{{"chiNumber": "{CHI}"}}',
        f"<CHI>{CHI}</CHI>",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == [CHI]
    assert values(engine, text, "UK_NHS") == []


@pytest.mark.parametrize("text", [CHI, f"order {CHI}", "tai chi 0101809903", "CHI 010180"])
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, ENTITY) == []


def test_a_list_set_in_columns_needs_no_heading(engine: Engine) -> None:
    lines = [f"{'Tenant ' + 'x' * at:<20}{n[:6]} {n[6:]}  ward" for at, n in enumerate(NUMBERS)]
    assert values(engine, "\n".join(lines), ENTITY) == NUMBERS
    closed_up = [f"bed {at}    {number}   ward" for at, number in enumerate(NUMBERS)]
    assert values(engine, "\n".join(closed_up), ENTITY) == NUMBERS


def test_a_column_without_heading_is_found(engine: Engine) -> None:
    rows = [(f"bed {at}", number) for at, number in enumerate(NUMBERS)]
    assert cells(engine, rows, None, ENTITY) == NUMBERS


def test_ten_digits_that_line_up_and_mostly_fail_are_none(engine: Engine) -> None:
    numbers = [NUMBERS[0], *(str(int(number) + 1).zfill(10) for number in NUMBERS)]
    lines = [f"item {at}   {number}   box" for at, number in enumerate(numbers)]
    assert values(engine, "\n".join(lines), ENTITY) == []


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [(number, "ward 4") for number in NUMBERS]
    assert len(cells(engine, rows, ("CHI", "Ward"), ENTITY)) == len(rows) > 5
