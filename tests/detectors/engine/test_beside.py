from __future__ import annotations

import pytest

from detectors.base import Category, Detector, Form
from detectors.engine import Engine


def _name(text: str) -> str | None:
    return text if text.startswith("Q") else None


def _number(text: str) -> str | None:
    return text if text.isdigit() else None


def _detector(entity: str, pattern: str, beside: str = "", reach: int = 40) -> Detector:
    return Detector(
        entity=entity,
        category=Category.IDENTITY,
        title=entity,
        source="invented",
        forms=(Form("shape", pattern, 0.8, beside_bytes=reach),),
        check=_number if beside else _name,
        check_name="none",
        pass_rate=0.5,
        headers=("size",) if beside else ("who",),
        beside=beside,
    )


ENGINE = Engine([_detector("NAME", "Q[a-z]+"), _detector("SIZE", r"\b[0-9]+\b", "NAME", 10)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Qa 1", 1),
        ("Qa, 12345678 1", 1),  # the second number begins too far away
        ("Qa 123456789 1", 1),
        ("Qa\n1", 1),
        ("Qa. 1", 0),
        ("Qa\n\n1", 0),
        ("Qa\t1", 0),
        ("1 Qa", 0),
        ("1", 0),
        ("Qa 1, Qb 2", 2),
        ("é Qa 1", 1),
    ],
)
def test_in_text_it_stands_right_after_its_neighbour(text: str, found: int) -> None:
    detections = ENGINE.session().text(text)
    assert sum(one.entity == "SIZE" for one in detections) == found


@pytest.mark.parametrize(
    ("rows", "header", "sizes"),
    [
        ("1\tQa\n2\tQb", ("Size", "Who"), ["1", "2"]),
        ("1\tQa\n2\tx", ("Size", "Who"), ["1"]),
        ("Qa\tx\t1", ("Who", "Note", "Size"), ["1"]),
        ("Qa\t1", ("Who", "Number"), []),
        ("x\t1", ("Who", "Size"), []),
    ],
)
def test_in_a_table_it_stands_in_the_row_of_its_neighbour(
    rows: str, header: tuple[str, ...], sizes: list[str]
) -> None:
    found = ENGINE.session().table(rows, 1, header)
    assert [one.canonical for one in found if one.entity == "SIZE"] == sizes


def test_without_a_detector_of_the_neighbour_nothing_is_found() -> None:
    alone = Engine([_detector("SIZE", r"\b[0-9]+\b", "NAME")])
    assert alone.session().text("Qa 1") == []
