"""Values in cells under their own heading that say more: "Yes S3161767", "23G3255S (lapsed)"."""

from __future__ import annotations

import re
from functools import lru_cache

import numpy as np

from detectors.base import Detector
from detectors.engine.cells import Cells, texts_of
from detectors.engine.database import Pattern, compiled_re
from detectors.engine.several import Spans
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets

_MOST_CELL_CHARS = 80
_TOKEN_GOES_ON = re.compile(rb"[\w/.\-]*\w")
_BEGINS = re.compile(rb"(?:\A|[\s(:,;=])(?=[0-9A-Za-z])")


def beside_remarks(detector: Detector, rows: Offsets, cells: Cells, shadow: Shadow) -> Spans:
    """Return starts, ends and values of what one of the cells ``rows`` holds besides other words.

    That is the first token that one of the detector's near forms matches whole.
    """
    starts: list[int] = []
    ends: list[int] = []
    values: list[str] = []
    for row, text in zip(rows.tolist(), texts_of(shadow, cells, rows), strict=True):
        found = _first(detector, text.encode()) if len(text) <= _MOST_CELL_CHARS else None
        if found is not None:
            starts.append(int(cells.starts[row]) + found[0])
            ends.append(int(cells.starts[row]) + found[1])
            values.append(found[2])
    return np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64), values


def _first(detector: Detector, data: bytes) -> tuple[int, int, str] | None:
    for begin in _BEGINS.finditer(data):
        for pattern in _near_patterns(detector):
            match = pattern.match(data, begin.end())
            if match is None or _TOKEN_GOES_ON.match(data, match.end()):
                continue
            value = detector.check(match[0].decode("utf-8", "replace"))
            if value is not None:
                return *match.span(), value
    return None


@lru_cache(maxsize=64)
def _near_patterns(detector: Detector) -> tuple[re.Pattern[bytes], ...]:
    return tuple(compiled_re(Pattern(form.pattern, form.scan)) for form in detector.near)
