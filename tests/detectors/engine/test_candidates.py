from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from detectors.base import Detector, Form
from detectors.engine import Engine
from detectors.engine.candidates import IN_COLUMN, Candidates, _longest, favour, merged, scanned
from detectors.engine.shadow import shadow
from detectors.engine.weigh import Evidence
from detectors.registry import detectors

NINO = next(one for one in detectors() if one.entity == "UK_NINO")
_SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda span: (span[0], sum(span))),
    max_size=15,
)


def _array(numbers: list[int]) -> NDArray[np.int64]:
    return np.array(numbers, dtype=np.int64)


def _kept(spans: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return what stays of (form, start, end)."""
    columns = _longest(*(_array([span[n] for span in spans]) for n in range(3)))
    return list(zip(*(column.tolist() for column in columns), strict=True))


@pytest.mark.parametrize(
    ("spans", "kept"),
    [
        ([], []),
        ([(0, 5, 9), (0, 1, 3)], [(0, 1, 3), (0, 5, 9)]),
        ([(0, 1, 3), (0, 3, 5)], [(0, 1, 3), (0, 3, 5)]),  # side by side is not overlapping
        ([(0, 1, 5), (1, 1, 9)], [(1, 1, 9)]),  # the longer of one start
        ([(1, 1, 9), (0, 1, 9)], [(0, 1, 9)]),  # of equals the form declared first
        ([(0, 1, 9), (0, 3, 5)], [(0, 1, 9)]),  # one inside another
        ([(0, 1, 5), (0, 4, 12)], [(0, 4, 12)]),  # the longer of two that overlap
    ],
)
def test_of_overlapping_spans_the_longest_stays(
    spans: list[tuple[int, int, int]], kept: list[tuple[int, int, int]]
) -> None:
    assert _kept(spans) == kept


@given(_SPANS)
def test_what_stays_is_in_order_and_never_overlaps(spans: list[tuple[int, int]]) -> None:
    kept = _kept([(0, *span) for span in spans])
    assert {span[1:] for span in kept} <= set(spans)
    assert bool(kept) is bool(spans)
    for before, after in itertools.pairwise(kept):
        assert before[2] <= after[1]


def _candidates(spans: list[tuple[int, int]], form: int = 0) -> Candidates:
    starts, ends = _array([a for a, _ in spans]), _array([b for _, b in spans])
    forms = np.full(len(spans), form, dtype=np.int64)
    return Candidates(NINO, starts, ends, forms, forms * 0, [f"{form}:{a}" for a, _ in spans])


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for span in sorted(spans):
        if not kept or kept[-1][1] <= span[0]:
            kept.append(span)
    return kept


@given(_SPANS.map(_apart), _SPANS.map(_apart))
def test_of_two_lists_the_first_stays_where_they_overlap(
    found: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    both = merged(_candidates(found), _candidates(more, 1))
    free = [span for span in more if all(b <= span[0] or span[1] <= a for a, b in found)]
    wanted = sorted([(a, b, f"0:{a}") for a, b in found] + [(a, b, f"1:{a}") for a, b in free])
    assert list(zip(both.starts.tolist(), both.ends.tolist(), both.values, strict=True)) == wanted
    assert both.forms.tolist() == [int(value[0]) for value in both.values]
    assert len(both.evidence) == len(wanted)


def test_forms_are_counted_through_strong_weak_and_column() -> None:
    for detector in detectors():
        none = _array([])
        empty = Candidates(detector, none, none, none, none, [])
        declared = [*detector.forms, *detector.near]
        assert [empty.form(number) for number in range(len(declared))] == declared
        assert empty.form(len(declared)) is IN_COLUMN


def _scanned(engine: Engine, text: str, entity: str) -> tuple[list[str], list[str], int]:
    """Return the written and canonical values that pass, and how many have the shape."""
    whole = shadow(text)
    number = [one.entity for one in engine.plan.detectors].index(entity)
    found, shaped = scanned(engine.plan, number, engine.database.scan(whole.data), whole)
    bounds = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    return [whole.data[a:b].decode() for a, b in bounds], found.values, len(shaped)


def test_what_fails_the_check_counts_as_shaped_only(engine: Engine) -> None:
    text = "ô 999 000 0018, 999 000 0019 and 9990000026"
    written, values, shaped = _scanned(engine, text, "UK_NHS")
    assert list(zip(written, values, strict=True)) == [
        ("999 000 0018", "9990000018"),
        ("9990000026", "9990000026"),
    ]
    assert shaped == 3


def test_a_trigger_is_widened_to_the_whole_value(engine: Engine) -> None:
    text = "to: <Jo.Made-Up@Example.org>, @nobody"
    written, values, shaped = _scanned(engine, text, "EMAIL_ADDRESS")
    assert written == ["Jo.Made-Up@Example.org"]
    assert values == ["jo.made-up@example.org"]
    assert shaped == 1


@pytest.mark.parametrize("detector", detectors(), ids=lambda one: one.entity)
def test_in_text_without_any_there_are_none(detector: Detector, engine: Engine) -> None:
    assert _scanned(engine, "", detector.entity) == ([], [], 0)
    assert _scanned(engine, "the bins are emptied weekly", detector.entity)[1] == []


@pytest.mark.parametrize("detector", detectors(), ids=lambda one: one.entity)
def test_values_are_favoured_by_the_range_they_lie_in(detector: Detector) -> None:
    values = ["9434765919", "JG103059", "0000000000", "ZZ999999"]
    wanted = [0] * len(values)
    if detector.favoured is not None:
        wanted = [
            int(Evidence.FAVOURED if detector.favoured(value) else Evidence.DISFAVOURED)
            for value in values
        ]
    assert favour(detector, values).tolist() == wanted
    assert favour(detector, []).tolist() == []


@pytest.mark.parametrize("yields", [True, False])
def test_a_form_that_yields_is_asked_only_outside_of_what_was_found(*, yields: bool) -> None:
    asked: list[int] = []

    def five(_: bytes, start: int, end: int) -> tuple[int, int]:
        return start, end + 4

    def one(_: bytes, start: int, end: int) -> tuple[int, int]:
        asked.append(start)
        return start, end

    forms = (
        Form("five", "A", 0.9, expand=five),
        Form("one", "[AB]", 0.9, expand=one, yields=yields),
    )
    both = replace(NINO, forms=forms, check_expanded=str, check_many=None)
    engine = Engine((both,))
    found = shadow("B AxxxB B")
    hits = engine.database.scan(found.data)
    own, _ = scanned(engine.plan, 0, hits, found)
    assert own.starts.tolist() == [0, 2, 8]
    assert own.forms.tolist() == [1, 0, 1]
    assert asked == ([0, 8] if yields else [0, 2, 6, 8])
