"""Whether two values fit each other, where one check takes both: sort code and account number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from detectors.engine.candidates import Candidates
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets
from detectors.engine.weigh import Evidence

_NEWLINE = 10
_REACH = 120  # bytes between two that stand on different lines
_EVIDENCE = {True: int(Evidence.AGREES), False: int(Evidence.DISAGREES), None: 0}


def note_agreement(candidates: Sequence[Candidates], shadow: Shadow) -> None:
    """Note on candidates whether the nearest of their detector's companion fits them.

    The nearest stands on the same line, or else, where neither line has both, not far away.
    """
    for own in candidates:
        fits = own.detector.fits_companion
        if fits is not None:  # only where the settings have a table
            for other in candidates:
                if other.detector.entity == own.detector.companion:
                    _note(own, other, fits, shadow)


def _note(
    own: Candidates,
    other: Candidates,
    fits: Callable[[str, str], bool | None],
    shadow: Shadow,
) -> None:
    newlines = np.flatnonzero(shadow.codes == _NEWLINE)
    own_lines = np.searchsorted(newlines, own.starts)
    lines = np.searchsorted(newlines, other.starts)
    with_own = set(own_lines.tolist())
    for row, at in enumerate(_nearest(own, other, own_lines, lines)):
        if lines[at] != own_lines[row] and (
            int(lines[at]) in with_own or abs(int(other.starts[at] - own.starts[row])) > _REACH
        ):
            continue
        own.evidence[row] |= _EVIDENCE[fits(own.values[row], other.values[at])]


def _nearest(own: Candidates, other: Candidates, own_lines: Offsets, lines: Offsets) -> list[int]:
    """Return for each of ``own`` the row of the nearest of ``other``, on its own line if any."""
    after = np.searchsorted(other.starts, own.starts)
    before = np.maximum(after - 1, 0)
    after = np.minimum(after, len(other.starts) - 1)
    nearer = np.abs(other.starts[after] - own.starts) < np.abs(other.starts[before] - own.starts)
    here, there = lines[before] == own_lines, lines[after] == own_lines
    nearest: list[int] = np.where(
        here == there, np.where(nearer, after, before), np.where(there, after, before)
    ).tolist()
    return nearest
