"""Ticked boxes: "[x] White British  [ ] Indian", "☒ Yes ☐ No", "Yes [x] No [ ]"."""

from __future__ import annotations

import re
from collections.abc import Callable

_REGION_BYTES = 1_500  # the census asks with twenty boxes
_FIRST_BYTES = 80  # from where answers begin to the first box, which may stand after its answer
_CHOICE_BYTES = 90

_BOX = re.compile(
    rb"(?P<ticked>\[ ?(?:[xXvV*]|\xe2\x9c[\x93\x94\x95\x96\x97\x98]) ?\]"
    rb"|\( ?(?:[xX]|\xe2\x9c[\x93\x94]) ?\)|\xe2\x98[\x91\x92]|\xe2\x9c[\x85\x93\x94])"
    rb"|\[ {0,3}\]|\( {1,3}\)|\xe2\x98\x90|\xe2\x96\xa1"
)
_AFTER = re.compile(rb"[ \t]{0,4}([^\r\n\t\[\](){}\xe2]{1,%d})" % _CHOICE_BYTES)
_BEFORE = re.compile(rb"(?:\A|[\r\n\t\])\x90-\x98]| {2,})[ \t]*([^\r\n\t\[\]()]{1,90}?)[ \t:]*\Z")


_BOX_IN_CELL = re.compile(r"([\u2610\u25a1]|\[ {0,3}\])|([\u2611\u2612\u2713\u2714]|\[ ?[xX] ?\])")


def answered(cell: str) -> str:
    """Return the answers of a cell that are ticked, or the whole cell where it has no boxes.

    >>> answered("\u2610 Christian \u2612 Muslim"), answered("\u2610 None \u2610 Sikh")
    ('Muslim', '')
    """
    boxes = list(_BOX_IN_CELL.finditer(cell))
    ends = [box.start() for box in boxes[1:]] + [len(cell)]
    chosen = [cell[b.end() : end].strip() for b, end in zip(boxes, ends, strict=False) if b[2]]
    return " ".join(chosen) if boxes else cell


def ticked(
    data: bytes, at: int, passes: Callable[[bytes], bool]
) -> tuple[int, int] | tuple[()] | None:
    """Return the first ticked answer that passes, () if none does, None if there are no boxes."""
    region = data[at : at + _REGION_BYTES]
    first = _BOX.search(region, 0, _FIRST_BYTES)
    if first is None or region.count(b"\n", 0, first.start()) > 1:
        return None
    leading = not region[: first.start()].strip()
    last = 0
    for box in _BOX.finditer(region):
        if region.count(b"\n", last, box.start()) > 1:
            break
        last = box.end()
        if box["ticked"] is None:
            continue
        found = (
            _AFTER.match(region, box.end()) if leading else _BEFORE.search(region[: box.start()])
        )
        if found is None:
            continue
        answer = re.split(rb" {2,}", found[1].rstrip())[0].rstrip(b" ,.;:")
        if answer and passes(answer):
            start = at + found.start(1)
            return start, start + len(answer)
    return ()
