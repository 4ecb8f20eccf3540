"""The entries of one share on their way through the workers into the catalogue.

Cheap questions first: is the content known? is it a copy? only then is it examined. The parent
opens each entry and keeps it open until its report is in, so a worker needs no path, and an
entry that changes while it is read is noticed.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from connectors.base import Cause, Connector, EntryUnreadable, Exclusion, Ref
from scanner.catalogue.results import Content, Results
from scanner.copies import Copies
from scanner.crawl import Why, Work
from scanner.pool import Outcome, Pool
from scanner.worker import Report, Step, Task

_MOST_WAITING = 64  # copies that wait for the first to be examined, each with a descriptor open


@dataclass(slots=True)
class _Flight:
    """One entry under way."""

    work: Work
    step: Step
    descriptor: int | None = None
    stat: tuple[int, int] = (0, 0)  # size in bytes and modified time when it was opened
    fingerprint: bytes | None = None
    report: Report | None = None
    content: Content | None = None  # what it is known to hold


@dataclass(slots=True)
class Progress:
    """How far the night has come; ``bytes_read`` counts entries that were opened.

    Of entries that changed detectors or extractors could concern, ``again`` counts those that are
    examined again, and ``stands`` those whose content stands as it was found.
    """

    found: int = 0
    to_read: int = 0
    bytes_to_read: int = 0
    read: int = 0
    bytes_read: int = 0
    gaps: int = 0
    again: int = 0
    stands: int = 0


class Flights:
    """Takes work, keeps the pool busy, and stores what comes back.

    ``guarded`` gives an entry that was opened, or could not be, with what guards it.
    """

    def __init__(
        self,
        connector: Connector,
        pool: Pool,
        results: Results,
        progress: Progress,
        guarded: Callable[[Work], Work],
    ) -> None:
        self._guarded = guarded
        self._connector = connector
        self._pool = pool
        self._results = results
        self._progress = progress
        self._copies: Copies[_Flight] = Copies()
        self._flying: dict[int, _Flight] = {}
        self._again: deque[_Flight] = deque()
        self._own_pid = os.getpid()

    @property
    def busy(self) -> bool:
        """Tell whether anything is under way."""
        return bool(self._flying or self._again)

    @property
    def full(self) -> bool:
        """Tell whether no more should be begun now."""
        return self._pool.full or self._copies.waiting >= _MOST_WAITING

    def begin(self, work: Work) -> None:
        """Send an entry on its way."""
        self._progress.to_read += 1
        self._progress.bytes_to_read += work.size_bytes
        if work.why is Why.OTHER_SETS:
            content = self._results.content_of(work)
            if content is not None and self._results.is_current(content):
                self._progress.stands += 1
                self._send(_Flight(work, Step.NAME, content=content))
                return
            self._progress.again += 1
        flight = self._opened(work)
        if flight is None:
            return
        size = work.size_bytes
        if self._copies.may_be_copy(size) or self._results.has_size(size):
            flight.step = Step.FINGERPRINT
        else:
            self._copies.begin(size, None)
        self._send(flight)

    def land(self, timeout_seconds: float) -> None:
        """Store an outcome, if one comes in time, and send on what waited for it."""
        outcome = self._pool.take(timeout_seconds)
        if outcome is not None:
            self._landed(outcome)
        while self._again and not self._pool.full:
            self._decide(self._again.popleft())

    def close(self) -> None:
        """Close what is still open: the run was stopped."""
        for flight in (*self._flying.values(), *self._again):
            self._close(flight)

    def _opened(self, work: Work) -> _Flight | None:
        try:
            descriptor = self._connector.open(Ref(work.folder, work.name))
        except EntryUnreadable as error:
            self._gap(self._guarded(work), error.cause)
            return None
        status = os.fstat(descriptor)
        stat = (status.st_size, status.st_mtime_ns)
        return _Flight(self._guarded(work), Step.EXAMINE, descriptor, stat)

    def _send(self, flight: _Flight) -> None:
        path = None
        if flight.descriptor is not None:
            path = f"/proc/{self._own_pid}/fd/{flight.descriptor}"
        self._flying[flight.work.entry_id] = flight
        self._pool.put(flight.work.entry_id, Task(flight.step, flight.work.name, path))

    def _landed(self, outcome: Outcome) -> None:
        flight = self._flying.pop(outcome.ref)
        result = outcome.result
        if flight.step is Step.EXAMINE:
            waited = self._copies.end(flight.work.size_bytes, flight.fingerprint)
            self._again.extend(waited)
        if isinstance(result, Cause):
            self._close(flight)
            self._gap(flight.work, result)
        elif self._changed(flight):
            self._close(flight)
            self._gap(flight.work, Cause.CHANGED_WHILE_READ)
        elif isinstance(result, Exclusion):
            self._close(flight)
            self._results.excluded(flight.work, result)
            self._progress.read += 1
        elif flight.content is not None:
            self._known(flight, flight.content, result)
        elif result.examined is not None and result.fingerprint is not None:
            self._close(flight)
            content = self._results.examined(
                flight.work, result.fingerprint, result.examined, result.names
            )
            self._read(flight.work, content)
        else:
            flight.report = result
            self._decide(flight)

    def _decide(self, flight: _Flight) -> None:
        """Settle what has a fingerprint: a copy, something to wait for, or to be examined."""
        report = flight.report
        assert report is not None
        assert report.fingerprint is not None
        content = self._results.content(report.fingerprint)
        size = flight.work.size_bytes
        if content is not None and self._results.is_current(content):
            self._known(flight, content, report)
        elif not self._copies.must_wait(size, report.fingerprint, flight):
            flight.step, flight.fingerprint = Step.EXAMINE, report.fingerprint
            self._copies.begin(size, report.fingerprint)
            self._send(flight)

    def _known(self, flight: _Flight, content: Content, report: Report) -> None:
        self._close(flight)
        self._results.known(flight.work, content, report.names)
        self._read(flight.work, content)

    def _read(self, work: Work, content: Content) -> None:
        self._progress.read += 1
        self._progress.bytes_read += work.size_bytes
        self._progress.gaps += content.cause is not None

    def _gap(self, work: Work, cause: Cause) -> None:
        self._results.gap(work, cause)
        self._progress.read += 1
        self._progress.gaps += 1

    def _changed(self, flight: _Flight) -> bool:
        if flight.descriptor is None:
            return False
        status = os.fstat(flight.descriptor)
        return (status.st_size, status.st_mtime_ns) != flight.stat

    def _close(self, flight: _Flight) -> None:
        if flight.descriptor is not None:
            os.close(flight.descriptor)
            flight.descriptor = None
