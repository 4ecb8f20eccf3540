from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from detectors.base import Detector
from detectors.engine.shadow import shadow
from detectors.engine.values import checked, checked_one_by_one
from detectors.registry import detectors

WITH_BOTH = [one for one in detectors() if one.check_many is not None]
_PIECES = st.sampled_from(
    [
        *("JG 10 30 59 A", "jg103059a", "QQ123456C", "999 000 0018", "9990000019", "9434765919"),
        *("SW1A 1AA", "sw1a1aa", "ZZ99 9ZZ", "4111 1111 1111 1111", "4111-1111-1111-1112", "–", ""),
        *("01632 960001", "ô", "🏴", "A", "0000 000 000"),
    ]
)


def _spans(pieces: list[str]) -> tuple[str, list[int], list[int]]:
    """Return pieces in one text, with their starts and ends in bytes of its shadow."""
    starts, ends, at = [], [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece.encode())
        ends.append(at)
        at += 1
    return "\n".join(pieces), starts, ends


def _checked(detector: Detector, pieces: list[str]) -> tuple[list[bool], list[str]]:
    text, starts, ends = _spans(pieces)
    passes, values = checked(
        detector, shadow(text), np.array(starts, np.int64), np.array(ends, np.int64)
    )
    return passes.tolist(), values


def _has_shape(detector: Detector, piece: str) -> bool:
    """Return whether the engine would hand the piece to the check: it has a form's shape."""
    return any(re.fullmatch(form.pattern, piece, re.IGNORECASE) for form in detector.forms)


def test_some_detectors_check_many_values_at_once() -> None:
    assert {"UK_NHS", "UK_NINO"} <= {one.entity for one in WITH_BOTH}


@pytest.mark.parametrize("detector", WITH_BOTH, ids=lambda one: one.entity)
@given(st.lists(_PIECES.filter(str.isascii).filter(bool), max_size=30))
def test_many_at_once_give_what_one_by_one_gives(detector: Detector, pieces: list[str]) -> None:
    shaped = [piece for piece in pieces if _has_shape(detector, piece)]
    assert _checked(detector, shaped) == _checked(replace(detector, check_many=None), shaped)


@given(st.lists(_PIECES, max_size=20))
def test_one_by_one_reads_characters_at_byte_offsets(pieces: list[str]) -> None:
    plain = [piece.replace("–", "-") for piece in pieces]
    text, starts, ends = _spans(plain)
    passes, values = checked_one_by_one(
        lambda piece: piece.upper() if len(piece) > 1 else None,
        shadow(text),
        np.array(starts, np.int64),
        np.array(ends, np.int64),
    )
    assert passes.tolist() == [len(piece) > 1 for piece in plain]
    assert values == [piece.upper() for piece in plain if len(piece) > 1]


def test_of_no_spans_nothing_passes() -> None:
    for detector in detectors():
        assert _checked(detector, []) == ([], [])
