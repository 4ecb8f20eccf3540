import pytest

from benchmarks.name_model.gold import Example
from benchmarks.name_model.measure import alike, tallied

GOLD = [
    Example("Ask Jane Smith or Zoë.", ((4, 14, "PERSON"), (18, 21, "PERSON"))),
    Example("Ask Shelter.", ((4, 11, "ORG"),)),
]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 10), (0, 10), True),
        ((0, 10), (5, 10), True),
        ((0, 10), (6, 10), False),
        ((0, 5), (5, 10), False),
    ],
)
def test_two_spans_are_alike_when_half_is_shared(
    one: tuple[int, int], other: tuple[int, int], *, expected: bool
) -> None:
    assert alike(one, other) is expected
    assert alike(other, one) is expected


def test_a_name_counts_once_and_what_is_no_person_is_wrong() -> None:
    tally = tallied(GOLD, lambda text: [(4, 14), (5, 14)] if "Jane" in text else [(4, 11)])
    assert (tally.found, tally.there, tally.right) == (3, 2, 1)
    assert tally.precision == pytest.approx(1 / 3)
    assert tally.recall == 0.5
    assert tally.f1 == pytest.approx(0.4)


def test_nothing_found_is_zero_and_no_error() -> None:
    tally = tallied(GOLD, lambda _: [])
    assert (tally.precision, tally.recall, tally.f1) == (0.0, 0.0, 0.0)
