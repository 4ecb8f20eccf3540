"""Who could reach a path on a past date, and who could at any time between two.

What stood in the catalogue, and for how long, is laid side by side: the share's own permission, the
folder's, the entry's, and what each combination of them gave to whom. A change is dated by the scan
that saw it; when between two scans it was made, no scan can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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

Moment = tuple[str, int]
"""When a share run ended, and its id: of two that ended in one second the later counts."""

_NEVER: Moment = ("~", 0)  # after every time
_LAST_ID = 1 << 62


class Span(NamedTuple):
    """What stood from one moment until before another."""

    begins: Moment
    ends: Moment
    what: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """Who could reach a path as the share run that ended at ``seen`` found it.

    ``seen_next`` is when the one after it ended, None: there was none.
    """

    reach: PathReach
    seen: str
    seen_next: str | None


@dataclass(frozen=True, slots=True)
class Period:
    """A grant that was seen from the scan that ended at ``begins`` on.

    ``ends`` is the scan that saw it no more; None: it stands. ``only_after`` tells that the first
    scan to see it ended after what was asked for: it may have been made before.
    """

    grant: GrantRow
    begins: str
    ends: str | None
    only_after: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Who could reach a path at any time between two.

    ``broad`` are the groups of many that could for a time, ``services`` the system accounts.
    ``unknown`` are the stretches in which it was not known, from one scan until another (None: it
    stands). ``statement`` holds sentences on what was not known. ``scans`` are when those ended
    that tell of the time, from the one before it to the one after.
    """

    periods: tuple[Period, ...]
    broad: tuple[tuple[str, str], ...]
    services: tuple[str, ...]
    unknown: tuple[tuple[str, str | None], ...]
    statement: tuple[str, ...]
    scans: tuple[str, ...]


def as_of(
    connection: Connection, share_id: int, folder: str, name: str | None, when: str
) -> Past | None:
    """Return who could reach an entry, or a folder (name None); None: it was not known then.

    ``when`` is a time as the catalogue writes it; ``folder`` and ``name`` are as stored.
    """
    told = _History(connection, share_id)
    moment = (when, _LAST_ID)
    scans = told.scans()
    seen = [each for each in scans if each <= moment]
    guards = [span for span in told.guards(folder, name) if span.begins <= moment < span.ends]
    if not seen or not guards:
        return None
    after = [each for each in scans if each > moment]
    reach = told.reach(guards[-1], moment)
    return Past(reach, seen[-1][0], after[0][0] if after else None)


def between(
    connection: Connection, share_id: int, folder: str, name: str | None, first: str, last: str
) -> Between | None:
    """Return who could at any time from ``first`` to ``last``; None: the path was not known then.

    The first scan after ``last`` counts too: what it found new may have been made before.
    """
    told = _History(connection, share_id)
    scans = told.scans()
    low = max((each for each in scans if each <= (first, 0)), default=("", 0))
    high = min((each for each in scans if each > (last, _LAST_ID)), default=(last, _LAST_ID))
    within = [
        Span(max(span.begins, low), span.ends, span.what)
        for span in told.guards(folder, name)
        if span.begins <= high and span.ends > low
    ]
    if not within:
        return None
    periods = [
        Period(grant, span.begins[0], _end(span.ends), span.begins > (last, _LAST_ID))
        for guard in within
        for span in told.grants(guard)
        if span.begins <= high and span.ends > low
        for grant in span.what
    ]
    answers = [
        (span, reach)
        for guard in within
        for span, reach in told.answers(guard)
        if span.begins <= high and span.ends > low
    ]
    said = [reach for _, reach in answers]
    return Between(
        tuple(_joined(periods)),
        tuple(sorted({each for reach in said for each in reach.broad})),
        tuple(sorted({each for reach in said for each in reach.services})),
        tuple((span.begins[0], _end(span.ends)) for span, reach in answers if not reach.known),
        tuple(sorted({each for reach in said for each in reach.statement})),
        tuple(each[0] for each in scans if low <= each <= high),
    )


def _order(span: Span) -> tuple[Moment, Moment]:
    return span.begins, span.ends


def _end(moment: Moment) -> str | None:
    return None if moment == _NEVER else moment[0]


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
    """The stretches of time in which rows of one share's catalogue stood."""

    def __init__(self, connection: Connection, share_id: int) -> None:
        self._connection = connection
        self._share_id = share_id
        rows = connection.exec_driver_sql(
            "SELECT id, finished, share_id FROM share_run WHERE finished IS NOT NULL"
        ).all()
        self._ended: Mapping[int, Moment] = {number: (at, number) for number, at, _ in rows}
        self._own = sorted((at, number) for number, at, share in rows if share == share_id)

    def scans(self) -> list[Moment]:
        """Return when the share's own runs ended, in order."""
        return self._own

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
