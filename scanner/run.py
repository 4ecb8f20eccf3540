"""One scan of one share, from the lock to the equation: crawl, read, record, count.

Resumable at any moment: what is committed was done, what is not is done by the next call under
the same run id.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from connectors.base import Ref, ShareUnreachable
from connectors.sharepoint.share import Joined
from detectors.names.model import OFF
from scanner import reach
from scanner.catalogue import runs
from scanner.catalogue.engine import (
    catalogue_errors,
    checkpoint,
    opening,
    own_paths,
    scan_lock,
)
from scanner.catalogue.engine import writer as open_writer
from scanner.catalogue.listing import Listings
from scanner.catalogue.migrate import migrate, revision
from scanner.catalogue.results import Results
from scanner.catalogue.runs import Coverage, Ended, ShareRun
from scanner.catalogue.writer import Writer
from scanner.declared import declared_with
from scanner.extractors.base import Limits
from scanner.keys import TokenKey, key_path
from scanner.logs import logging_to
from scanner.night import Flights, Progress
from scanner.pool import Pool, context, pool_of
from scanner.sets import Sets, sets_of
from scanner.settings import NOTHING_SET, Settings
from scanner.settings.kept import kept_parts
from scanner.settings.paths import left_out
from scanner.shares import Share, Where, opened
from scanner.version import VERSION

if TYPE_CHECKING:
    from scanner.logs import LogQueue

logger = logging.getLogger(__name__)

_WAIT_SECONDS = 0.2  # for an outcome, before stop and progress are looked at again


class Loss(Enum):
    """What to do when more than half of a share is gone, or its disk is another one."""

    REFUSED = auto()  # most likely a dropped mount: nothing is closed
    ACCEPTED = auto()


@dataclass(frozen=True, slots=True)
class Scan:
    """What is to be scanned, and how. ``stop`` is asked often; ``show`` is told how far it is."""

    root: Where
    database: Path
    key: TokenKey
    jobs: int
    log: Path
    log_level: int = logging.INFO
    loss: Loss = Loss.REFUSED
    limits: Limits = field(default_factory=Limits)
    name_model: str = OFF
    settings: Settings = NOTHING_SET
    stop: Callable[[], bool] = lambda: False
    show: Callable[[Progress], None] = lambda _progress: None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the scan of a share ended.

    ``accounts_unread`` is why users and groups could not be read, where they could not: who can
    reach the files is then no newer than it was. ``joined`` is how an export of permissions fits
    the folder that was scanned with one.
    """

    share_id: int
    share_run_id: int
    ended: Ended
    coverage: Coverage
    reason: str | None
    again: int  # files examined again because detectors, settings or extractors changed
    stands: int  # files that the change cannot concern: only their names were looked at
    accounts_unread: str | None = None
    joined: Joined | None = None


def scan(wanted: Scan) -> Outcome:
    """Scan one share into the catalogue.

    Raises SettingsError (nothing was scanned) and CatalogueError (the run stopped).
    """
    if os.path.isfile(wanted.database):
        revision(wanted.database)  # refuses another program's before anything is changed in it
    own = (*own_paths(wanted.database.resolve()), key_path(), wanted.log.resolve())
    with opened(wanted.root, own, left_out(wanted.settings)) as share:
        return _scanned(wanted, share)


def _scanned(wanted: Scan, share: Share) -> Outcome:
    engine = open_writer(wanted.database)
    try:
        with (
            scan_lock(wanted.database),
            catalogue_errors(wanted.database),
            logging_to(wanted.log, wanted.log_level, context()) as queue,
        ):
            with opening(wanted.database):
                migrate(engine, wanted.database)
            with engine.connect() as connection:
                writer = Writer(connection)
                runs.check_key(writer, wanted.key)
                share.refuse_overlap(runs.known_shares(connection))
                sets = sets_of(
                    declared_with(wanted.name_model, wanted.settings),
                    kept_parts(wanted.settings, wanted.key),
                )
                run = runs.begin(
                    writer,
                    share.kind,
                    share.root,
                    share.name,
                    share.source,
                    sets.digest,
                    VERSION,
                )
                logger.info("Scan began", extra={"share_run": run.id, "share": run.share_id})
                with _pool(wanted, queue) as pool:
                    outcome = _ShareScan(wanted, share, writer, run, sets).scan(pool)
                checkpoint(connection)
            logger.info(
                "Scan ended",
                extra={
                    "share_run": run.id,
                    "outcome": outcome.ended.value,
                    "examined_again": outcome.again,
                    "stands_as_it_was": outcome.stands,
                },
            )
            return outcome
    finally:
        engine.dispose()


