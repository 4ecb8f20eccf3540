"""The scan of one share while it runs: crawl, read, record, count.

Resumable at any moment: what is committed was done, what is not is done by the next call under
the same run id.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

from connectors.base import LogonRefused, Ref, RootIdentity, ShareUnreachable
from connectors.sharepoint.share import Joined
from connectors.smb.address import SmbAddress, SmbServer
from scanner import reach
from scanner.catalogue import links, runs
from scanner.catalogue.listing import Listings
from scanner.catalogue.queries.reckoning import permissions_unread
from scanner.catalogue.results import Results
from scanner.catalogue.runs import Coverage, Ended, ShareRun
from scanner.catalogue.sums import sum_up
from scanner.catalogue.writer import Writer
from scanner.crawl import Work
from scanner.links import Links, Opens, Told
from scanner.night import Flights, Progress
from scanner.pool import Pool
from scanner.sets import Sets
from scanner.shares import Share

_NOT_OPENED = "The share could not be opened"
_NOT_TO_THE_END = "The share could not be read to its end"
_TOGETHER = 256  # entries expected at once: over a long way each time costs a way there and back
_WAIT_SECONDS = 0.2  # for an outcome, before stop and progress are looked at again


class Loss(Enum):
    """What to do when more than half of a share is gone, or its disk is another one."""

    REFUSED = auto()  # most likely a dropped mount: nothing is closed
    ACCEPTED = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How shares are scanned. ``stop`` is asked often; ``show`` is told how far it is.

    Links are followed to ``servers`` alone, and there to shares that ``opens`` finds open.
    """

    loss: Loss = Loss.REFUSED
    stop: Callable[[], bool] = lambda: False
    show: Callable[[Progress], None] = lambda _progress: None
    servers: tuple[SmbServer, ...] = ()
    opens: Opens = lambda _address: ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the scan of a share ended.

    ``accounts_unread`` is why users and groups could not be read, where they could not: who can
    reach the files is then no newer than it was. ``found`` are shares that its links lead to,
    ``told`` links that lead where nobody may be asked; ``joined`` is how an export of permissions
    fits the folder that was scanned with one. ``permissions_unread`` counts the files of a
    complete scan whose permissions were not read.
    """

    root: str
    share_id: int
    share_run_id: int
    run_id: int
    ended: Ended
    coverage: Coverage
    reason: str | None = None
    again: int = 0  # files examined again because detectors, settings or extractors changed
    stands: int = 0  # files that the change cannot concern: only their names were looked at
    accounts_unread: str | None = None
    found: tuple[SmbAddress, ...] = ()
    told: tuple[Told, ...] = ()
    joined: Joined | None = None
    permissions_unread: int = 0


def unopened(writer: Writer, root: str, run: ShareRun, reason: str) -> Outcome:
    """Record that a share could not be opened: it ends incomplete, and no row is closed."""
    reach.keep(writer, run.share_id, run.id, _NOT_OPENED)
    return _incomplete(writer, root, run, array("q"), reason, None)


def _incomplete(
    writer: Writer,
    root: str,
    run: ShareRun,
    seen: array[int],
    reason: str,
    identity: RootIdentity | None,
) -> Outcome:
    _, folders = runs.keep_unreachable(writer, run, seen)
    found = runs.coverage(writer, run, 0, folders)
    # Counted from the catalogue: the crawl itself did not come to all of it.
    total = found.examined + found.unchanged + found.excluded + found.gaps
    found = replace(found, enumerated=total)
    sum_up(writer)
    runs.store_coverage(writer, run, found, Ended.INCOMPLETE, reason, identity)
    return Outcome(root, run.share_id, run.id, run.run_id, Ended.INCOMPLETE, found, reason)


class ShareScan:
    """The scan of one share."""

    def __init__(
        self, manner: Manner, share: Share, writer: Writer, run: ShareRun, sets: Sets
    ) -> None:
        self._manner = manner
        self._root = share.known.root
        self._connector = share.connector
        self._accounts = share.accounts
        self._joined = share.joined
        self._writer = writer
        self._run = run
        self._listings = Listings(writer, run.share_id, run.id, sets.digest, self._connector)
        self._results = Results(writer, run.share_id, run.id, sets, self._listings.parents)
        self._progress = Progress()
        self._links = Links(manner.servers, manner.opens)
        self._identity: RootIdentity | None = None

    def scan(self, pool: Pool) -> Outcome:
        """Walk, read and count; what is found is committed every second."""
        before = self._run.file_system_before
        refused = self._manner.loss is Loss.REFUSED
        flights = Flights(
            self._connector, pool, self._results, self._progress, self._listings.guarded
        )
        try:
            self._identity = self._connector.identity()
            if refused and before is not None and before != self._identity.file_system:
                return self._dropped("the folder lies on another file system than last time")
            stopped = self._work(flights)
        except LogonRefused as error:
            return self._cut_off(f"the share could not be read: {error}")
        except ShareUnreachable as error:
            return self._dropped(f"the share could not be read: {error}")
        finally:
            flights.close()
        self._commit()
        if stopped:
            return self._end(Ended.STOPPED, "stopped; the next scan goes on from here")
        missed = runs.vanished(self._writer, self._run)
        if refused and self._listings.is_bare and not self._run.entries_before:
            return self._dropped("the folder is empty")
        if refused and missed * 2 > self._run.entries_before:
            unread = self._refresh_reach()  # the server tells it as well as ever: leavers count
            ended = self._dropped(
                f"{missed} of {self._run.entries_before} files are gone since last time",
                current=True,
            )
            return replace(ended, accounts_unread=unread)
        runs.close_vanished(self._writer, self._results, self._run)
        unread = self._refresh_reach()
        told = [(each.path, each.target) for each in self._links.told]
        links.store(self._writer, self._run.share_id, told)
        joined = None if self._joined is None else self._joined()
        return replace(self._end(Ended.COMPLETE, None), accounts_unread=unread, joined=joined)

    def _refresh_reach(self) -> str | None:
        """Bring answers up to date; return why accounts could not be read, where they could not."""
        guards = reach.Guards.KNOWN
        if self._listings.guards_changed or not self._run.after_complete:
            guards = reach.Guards.CHANGED
        return reach.refresh(self._writer, self._accounts, self._run.share_id, self._run.id, guards)

    def _work(self, flights: Flights) -> bool:
        """Do the night's work; tell whether it was stopped."""
        work: list[Work] = []
        for listing in self._connector.walk():
            work += self._listings.take(self._links.settled(listing))
            self._progress.found = self._listings.enumerated
            for replaced in self._listings.replaced():  # in one commit with their new state
                self._results.release(*replaced)
            if len(work) >= _TOGETHER:
                if self._begin(work, flights):
                    return True
                work.clear()
            if self._manner.stop():
                return True
            self._land(flights, 0)
        self._listings.walked()
        if self._begin(work, flights):
            return True
        while flights.busy:
            if self._manner.stop():
                return True
            self._land(flights, _WAIT_SECONDS)
        return False

    def _begin(self, work: list[Work], flights: Flights) -> bool:
        """Send the entries of some folders on their way; tell whether it was stopped."""
        self._connector.expect((Ref(each.folder, each.name), each.size_bytes) for each in work)
        for each in work:
            flights.begin(each)
            while flights.full:
                if self._manner.stop():
                    return True
                self._land(flights, _WAIT_SECONDS)
            self._land(flights, 0)
        return False

    def _land(self, flights: Flights, timeout_seconds: float) -> None:
        flights.land(timeout_seconds)
        self._manner.show(self._progress)
        if self._writer.due:
            self._commit()

    def _commit(self) -> None:
        self._results.flush()
        self._writer.commit()

    def _dropped(self, why: str, *, current: bool = False) -> Outcome:
        """End incomplete: a dropped mount is not a clean share, and no row is closed."""
        return self._cut_off(
            f"{why}; if a mount was dropped, mount it and scan again,"
            " if this is right, scan with --accept-loss",
            current=current,
        )

    def _cut_off(self, reason: str, *, current: bool = False) -> Outcome:
        """End incomplete: no row is closed. Answers that are not ``current`` say so."""
        self._commit()
        if not current:
            reach.keep(self._writer, self._run.share_id, self._run.id, _NOT_TO_THE_END)
        ended = _incomplete(
            self._writer, self._root, self._run, self._listings.seen, reason, self._identity
        )
        return self._counted(ended)

    def _end(self, ended: Ended, reason: str | None) -> Outcome:
        run, listings = self._run, self._listings
        found = runs.coverage(self._writer, run, listings.enumerated, listings.seen)
        if ended is not Ended.STOPPED:  # who stops a scan waits for it
            sum_up(self._writer)
        runs.store_coverage(self._writer, run, found, ended, reason, self._identity)
        outcome = Outcome(self._root, run.share_id, run.id, run.run_id, ended, found, reason)
        if ended is Ended.COMPLETE:
            not_read = permissions_unread(self._writer.connection, run.share_id)
            outcome = replace(outcome, permissions_unread=not_read)
        return self._counted(outcome)

    def _counted(self, outcome: Outcome) -> Outcome:
        return replace(
            outcome,
            again=self._progress.again,
            stands=self._progress.stands,
            found=tuple(self._links.found),
            told=tuple(self._links.told),
        )
