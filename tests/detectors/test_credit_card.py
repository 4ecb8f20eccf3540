from random import Random

import numpy as np
import pytest
from stdnum import luhn

from detectors.credit_card import canonical, canonical_many
from detectors.engine import Engine
from tests.detectors.finding import cells, of_entity, values


def test_every_number_that_passes_has_a_right_luhn_digit() -> None:
    rng = Random(5)
    batch = [f"4{rng.randrange(10**15):015}" for _ in range(5_000)]
    assert [canonical(number) is not None for number in batch] == [
        luhn.is_valid(number) for number in batch
    ]


@pytest.mark.parametrize("width", [12, 13, 14, 15, 16, 19])
def test_canonical_many_equals_canonical(width: int) -> None:
    rng = Random(width)
    batch = [f"{rng.randrange(10**width):0{width}}" for _ in range(3_000)]
    chars = np.frombuffer("".join(batch).encode(), dtype=np.uint8).reshape(-1, width)
    found = [value.decode() or None for value in canonical_many(chars).tolist()]
    assert found == [canonical(number) for number in batch]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Card 4111 1111 1111 1111", "4111111111111111"),
        ("Card 4111.1111.1111.1111", "4111111111111111"),
        ("paid with 5555-5555-5555-4444", "5555555555554444"),
        ("card number: 4012888888881881", "4012888888881881"),
        ("Amex 3782 822463 10005", "378282246310005"),
        ("card 2223003122003222", "2223003122003222"),
        ("Maestro card 6759649826438453", "6759649826438453"),
        ("card number\n4111111111111111", "4111111111111111"),
        ("Rhif cerdyn 4111 1111 1111 1111", "4111111111111111"),
    ],
)
def test_written_forms_are_found(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "CREDIT_CARD") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "consignment 4111111111111111",
        "tracking 4111 1111 1111 1111",
        "barcode 4111111111111111",
        "card 4111 1111 1111 1112",
        "card 9111111111111111",
        "41111111111111111111111",
        "transaction 4012888888881881",
        "id=4012888888881881",
        "0.4012888888881881",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "CREDIT_CARD") == []


def test_a_published_test_number_is_said_to_be_one(engine: Engine) -> None:
    (found,) = of_entity(engine, "card 4242 4242 4242 4242", "CREDIT_CARD")
    assert found.explanation.endswith("example value")


def test_a_headed_column_is_found(engine: Engine) -> None:
    rows = [("a", "4111111111111111"), ("b", "5555555555554444"), ("c", "n/a")]
    assert len(cells(engine, rows, ("Who", "Card number"), "CREDIT_CARD")) == 2


def test_a_printed_number_in_a_name_for_tests_is_none(engine: Engine) -> None:
    assert values(engine, 'TEST_CARD = "4111 1111 1111 1111"', "CREDIT_CARD") == []
    assert values(engine, "example_pan: 4111111111111111", "CREDIT_CARD") == []
    assert values(engine, 'CUSTOMER_CARD = "4111 1111 1111 1111"', "CREDIT_CARD") != []
