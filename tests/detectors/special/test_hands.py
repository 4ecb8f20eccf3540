"""Notes, forms and tables as a social worker, nurse, teacher and personnel officer write them.

``hands.txt`` was written in three rounds, each before the rules that its misses led to were;
everybody in it is invented. As much in it is said of nobody: policies, counts, blank forms, names.
"""

import pytest

from detectors.engine import Engine
from tests.detectors.special.corpus import SPECIAL, Document, documents

EVERY = list(documents("hands.txt"))


def found(engine: Engine, text: str) -> frozenset[str]:
    """Return the special entities of a text; lines with as many tabs or commas are a table."""
    lines = text.split("\n")
    session = engine.session()
    for delimiter in "\t,":
        counts = {line.count(delimiter) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts.pop():
            header, *rows = (line.split(delimiter) for line in lines)
            detections = session.table("\n".join(map("\t".join, rows)), 1, tuple(header))
            break
    else:
        detections = session.text(text)
    return frozenset(one.entity for one in detections) & SPECIAL


@pytest.mark.parametrize("document", [one for one in EVERY if one.holds], ids=lambda one: one.text)
def test_what_is_said_of_somebody_is_found(engine: Engine, document: Document) -> None:
    assert document.holds <= found(engine, document.text)


@pytest.mark.parametrize(
    "document", [one for one in EVERY if not one.holds], ids=lambda one: one.text
)
def test_what_is_said_of_nobody_is_left_alone(engine: Engine, document: Document) -> None:
    assert not found(engine, document.text)


def test_as_much_is_said_of_nobody() -> None:
    assert sum(bool(one.holds) for one in EVERY) >= 60
    assert sum(not one.holds for one in EVERY) >= 60
