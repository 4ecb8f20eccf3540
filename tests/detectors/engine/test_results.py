from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.base import Category, Detector, Form
from detectors.engine import Engine, Found, detections
from detectors.engine.results import joined
from tests.detectors.finding import values

_spans = st.lists(st.integers(0, 200), unique=True, max_size=30).map(sorted)


def _found(starts: list[int], saying: str = "own label before it", entity: str = "UK_NHS") -> Found:
    return Found(
        entity,
        np.array(starts, dtype=np.int64),
        np.array(starts, dtype=np.int64) + 1,
        [f"value {start}" for start in starts],
        [0] * len(starts),
        ((0.9, saying),),
    )


@given(_spans, st.lists(st.integers(0, 200), max_size=8, unique=True).map(sorted))
def test_what_begins_in_a_range_is_left_out(starts: list[int], borders: list[int]) -> None:
    ranges = list(zip(borders[::2], borders[1::2], strict=False))
    left = _found(starts).without(np.array(ranges, dtype=np.int64).ravel())
    wanted = [start for start in starts if not any(a <= start < b for a, b in ranges)]
    assert left.starts.tolist() == wanted
    assert left.values == [f"value {start}" for start in wanted]
    assert len(left.ends) == len(left.said) == len(wanted)


@given(st.lists(_spans, max_size=4))
def test_pieces_are_joined_in_order_each_with_its_saying(pieces: list[list[int]]) -> None:
    made = [_found(starts, f"rule {number}") for number, starts in enumerate(pieces)]
    whole = joined(made)
    said = sorted((one.start, one.canonical, one.explanation) for one in detections(whole))
    wanted = sorted(
        (start, f"value {start}", f"rule {number}")
        for number, starts in enumerate(pieces)
        for start in starts
    )
    assert said == wanted
    for each in whole:
        assert each.starts.tolist() == sorted(each.starts.tolist())


def test_detections_of_several_entities_come_in_order_of_the_text() -> None:
    several = [_found([1, 9]), _found([4], entity="UK_NINO").moved(1)]
    told = [(one.entity, one.start, one.end, one.confidence) for one in detections(several)]
    assert told == [("UK_NHS", 1, 2, 0.9), ("UK_NINO", 5, 6, 0.9), ("UK_NHS", 9, 10, 0.9)]
    assert detections([]) == []


def _detector(entity: str, pattern: str, bare: float, *, encloses: bool = False) -> Detector:
    return Detector(
        entity=entity,
        category=Category.IDENTITY,
        title=entity,
        source="invented",
        forms=(Form("shape", pattern, bare),),
        check=str,
        check_name="none",
        pass_rate=0.5,
        encloses=encloses,
    )


@pytest.mark.parametrize("bare", [0.6, 0.9])  # less sure and surer than what lies inside
def test_what_encloses_others_and_what_lies_inside_both_stay(bare: float) -> None:
    inner = _detector("INNER", "[a-z]{2}", 0.7)
    rival = _detector("OUTER", "[0-9] [a-z]{2} [0-9]", bare)
    encloses = _detector("OUTER", "[0-9] [a-z]{2} [0-9]", bare, encloses=True)
    for outer, wanted in ((rival, 1), (encloses, 2)):
        found = Engine([inner, outer]).session().text("1 ab 2")
        assert len(found) == wanted
    assert [(one.entity, one.start, one.end) for one in found] == [("OUTER", 0, 6), ("INNER", 2, 4)]
    alone, _ = found
    assert alone.confidence == bare  # what lies inside is no company


def test_others_are_rivals_within_what_encloses_them() -> None:
    outer = _detector("OUTER", "[0-9] [a-z]{2} [0-9]", 0.9, encloses=True)
    less, more = _detector("LESS", "[a-z]{2}", 0.6), _detector("MORE", "[a-z]{2}", 0.8)
    found = Engine([outer, less, more]).session().text("1 ab 2")
    assert [one.entity for one in found] == ["OUTER", "MORE"]


def test_a_value_that_is_labelled_elsewhere_in_the_text_is_the_same_in_a_reference(
    engine: Engine,
) -> None:
    letter = "Our ref: A Lee/BNX/999 000 0018     Typed: Monday\nRe: the above\n"
    assert values(engine, letter, "UK_NHS") == []
    both = f"{letter}NHS No 999 000 0018 and seen again\n"
    assert values(engine, both, "UK_NHS") == ["9990000018", "9990000018"]
