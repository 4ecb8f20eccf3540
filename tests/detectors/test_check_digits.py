from random import Random

import numpy as np
from stdnum import luhn

from detectors.check_digits import luhn_passes


def test_luhn_agrees_with_an_independent_check() -> None:
    rng = Random(2)
    batch = [f"{rng.randrange(10**15):015}" for _ in range(4_000)]
    chars = np.frombuffer("".join(batch).encode(), dtype=np.uint8).reshape(-1, 15)
    assert luhn_passes(chars).tolist() == [luhn.is_valid(number) for number in batch]
