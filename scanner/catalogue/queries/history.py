"""Who could reach a path on a past date, and who could at any time between two.

What stood in the catalogue, and for how long, is laid side by side: the share's own permission, the
folder's, the entry's, and what each combination of them gave to whom. A change is dated by the scan
or refresh that saw it; when between two it was made, neither can tell. A refresh sees accounts and
the permissions of shares alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from scanner.catalogue.queries.caveats import read_between, seen_late
from scanner.catalogue.queries.spans import (
    NEVER,
    Moment,
    Span,
    Window,
    around,
    at_moment,
    changed,
    end,
    following,
    in_order,
    joined,
    last_seen,
    moments,
    overlaid,
)


@dataclass(frozen=True, slots=True)
class Past:
    """Who could reach a path as ``seen``: by the last scan, and the last refresh after that if any.

    ``following`` is the next scan, and before it the next refresh if one came before: they saw
    what changed.
    """

    reach: PathReach
    seen: tuple[Moment, ...]
    following: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A grant that was seen from the scan or refresh that ended at ``begins`` on.

    ``ends`` is the one that saw it no more; None: it stands. Both may lie outside of what was asked
    for. ``only_after`` tells that the first to see it ended after that: it may be older.
    """

    grant: GrantRow
    begins: Moment
    ends: Moment | None
    only_after: bool


@dataclass(frozen=True, slots=True)
class Between:
    """Who could reach a path at any time between two.

    ``broad`` are the groups of many that could for a time, ``services`` the grants of
    system accounts.
    ``unknown`` are the stretches in which it was not known, from one moment until another (None:
    it stands). ``statement`` holds sentences on what was not known. ``seen`` are the scans and
    refreshes that tell of the time, from the one before it to the one after.
    """

    periods: tuple[Period, ...]
    broad: tuple[tuple[str, str], ...]
    services: tuple[GrantRow, ...]
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
    at = at_moment(when)
    guards = [span for span in told.guards(folder, name) if at.holds(span)]
    seen = last_seen(told.moments, at.last)
    if not seen or not guards:
        return None
    reach = told.reach(guards[-1], at)
    if name is not None:
        said = told.read_on(folder, name, at, seen[0].id)
        reach = replace(reach, statement=(*reach.statement, *said))
    return Past(reach, seen, following(told.moments, at.last))


def between(
    connection: Connection, share_id: int, folder: str, name: str | None, first: str, last: str
) -> Between | None:
    """Return who could at any time from ``first`` to ``last``; None: the path was not known then.

    The first scan after ``last`` counts too, and a refresh before it: what they found new may have
    been made before.
    """
    told = _History(connection, share_id)
    window = around(told.moments, first, last)
    guards = told.guards(folder, name)
    if not any(map(window.holds, guards)):
        return None
    grants = [
        (guard, span._replace(what=(grant,)))
        for guard in guards
        for span in told.grants(guard)
        for grant in span.what
    ]
    answers = [(guard, each) for guard in guards for each in told.answers(guard)]
    said = [
        span.what[0]
        for guard, span in answers
        if window.holds(guard) and window.holds_of(guard, span)
    ]
    unknown = [(guard, span._replace(what=())) for guard, span in answers if not span.what[0].known]
    statement = {each for reach in said for each in reach.statement}
    if name is not None:
        statement.update(seen_late(connection, share_id))
    return Between(
        tuple(
            Period(span.what[0], span.begins, end(span.ends), span.begins > window.last)
            for span in sorted(_whole(window, grants), key=lambda each: (each.what, each.begins))
        ),
        tuple(sorted({each for reach in said for each in reach.broad})),
        tuple(sorted({each for reach in said for each in reach.services})),
        tuple((span.begins, end(span.ends)) for span in _whole(window, unknown)),
        tuple(sorted(statement)),
        tuple(each for each in told.moments if window.low <= each and window.has(each)),
    )


def _whole(window: Window, found: list[tuple[Span, Span]]) -> Iterator[Span]:
    """Yield what stood in a window, from when it began until it ended, in the window or not.

    ``found`` is what stood, each with the guard that it stood with.
    """
    within: dict[tuple[object, ...], list[Moment]] = defaultdict(list)
    for guard, span in found:
        if window.holds(guard) and window.holds_of(guard, span):
            within[span.what].append(span.begins)
    for whole in joined(span for _, span in found):
        if any(whole.begins <= each < whole.ends for each in within[whole.what]):
            yield whole


