from __future__ import annotations

import pytest

from reports.doctor.base import State, size_words


@pytest.mark.parametrize(
    ("size_bytes", "said"),
    [(0, "0 MB"), (4_096, "0.0041 MB"), (1_500_000, "1.5 MB"), (1_234_000_000, "1,234 MB")],
)
def test_a_size_is_said_in_megabytes(size_bytes: int, said: str) -> None:
    assert size_words(size_bytes) == said


def test_the_words_of_a_state_differ() -> None:
    assert {state.value for state in State} == {"ok", "to do", "missing"}
