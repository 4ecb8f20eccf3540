"""Who could reach a path on a past date, and who could at any time between two.

What stood in the catalogue, and for how long, is laid side by side: the share's own permission, the
folder's, the entry's, and what each combination of them gave to whom. A change is dated by the scan
or refresh that saw it; when between two it was made, neither can tell. A refresh sees accounts and
the permissions of shares alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NamedTuple

from sqlalchemy import Connection

from scanner.catalogue.queries.access import (
    ANSWER,
    GRANT,
    NOT_READ,
    GrantRow,
    PathReach,
    grant_row,
    path_reach,
)


class By(StrEnum):
    """What saw something."""

    SCAN = "scan"
    REFRESH = "refresh"


class Moment(NamedTuple):
    """When a share run or refresh ended, and its id: of two in one second the later counts."""

    at: str
    id: int
    by: By = By.SCAN


_NEVER = Moment("~", 0)  # after every time
_LAST_ID = 1 << 62


class Span(NamedTuple):
    """What stood from one moment until before another."""

    begins: Moment
    ends: Moment
    what: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """Who could reach a path as the scan that ended at ``seen`` found it.

    ``refreshed`` is when accounts were last read anew after that, None: they are the scan's.
    ``following`` is the next scan, and before it the next refresh if one came before: they saw
    what changed.
    """

    reach: PathReach
    seen: str
    refreshed: str | None
    following: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A grant that was seen from the scan or refresh that ended at ``begins`` on.

    ``ends`` is the one that saw it no more; None: it stands. ``only_after`` tells that the first
    to see it ended after what was asked for: it may have been made before.
    """

    grant: GrantRow
    begins: Moment
    ends: Moment | None
    only_after: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Who could reach a path at any time between two.

    ``broad`` are the groups of many that could for a time, ``services`` the system accounts.
    ``unknown`` are the stretches in which it was not known, from one moment until another (None:
    it stands). ``statement`` holds sentences on what was not known. ``seen`` are the scans and
    refreshes that tell of the time, from the one before it to the one after.
    """

    periods: tuple[Period, ...]
    broad: tuple[tuple[str, str], ...]
    services: tuple[str, ...]
    unknown: tuple[tuple[Moment, Moment | None], ...]
    statement: tuple[str, ...]
    seen: tuple[Moment, ...]


def as_of(
    connection: Connection, share_id: int, folder: str, name: str | None, when: str
) -> Past | None:
    """Return who could reach an entry, or a folder (name None); None: it was not known then.

    ``when`` is a time as the catalogue writes it; ``folder`` and ``name`` are as stored.
    """
    told = _History(connection, share_id)
    moment = Moment(when, _LAST_ID)
    seen = [each for each in told.moments if each <= moment]
    scans = [each for each in seen if each.by is By.SCAN]
    guards = [span for span in told.guards(folder, name) if span.begins <= moment < span.ends]
    if not scans or not guards:
        return None
    refreshed = seen[-1].at if seen[-1].by is By.REFRESH else None
    return Past(told.reach(guards[-1], moment), scans[-1].at, refreshed, told.following(moment))


def between(
    connection: Connection, share_id: int, folder: str, name: str | None, first: str, last: str
) -> Between | None:
    """Return who could at any time from ``first`` to ``last``; None: the path was not known then.

    The first scan after ``last`` counts too, and a refresh before it: what they found new may have
    been made before.
    """
    told = _History(connection, share_id)
    end = Moment(last, _LAST_ID)
    low = max((each for each in told.moments if each <= (first, 0)), default=Moment("", 0))
    following = told.following(end)
    within = [
        Span(max(span.begins, low), span.ends, span.what)
        for span in told.guards(folder, name)
        if (span.begins <= end or span.begins in following) and span.ends > low
    ]
    if not within:
        return None
    soonest = following[0] if following else end  # sees accounts, a scan or not

    def counts(span: Span, guard: Span) -> bool:
        return span.begins <= max(end, soonest, guard.begins) and span.ends > low

    periods = [
        Period(grant, span.begins, _end(span.ends), span.begins > end)
        for guard in within
        for span in told.grants(guard)
        if counts(span, guard)
        for grant in span.what
    ]
    answers = [
        (span, reach)
        for guard in within
        for span, reach in told.answers(guard)
        if counts(span, guard)
    ]
    said = [reach for _, reach in answers]
    return Between(
        tuple(_joined(periods)),
        tuple(sorted({each for reach in said for each in reach.broad})),
        tuple(sorted({each for reach in said for each in reach.services})),
        tuple((span.begins, _end(span.ends)) for span, reach in answers if not reach.known),
        tuple(sorted({each for reach in said for each in reach.statement})),
        tuple(each for each in told.moments if low <= each <= end or each in following),
    )


def _order(span: Span) -> tuple[Moment, Moment]:
    return span.begins, span.ends


def _end(moment: Moment) -> Moment | None:
    return None if moment == _NEVER else moment


def _joined(periods: Iterable[Period]) -> Iterator[Period]:
    """Yield periods by person, those of the same grant that follow each other as one."""
    whole: Period | None = None
    for each in sorted(periods, key=lambda period: (period.grant, period.begins)):
        if whole is not None and (whole.grant, whole.ends) == (each.grant, each.begins):
            whole = replace(whole, ends=each.ends)
            continue
        if whole is not None:
            yield whole
        whole = each
    if whole is not None:
        yield whole


def _overlaid(one: Iterable[Span], other: Iterable[Span]) -> list[Span]:
    """Return where both stood at once, with what both were."""
    others = list(other)
    both = [
        Span(
            max(first.begins, second.begins), min(first.ends, second.ends), first.what + second.what
        )
        for first in one
        for second in others
    ]
    return sorted((each for each in both if each.begins < each.ends), key=_order)


class _History:
    """The stretches of time in which rows of one share's catalogue stood.

    ``moments`` are when the share's own scans and the refreshes of its accounts ended, in order.
    """

    def __init__(self, connection: Connection, share_id: int) -> None:
        self._connection = connection
        self._share_id = share_id
        rows = connection.exec_driver_sql(
            "SELECT id, finished, 'scan', share_id = ?1 FROM share_run WHERE finished IS NOT NULL"
            " UNION ALL SELECT id, finished, 'refresh', source IN"
            " (SELECT source FROM share_access WHERE share_id = ?1) FROM refresh",
            (share_id,),
        ).all()
        self._ended = {number: Moment(at, number, By(by)) for number, at, by, _ in rows}
        self.moments = sorted(self._ended[number] for number, _, _, own in rows if own)

    def following(self, moment: Moment) -> tuple[Moment, ...]:
        """Return the next of the share's scans, and before it the next refresh that came before."""
        after = [each for each in self.moments if each > moment]
        scan = next((each for each in after if each.by is By.SCAN), None)
        if not after or after[0] == scan:
            return tuple(after[:1])
        return (after[0],) if scan is None else (after[0], scan)

    def _spans(self, sql: str, given: tuple[object, ...]) -> list[Span]:
        """Return the rows of a query whose first two columns are ``since`` and ``until``."""
        found = []
        for since, until, *what in self._connection.exec_driver_sql(sql, given):
            begins = self._ended.get(since, _NEVER)
            ends = _NEVER if until is None else self._ended.get(until, _NEVER)
            if begins < ends:
                found.append(Span(begins, ends, tuple(what)))
        return sorted(found, key=_order)

    def guards(self, folder: str, name: str | None) -> list[Span]:
        """Return what guarded a path, as (source, share descriptor, gate, descriptor)."""
        share = self._spans(
            "SELECT since, until, source, descriptor_id, gate_id FROM share_access"
            " WHERE share_id = ?",
            (self._share_id,),
        )
        if name is None:
            above = folder.rpartition("/")[0]
            outside = self._gates(above) if folder else []
            inside = self._spans(
                "SELECT a.since, a.until, a.descriptor_id FROM folder f"
                " JOIN folder_access a ON a.folder_id = f.id WHERE f.share_id = ? AND f.path = ?",
                (self._share_id, folder),
            )
            inside = _overlaid(inside, self._there(folder))
        else:
            outside = self._gates(folder)
            inside = _overlaid(self._entries(folder, name), self._there(folder))
        if not folder and name is None:
            return _each(_overlaid(share, inside), lambda s, d, gate, own: (s, d, gate, own))
        both = _overlaid(_overlaid(share, outside), inside)
        return _each(both, lambda s, d, _, gate, own: (s, d, gate, own))

    def _there(self, folder: str) -> list[Span]:
        return self._spans(
            "SELECT since, until FROM folder WHERE share_id = ? AND path = ?",
            (self._share_id, folder),
        )

    def _gates(self, folder: str) -> list[Span]:
        return self._spans(
            "SELECT a.since, a.until, a.gate_id FROM folder f"
            " JOIN folder_access a ON a.folder_id = f.id WHERE f.share_id = ? AND f.path = ?",
            (self._share_id, folder),
        )

    def _entries(self, folder: str, name: str) -> list[Span]:
        return self._spans(
            "SELECT e.since, e.until, e.descriptor_id FROM folder f JOIN ("
            " SELECT folder_id, name, since, NULL AS until, descriptor_id, state FROM entry"
            " UNION ALL SELECT folder_id, name, since, until, descriptor_id, state FROM entry_past"
            ") e ON e.folder_id = f.id WHERE f.share_id = ? AND f.path = ? AND e.name = ?"
            " AND e.state <> 'excluded'",
            (self._share_id, folder, name),
        )

    def _key(self, guard: Span) -> int | None:
        found = self._connection.exec_driver_sql(
            "SELECT id FROM access_key WHERE source = ? AND share_descriptor_id IS ?"
            " AND gate_id = ? AND descriptor_id = ?",
            guard.what,
        ).scalar()
        return None if found is None else int(found)

    def answers(self, guard: Span) -> list[tuple[Span, PathReach]]:
        """Return each answer that stood while ``guard`` did, but for the grants."""
        found = self._spans(
            f"SELECT since, until, {ANSWER} FROM ("  # noqa: S608 - a constant
            f" SELECT id AS access_key_id, since, NULL AS until, {ANSWER} FROM access_key"
            f" UNION ALL SELECT access_key_id, since, until, {ANSWER} FROM access_key_past)"
            " WHERE access_key_id = ?",
            (self._key(guard),),
        )
        standing = _overlaid(found, [guard._replace(what=())])
        return [(span, path_reach(span.what, ())) for span in standing] or [(guard, NOT_READ)]

    def grants(self, guard: Span) -> list[Span]:
        """Return each person's grants that stood while ``guard`` did."""
        found = self._spans(
            f"SELECT r.since, r.until, {GRANT} FROM reach r"  # noqa: S608 - a constant
            " JOIN principal p ON p.id = r.principal_id WHERE r.access_key_id = ?",
            (self._key(guard),),
        )
        grants = _each(found, lambda *grant: (grant_row(*grant),))
        return _overlaid(grants, [guard._replace(what=())])

    def reach(self, guard: Span, moment: Moment) -> PathReach:
        """Return the answer that stood at a moment, with its grants."""
        at = [reach for span, reach in self.answers(guard) if span.begins <= moment < span.ends]
        standing = [span for span in self.grants(guard) if span.begins <= moment < span.ends]
        grants = tuple(sorted(grant for span in standing for grant in span.what))
        return replace(at[-1], grants=grants) if at else NOT_READ


def _each(spans: Iterable[Span], change: Callable[..., tuple[Any, ...]]) -> list[Span]:
    return [span._replace(what=change(*span.what)) for span in spans]