class _History:
    """The stretches of time in which rows of one share's catalogue stood."""

    def __init__(self, connection: Connection, share_id: int) -> None:
        self._connection = connection
        self._share_id = share_id
        self._moments = moments(connection)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """When the share's own scans and the refreshes of its accounts ended, in order."""
        return self._moments.of_share.get(self._share_id, ())

    def _spans(self, sql: str, given: tuple[object, ...]) -> list[Span]:
        """Return the rows of a query whose first two columns are ``since`` and ``until``."""
        rows = self._connection.exec_driver_sql(sql, given)
        return in_order(
            self._moments.span(since, until, tuple(what)) for since, until, *what in rows
        )

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
            inside = overlaid(inside, self._there(folder))
        else:
            outside = self._gates(folder)
            inside = overlaid(self._entries(folder, name), self._there(folder))
        if not folder and name is None:
            return joined(overlaid(share, inside))
        both = overlaid(overlaid(share, outside), inside)
        return joined(changed(both, lambda s, d, _, gate, own: (s, d, gate, own)))

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

    def read_on(self, folder: str, name: str, at: Window, scan: int) -> Iterator[str]:
        """Yield of which days the permissions of a file may be that stood at a moment.

        ``scan`` is the last one before. Nothing where it read them, or a later one found the same.
        """
        versions = self._spans(
            "SELECT e.since, e.until, e.since, e.seen_share_run_id, f.guarded FROM folder f"
            " JOIN share s ON s.id = f.share_id JOIN ("
            " SELECT folder_id, name, since, NULL AS until, seen_share_run_id FROM entry"
            " UNION ALL SELECT folder_id, name, since, until, seen_share_run_id FROM entry_past"
            ") e ON e.folder_id = f.id"
            " WHERE f.share_id = ? AND f.path = ? AND e.name = ? AND NOT s.times_tell",
            (self._share_id, folder, name),
        )
        standing = [span for span in versions if at.holds(span)]
        if not standing:
            return
        *_, (_, ends, read) = standing
        later = [each for each in read if each > scan]
        if any(self._moments.ended.get(each, NEVER) < ends for each in later):
            return
        last = scan if later else max(read)
        days = [self._day(each) for each in (max(set(read).difference(later)), last)]
        if days[0] != self._day(scan):
            yield read_between(*days)

    def _day(self, share_run_id: int) -> str:
        return str(
            self._connection.exec_driver_sql(
                "SELECT date(started) FROM share_run WHERE id = ?", (share_run_id,)
            ).scalar_one()
        )

    def _key(self, guard: Span) -> int | None:
        found = self._connection.exec_driver_sql(
            "SELECT id FROM access_key WHERE source = ? AND share_descriptor_id IS ?"
            " AND gate_id = ? AND descriptor_id = ?",
            guard.what,
        ).scalar()
        return None if found is None else int(found)

    def answers(self, guard: Span) -> list[Span]:
        """Return each answer that stood while ``guard`` did, but for the grants."""
        found = self._spans(
            f"SELECT since, until, {ANSWER} FROM ("  # noqa: S608 - a constant
            f" SELECT id AS access_key_id, since, NULL AS until, {ANSWER} FROM access_key"
            f" UNION ALL SELECT access_key_id, since, until, {ANSWER} FROM access_key_past)"
            " WHERE access_key_id = ?",
            (self._key(guard),),
        )
        standing = overlaid(found, [guard._replace(what=())])
        answers = changed(standing, lambda *answer: (path_reach(answer, ()),))
        return answers or [guard._replace(what=(NOT_READ,))]

    def grants(self, guard: Span) -> list[Span]:
        """Return each person's grants that stood while ``guard`` did."""
        found = self._spans(
            f"SELECT r.since, r.until, {GRANT} FROM reach r"  # noqa: S608 - a constant
            " JOIN principal p ON p.id = r.principal_id WHERE r.access_key_id = ?",
            (self._key(guard),),
        )
        grants = changed(found, lambda *grant: (grant_row(*grant),))
        return overlaid(grants, [guard._replace(what=())])

    def reach(self, guard: Span, at: Window) -> PathReach:
        """Return the answer that stood at a moment, with its grants."""
        answers = [span.what[0] for span in self.answers(guard) if at.holds(span)]
        standing = [span for span in self.grants(guard) if at.holds(span)]
        grants = tuple(sorted(grant for span in standing for grant in span.what))
        return replace(answers[-1], grants=grants) if answers else NOT_READ
