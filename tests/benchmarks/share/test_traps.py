from random import Random

from stdnum import luhn
from stdnum.gb import nhs

from benchmarks.share import traps


def test_ten_digits_when_drawn_then_about_half_pass_the_check_and_none_is_a_test_number() -> None:
    rng = Random(2)
    drawn = [traps.ten_digits(rng).canonical for _ in range(1000)]
    assert 450 < sum(map(nhs.is_valid, drawn)) < 650
    assert not [number for number in drawn if number.startswith("999")]


def test_consignment_when_drawn_then_passes_luhn() -> None:
    rng = Random(2)
    assert all(luhn.is_valid(traps.consignment(rng).canonical) for _ in range(300))


def test_long_reference_when_drawn_then_eleven_digits() -> None:
    rng = Random(2)
    assert {len(traps.long_reference(rng).text) for _ in range(300)} == {11}
