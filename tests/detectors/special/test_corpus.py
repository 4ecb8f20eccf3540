"""How well special data is told from leaflets and policies, on documents of our own invention.

``tuning.txt`` was looked at while the grammar was written. ``held_out.txt`` was written before it,
by the same hand; of its results only the four figures were read, at the end, and once a fall in
them showed that a row of a table must not be read on from the row above. Strangers' text will
do less well.
"""

import pytest

from detectors.engine import Engine
from tests.detectors.special.corpus import documents, score


@pytest.mark.parametrize("file", ["tuning.txt", "held_out.txt"])
def test_it_is_right_about_nine_documents_in_ten(engine: Engine, file: str) -> None:
    for scored in score(engine, file):
        assert scored.precision >= 0.90
        assert scored.recall >= 0.85


@pytest.mark.parametrize("file", ["tuning.txt", "held_out.txt"])
def test_as_many_documents_hold_nothing_as_hold_something(file: str) -> None:
    holding = [bool(one.holds) for one in documents(file)]
    assert sum(holding) >= 30
    assert len(holding) - sum(holding) >= 30
