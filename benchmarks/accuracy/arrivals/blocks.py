"""Turns the lines of a paper into text: blocks that repeat or choose lines, and their slots.

``>> 3-8 p q`` to ``<<`` is written so many times, each time about another p and q. ``?? 3`` to
``<<`` gives three of its lines, in the order in which they stand. Lines with `` | `` in them that
follow each other are the rows of a table, the first its headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.accuracy.arrivals.pen import Pen

BAR = " | "


def written(pen: Pen, lines: Sequence[str]) -> list[str]:
    """Return the lines as written."""
    done: list[str] = []
    heads: list[str] | None = None
    for renewed, line in _unrolled(pen, lines):
        pen.cast.renew(renewed)
        if line is None:
            continue
        if BAR not in line:
            heads = None
            done.append(pen.text(line, done[-1] if done else ""))
            continue
        cells = line.split(BAR)
        if heads is None:
            heads = cells
            done.append(line)
        else:
            pairs = zip(cells, heads, strict=True)
            done.append(BAR.join(pen.cell(cell, head) for cell, head in pairs))
    return done


def _unrolled(pen: Pen, lines: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Yield each line with the roles that are others from it on; None only renews."""
    start = 0
    while start < len(lines):
        line = lines[start]
        if not line.startswith((">> ", "?? ")):
            yield "", line
            start += 1
            continue
        end = list(lines).index("<<", start)
        inside, (_, count, *roles) = lines[start + 1 : end], line.split(" ")
        if line.startswith("?? "):
            kept = sorted(pen.rng.sample(range(len(inside)), int(count)))
            yield from (("", inside[number]) for number in kept)
        else:
            low, _, high = count.partition("-")
            for _ in range(pen.rng.randint(int(low), int(high or low))):
                yield " ".join(roles), None
                yield from (("", each) for each in inside)
        start = end + 1
