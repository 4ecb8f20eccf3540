import pytest

from detectors.engine.session import Engine
from tests.detectors.finding import cells


@pytest.mark.parametrize(
    ("entity", "passing", "others"),
    [
        ("PHONE_NUMBER", "012 803 7849", ("912 803 7849", "662 113 0001", "404 882 1110")),
        ("UK_POSTCODE", "LS1 4AB", ("QX9 3TX", "ZH8 7RC", "FX4 5YK", "UX2 2BB")),
        ("UK_VEHICLE_REGISTRATION", "KL16JXG", ("QI99JXG", "KL99JXG", "II16JXG", "KL34ABC")),
    ],
)
def test_one_that_passes_among_cells_alike_that_fail_is_there_by_chance(
    engine: Engine, entity: str, passing: str, others: tuple[str, ...]
) -> None:
    rows = [("a", cell) for cell in (passing, *others, *others)]
    assert cells(engine, rows, None, entity) == []
    assert cells(engine, rows[:1], None, entity) != []


def test_a_telephone_number_among_cells_of_other_shapes_stays(engine: Engine) -> None:
    rows = [("a", cell) for cell in ("0113 496 0123", *("ext 1234", "n/a", "see file") * 3)]
    assert cells(engine, rows, None, "PHONE_NUMBER") == ["+441134960123"]
