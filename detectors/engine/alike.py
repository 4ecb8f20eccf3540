"""Cells that look alike: of "015 858 2900" among thirty numbers cut 3-3-4, most are no telephones.

Each cell is reduced to its mask: figures, letters and what parts them. Where the cells of a column
have the mask of a value and most of them fail its check, the others passed by chance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from detectors.engine.cells import Cells, Columns
from detectors.engine.columns import mostly_fail
from detectors.engine.shadow import Shadow
from detectors.engine.values import Offsets

_MOST_CELLS = 2_000  # of a column in one batch
_MOST_BYTES = 40

_MASK = np.arange(256, dtype=np.uint8)
_MASK[list(b"0123456789")] = ord("9")
_MASK[list(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")] = ord("A")


def odd_among_alike(
    doubted: Offsets, own: Offsets, cells: Cells, columns: Columns, shadow: Shadow, width: int
) -> NDArray[np.bool_]:
    """Return of which columns, looking at ``doubted`` only, most cells like ``own`` are not.

    ``own`` are the numbers of the cells that hold nothing but a value.
    """
    alike, valid = np.zeros(width, dtype=np.int64), np.zeros(width, dtype=np.int64)
    for column in doubted.tolist():
        rows = columns.filled(column)[:_MOST_CELLS]
        mine = own[(cells.columns[own] == column) & (own <= rows[-1])]
        alike[column], valid[column] = _alike(rows, mine, cells, shadow), len(mine)
    return mostly_fail(alike, valid)


def _alike(rows: Offsets, own: Offsets, cells: Cells, shadow: Shadow) -> int:
    """Return how many of the cells ``rows`` have the mask of one of ``own``."""
    lengths = cells.ends - cells.starts
    count = 0
    for length in np.unique(lengths[own]).tolist():
        if length <= _MOST_BYTES:
            masks = _masks(rows[lengths[rows] == length], length, cells, shadow)
            mine = _masks(own[lengths[own] == length], length, cells, shadow)
            count += int(np.isin(masks, mine).sum())
    return count


def _masks(rows: Offsets, length: int, cells: Cells, shadow: Shadow) -> NDArray[np.bytes_]:
    chars = _MASK[shadow.codes[cells.starts[rows][:, None] + np.arange(length)]]
    return np.ascontiguousarray(chars).view(f"S{length}").ravel()
