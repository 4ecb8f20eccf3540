"""Values that line up in running text without being a table with a heading.

In a list set in columns the same thing stands at the same place of line after line; in records
written "key: value" it stands after the same key. What all of these have in common tells more than
each by itself: all pass a check that few random numbers pass, or most do not.
"""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from detectors.engine.candidates import Candidates
from detectors.engine.columns import CHECKED_RATE, least_values, mostly_fail
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import Evidence

_MOST_RATE = 0.6  # what passes more often tells nothing by failing
_LEAST_SHAPED = 4
_SHARE = 0.9
_KEY_BYTES = 40
_FIRST_KEY = 1 << 40  # keys are numbered from here on, beyond all columns
_COLUMN, _ODD = int(Evidence.COLUMN), int(Evidence.ODD_COLUMN)
_LABELLED = int(Evidence.LABEL | Evidence.LABEL_ABOVE)
_OPPOSED = int(Evidence.OPPOSED)
_LOOKED_AT, _LINES, _MOST_PLACES = 4, 6, 20
_FAR = 200  # bytes from a line's begin: no column is so far from it in every line
_MASK = bytes.maketrans(
    b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    b"9" * 10 + b"A" * 52,
)
_SPACE = ord(" ")
_ENDS_KEY = np.zeros(256, dtype=bool)
_ENDS_KEY[list(b":='\">|\t")] = True


def lined_up_evidence(
    own: Candidates, shapes: Offsets, newlines: Offsets, shadow: Shadow
) -> NDArray[np.int64]:
    """Return what those that line up with ``own`` say; ``shapes`` is all that has its shape."""
    evidence = np.zeros(len(own.starts), dtype=np.int64)
    rate = own.detector.pass_rate
    if rate > _MOST_RATE or len(newlines) < _LEAST_SHAPED - 1:
        return evidence
    if own.detector.by_shape:
        _doubt_alike(own, evidence, newlines, shadow)
    if len(shapes) < _LEAST_SHAPED:
        return evidence
    places = _places(shapes, newlines, shadow)
    lined = places >= 0
    if not lined.any():
        return evidence
    _, groups = np.unique(places[lined], return_inverse=True)
    at = np.searchsorted(own.starts, shapes)  # both are in order: a third of what isin costs
    passes = (own.starts[np.minimum(at, len(own.starts) - 1)] == shapes)[lined]
    shaped, valid = (
        np.bincount(groups),
        np.bincount(groups[passes], minlength=int(groups.max()) + 1),
    )
    odd = mostly_fail(shaped, valid)
    typed = (valid >= least_values(rate)) & (valid >= _SHARE * shaped) & (rate <= CHECKED_RATE)
    rows = at[lined][passes]
    # A key that names something else types nothing: "bin": "E4 5AB".
    against = (own.evidence[rows] & _OPPOSED != 0) & (places[lined][passes] >= _FIRST_KEY)
    typed &= np.bincount(groups[passes][against], minlength=len(valid)) < _SHARE * valid
    said = np.where(odd, _ODD, np.where(typed, _COLUMN, 0))[groups]
    evidence[rows] |= said[passes]
    return evidence


def _doubt_alike(
    own: Candidates, evidence: NDArray[np.int64], newlines: Offsets, shadow: Shadow
) -> None:
    """Note against ``own`` that what stands in their place on most lines around is none.

    "AL620906D" below "KD517716T" and above "SB230417Q" passed by chance. A few of those that
    stand equally far from their line's begin are looked at, for all of them.
    """
    doubted = np.flatnonzero(own.evidence & _LABELLED == 0)
    if not len(doubted):
        return
    lines = np.searchsorted(newlines, own.starts[doubted])
    opens = np.concatenate((np.zeros(1, np.int64), newlines + 1, [len(shadow.data)]))
    offsets = own.starts[doubted] - opens[lines]
    known = set(own.starts.tolist())
    for offset in np.unique(offsets[offsets <= _FAR])[:_MOST_PLACES].tolist():
        rows = np.flatnonzero(offsets == offset)
        alike = valid = 0
        for row in rows[:_LOOKED_AT].tolist():
            line, start = int(lines[row]), int(own.starts[doubted[row]])
            width = int(own.ends[doubted[row]]) - start
            mask = shadow.data[start : start + width].translate(_MASK)
            for other in range(max(0, line - _LINES), min(len(opens) - 1, line + _LINES + 1)):
                at = int(opens[other]) + offset
                if shadow.data[at : at + width].translate(_MASK) == mask:
                    alike, valid = alike + 1, valid + (at in known)
        if mostly_fail(np.array([alike]), np.array([valid]))[0]:
            evidence[doubted[rows]] |= _ODD


def _places(starts: Offsets, newlines: Offsets, shadow: Shadow) -> Offsets:
    """Return a number for the place of each: equal where they line up, -1 where they do not."""
    codes = shadow.codes
    lines = np.searchsorted(newlines, starts)
    opens = np.concatenate((np.zeros(1, np.int64), newlines + 1))[lines]
    before = codes[np.maximum(starts - 1, 0)]
    before_that = codes[np.maximum(starts - 2, 0)]
    width = starts - opens
    spaced = (before == _SPACE) & (width > 1)
    set_in_column = (width == 0) | spaced & (before_that == _SPACE)
    keyed = (_ENDS_KEY[before] | spaced & _ENDS_KEY[before_that]) & (width > 0)
    keyed &= width <= _KEY_BYTES
    columns = shadow.characters(starts) - shadow.characters(opens)
    places = np.where(set_in_column, columns, -1)
    for row in np.flatnonzero(keyed).tolist():
        key = shadow.data[int(opens[row]) : int(starts[row])]
        places[row] = _FIRST_KEY + zlib.crc32(key)
    return places
