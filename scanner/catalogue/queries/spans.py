"""Stretches of time in which rows of the catalogue stood, told by the scans that saw them.

A row stands from the end of the share run that found it until the end of the one that found it
gone or changed. When between two scans a change was made, no scan can tell.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection

Moment = tuple[str, int]
"""When a share run ended, and its id: of two that ended in one second the later counts."""

NEVER: Moment = ("~", 0)  # after every time
LAST_ID = 1 << 62


class Span(NamedTuple):
    """What stood from one moment until before another."""

    begins: Moment
    ends: Moment
    what: tuple[Any, ...]


class Window(NamedTuple):
    """The moments that are asked about, both within; one moment where they are the same.

    What begins after ``last`` was seen by the first scan after what was asked for.
    """

    low: Moment
    high: Moment
    last: Moment

    def holds(self, span: Span) -> bool:
        """Return whether something stood at any moment of these."""
        return span.begins <= self.high and span.ends > self.low


@dataclass(frozen=True, slots=True)
class Scans:
    """When the share runs of a catalogue ended."""

    ended: Mapping[int, Moment]
    of_share: Mapping[int, tuple[Moment, ...]]  # in order

    def span(self, since: int, until: int | None, what: tuple[Any, ...]) -> Span:
        """Return the stretch between two share runs; one that has not ended tells nothing yet."""
        ends = NEVER if until is None else self.ended.get(until, NEVER)
        return Span(self.ended.get(since, NEVER), ends, what)

    def stood_in(self, window: Window) -> dict[str, str]:
        """Return the values that ``STOOD`` compares: ids of share runs, as JSON."""
        begun = [number for number, at in self.ended.items() if at <= window.high]
        over = [number for number, at in self.ended.items() if at <= window.low]
        return {"begun": json.dumps(begun), "over": json.dumps(over)}


STOOD = (
    "({0}.since IN (SELECT value FROM json_each(:begun)) AND"
    " ({0}.until IS NULL OR {0}.until NOT IN (SELECT value FROM json_each(:over))))"
)
"""The condition, for a table's name, that a row stood at a moment of a window: ``Window.holds``."""


def scans(connection: Connection) -> Scans:
    """Return when all share runs ended."""
    ended: dict[int, Moment] = {}
    of_share: dict[int, list[Moment]] = {}
    for number, at, share_id in connection.exec_driver_sql(
        "SELECT id, finished, share_id FROM share_run WHERE finished IS NOT NULL"
    ):
        ended[number] = (at, number)
        of_share.setdefault(share_id, []).append((at, number))
    return Scans(ended, {share_id: tuple(sorted(own)) for share_id, own in of_share.items()})


def at_moment(when: str) -> Window:
    """Return the one moment at the end of a second, written as the catalogue writes times."""
    return Window(*((when, LAST_ID),) * 3)


def around(own: Iterable[Moment], first: str, last: str) -> Window:
    """Return the moments from the scan before ``first`` to the one after ``last``.

    ``own`` are when the share's scans ended. What the one after found new may be older.
    """
    moments = tuple(own)
    low = max((each for each in moments if each <= (first, 0)), default=("", 0))
    high = min((each for each in moments if each > (last, LAST_ID)), default=(last, LAST_ID))
    return Window(low, high, (last, LAST_ID))


def overlaid(one: Iterable[Span], other: Iterable[Span]) -> list[Span]:
    """Return where both stood at once, with what both were, in order."""
    others = list(other)
    both = [
        Span(
            max(first.begins, second.begins), min(first.ends, second.ends), first.what + second.what
        )
        for first in one
        for second in others
    ]
    return in_order(both)


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that lasted at all, by their beginning."""
    return sorted((each for each in spans if each.begins < each.ends), key=lambda each: each[:2])


def changed(spans: Iterable[Span], change: Callable[..., tuple[Any, ...]]) -> list[Span]:
    """Return stretches with ``change`` of what stood in them."""
    return [span._replace(what=change(*span.what)) for span in spans]


def end(moment: Moment) -> str | None:
    """Return when something ended, None: it stands."""
    return None if moment == NEVER else moment[0]
