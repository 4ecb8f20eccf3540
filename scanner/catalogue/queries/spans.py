"""Stretches of time in which rows of the catalogue stood, told by what saw them.

A row stands from the end of the scan or refresh that found it until the end of the one that found
it gone or changed. When between two a change was made, neither can tell. A refresh sees accounts
and the permissions of shares alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Connection


class By(StrEnum):
    """What saw something."""

    SCAN = "scan"
    REFRESH = "refresh"


class Moment(NamedTuple):
    """When a share run or refresh ended, and its id: of two in one second the later counts."""

    at: str
    id: int
    by: By = By.SCAN


FIRST, NEVER = Moment("", 0), Moment("~", 0)  # before every time, and after
LAST_ID = 1 << 62


class Span(NamedTuple):
    """What stood from one moment until before another."""

    begins: Moment
    ends: Moment
    what: tuple[Any, ...]


class Window(NamedTuple):
    """The moments that are asked about, both within; one moment where they are the same.

    ``following`` are the next scan, and before it the next refresh if one came before: what they
    found new may be older.
    """

    low: Moment
    last: Moment
    following: tuple[Moment, ...] = ()

    def has(self, moment: Moment) -> bool:
        """Return whether a moment is not after these, or follows them."""
        return moment <= self.last or moment in self.following

    def holds(self, span: Span) -> bool:
        """Return whether something stood at any moment of these."""
        return self.has(span.begins) and span.ends > self.low

    def holds_of(self, guard: Span, span: Span) -> bool:
        """Return whether an answer about ``guard`` did: what follows first sees accounts."""
        soonest = self.following[0] if self.following else self.last
        return span.begins <= max(self.last, soonest, guard.begins) and span.ends > self.low


@dataclass(frozen=True, slots=True)
class Moments:
    """When the share runs and refreshes of a catalogue ended; those that tell of a share."""

    ended: Mapping[int, Moment]
    of_share: Mapping[int, tuple[Moment, ...]]  # in order

    def span(self, since: int, until: int | None, what: tuple[Any, ...]) -> Span:
        """Return the stretch between two of these ids; what has not ended tells nothing yet."""
        ends = NEVER if until is None else self.ended.get(until, NEVER)
        return Span(self.ended.get(since, NEVER), ends, what)

    def stood_in(self, window: Window) -> dict[str, str]:
        """Return the values that ``STOOD`` compares: ids of what ended, as JSON."""
        begun = [number for number, at in self.ended.items() if window.has(at)]
        over = [number for number, at in self.ended.items() if at <= window.low]
        return {"begun": json.dumps(begun), "over": json.dumps(over)}


STOOD = (
    "({0}.since IN (SELECT value FROM json_each(:begun)) AND"
    " ({0}.until IS NULL OR {0}.until NOT IN (SELECT value FROM json_each(:over))))"
)
"""The condition, for a table's name, that a row stood at a moment of a window: ``Window.holds``."""


def moments(connection: Connection) -> Moments:
    """Return when all share runs and refreshes ended."""
    ended: dict[int, Moment] = {}
    of_share: dict[int, list[Moment]] = defaultdict(list)
    for number, at, share_id in connection.exec_driver_sql(
        "SELECT id, finished, share_id FROM share_run WHERE finished IS NOT NULL"
    ):
        ended[number] = Moment(at, number)
        of_share[share_id].append(ended[number])
    for number, at, share_id in connection.exec_driver_sql(
        "SELECT DISTINCT r.id, r.finished, a.share_id FROM refresh r"
        " LEFT JOIN share_access a ON a.source = r.source"
    ):
        ended[number] = Moment(at, number, By.REFRESH)
        of_share[share_id].append(ended[number])
    return Moments(ended, {share_id: tuple(sorted(own)) for share_id, own in of_share.items()})


def at_moment(when: str) -> Window:
    """Return the one moment at the end of a second, written as the catalogue writes times."""
    return Window(*(Moment(when, LAST_ID),) * 2)


def around(own: Iterable[Moment], first: str, last: str) -> Window:
    """Return the moments from before ``first`` to ``last``, with those that follow.

    ``own`` are what tells of a share, in order.
    """
    told = tuple(own)
    end = Moment(last, LAST_ID)
    low = max((each for each in told if each <= (first, 0)), default=FIRST)
    return Window(low, end, following(told, end))


def following(own: Iterable[Moment], moment: Moment) -> tuple[Moment, ...]:
    """Return the next scan, and before it the next refresh if one came before."""
    after = [each for each in own if each > moment]
    scan = next((each for each in after if each.by is By.SCAN), None)
    if not after or after[0] == scan:
        return tuple(after[:1])
    return (after[0],) if scan is None else (after[0], scan)


def last_seen(own: Iterable[Moment], moment: Moment) -> tuple[Moment, ...]:
    """Return the last scan up to a moment, and the last refresh if one came after that."""
    before = [each for each in own if each <= moment]
    scans = [each for each in before if each.by is By.SCAN]
    if not scans or before[-1] == scans[-1]:
        return tuple(scans[-1:])
    return scans[-1], before[-1]


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


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches of each thing that follow each other as one, in order."""
    whole: dict[tuple[Any, ...], list[Span]] = defaultdict(list)
    for each in in_order(spans):
        own = whole[each.what]
        if own and own[-1].ends >= each.begins:
            own[-1] = own[-1]._replace(ends=max(own[-1].ends, each.ends))
        else:
            own.append(each)
    return in_order(each for own in whole.values() for each in own)


def changed(spans: Iterable[Span], change: Callable[..., tuple[Any, ...]]) -> list[Span]:
    """Return stretches with ``change`` of what stood in them."""
    return [span._replace(what=change(*span.what)) for span in spans]


def end(moment: Moment) -> Moment | None:
    """Return when something ended, None: it stands."""
    return None if moment == NEVER else moment
