from random import Random

import numpy as np
import pytest
from stdnum.gb import upn as oracle

from detectors.engine import Engine
from detectors.uk_upn import canonical, canonical_many
from tests.detectors.finding import cells, of_entity, values

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
# Known to us and not to the oracle, whose list is that of January 2011.
NEWER = {*range(1, 6), *range(660, 682), *range(701, 709), 820, 838, 839, 875, *range(940, 944)}


def numbers(count: int, seed: int = 11) -> list[str]:
    rng = Random(seed)
    bodies = [f"{rng.randrange(10**11):011}" for _ in range(count)]
    return [rng.choice(LETTERS) + body + rng.choice("0123456789AKZIOS") for body in bodies]


def test_the_check_letter_agrees_with_an_independent_check() -> None:
    for number in numbers(5_000):
        if number[-1] in "IOS":
            assert canonical(number) is None
            continue
        right = oracle.calc_check_digit(number) + number[1:]
        known = oracle.is_valid(right) or int(number[1:4]) in NEWER
        assert (canonical(right) is not None) == known, right
        wrong = LETTERS[LETTERS.index(right[0]) - 1] + right[1:]
        assert canonical(wrong) is None


def test_authorities_are_those_of_the_oracle_and_newer_ones() -> None:
    for code in range(1000):
        body = f"{code:03}999926001"
        number = oracle.calc_check_digit(body) + body
        expected = oracle.is_valid(number) or code in NEWER
        assert (canonical(number) is not None) == expected, code


def test_canonical_many_equals_canonical() -> None:
    batch = [*numbers(5_000), "W839999999001", "D93899992600A", "M201999A26001", "m201999926001"]
    batch += [oracle.calc_check_digit(number) + number[1:] for number in batch if number[-1] < "A"]
    chars = np.frombuffer("".join(batch).upper().encode(), dtype=np.uint8).reshape(-1, 13)
    found = [value.decode() or None for value in canonical_many(chars).tolist()]
    assert found == [canonical(number) for number in batch]


@pytest.mark.parametrize(
    "text",
    [
        "UPN: M201999926001",
        "UPN No. M201999926001",
        "Unique Pupil Number\nM201999926001",
        "Her UPN is m201999926001.",
        "UPN:\n\nM201999926001",
        "UPN M201 9999 26 001",
        "UPN M-201-9999-26001",
        "UPN M201\u00a09999\u00a026001",
        "Former UPN: M201999926001",
        '{"upn": "M201999926001"}',
        '{"uniquePupilNumber": "M201999926001"}',
        "<UPN>M201999926001</UPN>",
        "former_upn=M201999926001",
        "The pupil (M201999926001) moved here in May.",
        "m201999926001 left us in July",
    ],
)
def test_written_forms_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_UPN") == ["M201999926001"]


def test_a_temporary_number_is_found_and_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "He was given M20199992600B for now.", "UK_UPN")
    assert found.canonical == "M20199992600B"
    assert found.explanation.endswith("temporary number")


@pytest.mark.parametrize(
    "text",
    [
        "UPN: A201999926001",
        "UPN: C901999926001",  # Avon ended before the first number was issued
        "UPN: R999999926001",
        "UPN: M20199992600",
        "UPN: M2019999260011",
        "UPN: I201999926001",
        "order M201999926001",
        "part no M201999926001",
        "parcel M201999926001",
        "0x0fM201999926001ab",
        "https://shop.example/item/M201999926001",
        "201999926001",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "UK_UPN") == []


def test_it_takes_nothing_from_its_neighbours(engine: Engine) -> None:
    text = "UPN M201999926001, NHS no 999 000 0018, NI no AB123456C, tel 01632 960123"
    found = [(one.entity, one.canonical) for one in engine.session().text(text)]
    assert found == [
        ("UK_UPN", "M201999926001"),
        ("UK_NHS", "9990000018"),
        ("UK_NINO", "AB123456"),
        ("PHONE_NUMBER", "+441632960123"),
    ]


VALID = ["M201999926001", "B201999926002", "Q201999926003", "E201999926004"]


def test_columns_are_typed_by_heading_and_by_what_they_hold(engine: Engine) -> None:
    rows = [("Jane", number, "7B") for number in VALID]
    assert cells(engine, rows, ("Name", "UPN", "Form"), "UK_UPN") == VALID
    assert cells(engine, rows, ("Name", "Former UPN", "Form"), "UK_UPN") == VALID
    assert cells(engine, rows, None, "UK_UPN") == VALID
    assert cells(engine, rows, ("Name", "Serial", "Form"), "UK_UPN") == []
