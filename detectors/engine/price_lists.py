"""Tables without headings that list what goods cost: codes, words, amounts, and no day."""

from __future__ import annotations

import re

_LEAST_CELLS = 4
_AMOUNT = re.compile(r"-?(?:£|GBP)? ?[0-9]{1,3}(?:,?[0-9]{3})*\.[0-9]{2}")
_DAY = re.compile(r"[0-9]{1,4}[/.\-](?:[0-9]{1,2}|[A-Za-z]{3,9})[/.\-][0-9]{2,4}")
_WORDS = re.compile(r"[^\W\d_]{3}")


def lists_prices(columns: list[list[str]]) -> bool:
    """Return whether one of ``columns`` holds amounts, one words, and none the day of anything.

    >>> goods = [["4010232137", "4010232218"] * 2, ["steel", "brass"] * 2, ["7.20", "1,009.50"] * 2]
    >>> lists_prices(goods), lists_prices([*goods, ["01/02/2026"] * 4])
    (True, False)
    """
    filled = [cells for cells in columns if len(cells) >= _LEAST_CELLS]
    if any(any(map(_DAY.fullmatch, cells)) for cells in filled):
        return False
    return any(all(map(_AMOUNT.fullmatch, cells)) for cells in filled) and any(
        all(map(_WORDS.search, cells)) for cells in filled
    )