def _pool(wanted: Scan, queue: LogQueue) -> AbstractContextManager[Pool]:
    return pool_of(
        wanted.jobs, wanted.key, wanted.limits, queue, wanted.name_model, wanted.settings
    )


class _ShareScan:
    """The scan of one share while it runs."""

    def __init__(
        self, wanted: Scan, share: Share, writer: Writer, run: ShareRun, sets: Sets
    ) -> None:
        self._wanted = wanted
        self._connector = share.connector
        self._joined = share.joined
        self._accounts = share.accounts
        self._writer = writer
        self._run = run
        self._listings = Listings(writer, run.share_id, run.id, sets.digest, self._connector)
        self._results = Results(writer, run.share_id, run.id, sets, self._listings.parents)
        self._progress = Progress()

    def scan(self, pool: Pool) -> Outcome:
        """Walk, read and count; what is found is committed every second."""
        identity = self._connector.identity()
        before = self._run.file_system_before
        refused = self._wanted.loss is Loss.REFUSED
        if refused and before is not None and before != identity.file_system:
            return self._dropped("the folder lies on another file system than last time")
        flights = Flights(
            self._connector, pool, self._results, self._progress, self._listings.guarded
        )
        try:
            stopped = self._work(flights)
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
            return self._dropped(
                f"{missed} of {self._run.entries_before} files are gone since last time"
            )
        runs.close_vanished(self._writer, self._results, self._run)
        guards = reach.Guards.KNOWN
        if self._listings.guards_changed or not self._run.after_complete:
            guards = reach.Guards.CHANGED
        unread = reach.refresh(
            self._writer, self._accounts, self._run.share_id, self._run.id, guards
        )
        joined = None if self._joined is None else self._joined()
        ended = self._end(Ended.COMPLETE, None)
        return replace(ended, accounts_unread=unread, joined=joined)

    def _work(self, flights: Flights) -> bool:
        """Do the night's work; tell whether it was stopped."""
        for listing in self._connector.walk():
            work = self._listings.take(listing)
            self._progress.found = self._listings.enumerated
            for replaced in self._listings.replaced():  # in one commit with their new state
                self._results.release(*replaced)
            self._connector.expect((Ref(each.folder, each.name), each.size_bytes) for each in work)
            for each in work:
                flights.begin(each)
                while flights.full:
                    if self._wanted.stop():
                        return True
                    self._land(flights, _WAIT_SECONDS)
                self._land(flights, 0)
            if self._wanted.stop():
                return True
            self._land(flights, 0)
        while flights.busy:
            if self._wanted.stop():
                return True
            self._land(flights, _WAIT_SECONDS)
        return False

    def _land(self, flights: Flights, timeout_seconds: float) -> None:
        flights.land(timeout_seconds)
        self._wanted.show(self._progress)
        if self._writer.due:
            self._commit()

    def _commit(self) -> None:
        self._results.flush()
        self._writer.commit()

    def _dropped(self, why: str) -> Outcome:
        """End incomplete: a dropped mount is not a clean share, and no row is closed."""
        self._commit()
        _, folders = runs.keep_unreachable(self._writer, self._run, self._listings.seen)
        self._listings.seen = folders
        reason = (
            f"{why}; if a mount was dropped, mount it and scan again,"
            " if this is right, scan with --accept-loss"
        )
        return self._end(Ended.INCOMPLETE, reason)

    def _end(self, ended: Ended, reason: str | None) -> Outcome:
        run, listings = self._run, self._listings
        found = runs.coverage(self._writer, run, listings.enumerated, listings.seen)
        if ended is Ended.INCOMPLETE:
            # Counted from the catalogue: the crawl itself did not come to all of it.
            total = found.examined + found.unchanged + found.excluded + found.gaps
            found = replace(found, enumerated=total)
        identity = self._connector.identity() if ended is Ended.COMPLETE else None
        runs.store_coverage(self._writer, run, found, ended, reason, identity)
        again, stands = self._progress.again, self._progress.stands
        return Outcome(run.share_id, run.id, ended, found, reason, again, stands)
