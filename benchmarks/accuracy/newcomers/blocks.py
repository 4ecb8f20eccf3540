"""Turns the lines of a paper into text: blocks that repeat or choose lines, and then the slots.

``%each p,q 3-8`` to ``%end`` is written so many times, each time about other people.
``%pick 4`` to ``%end`` gives four of its lines in chance order; ``%join 4`` as one paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.newcomers.pen import Pen


def written(pen: Pen, lines: Sequence[str]) -> list[str]:
    """Return the lines as written, one string for each line of text."""
    out: list[str] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        if not line.startswith("%"):
            before = out[-1] + "\n" if out else ""
            out += pen.fill(line, before).split("\n")
            place += 1
            continue
        end = _end(lines, place)
        out += _block(pen, line, lines[place + 1 : end])
        place = end + 1
    return out


def _end(lines: Sequence[str], start: int) -> int:
    depth = 0
    for place in range(start, len(lines)):
        depth += lines[place].startswith(("%each", "%pick", "%join"))
        depth -= lines[place] == "%end"
        if not depth:
            return place
    raise ValueError(f"no %end for {lines[start]!r}")


def _block(pen: Pen, head: str, inside: Sequence[str]) -> list[str]:
    words = head.split()
    low, _, high = words[-1].partition("-")
    times = pen.rng.randint(int(low), int(high or low))
    if words[0] == "%each":
        out: list[str] = []
        for _ in range(times):
            pen.cast.forget(words[1].replace(",", ""))
            out += written(pen, inside)
        return out
    chosen = written(pen, pen.rng.sample(list(inside), min(times, len(inside))))
    return [" ".join(chosen)] if words[0] == "%join" else chosen
