"""A pool of worker processes behind one narrow interface: put a task in, take outcomes out.

pebble replaces a dead worker and names the task that died with it, so that a parser that
crashes costs one entry. A forkserver keeps workers small and free of the parent's descriptors.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import signal
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from pebble import ProcessExpired, ProcessPool

from connectors.base import Cause
from scanner.errors import SettingsError
from scanner.extractors.base import Limits
from scanner.extractors.registry import modules
from scanner.keys import TokenKey
from scanner.settings import Settings
from scanner.worker import Answer, Task, start, work

if TYPE_CHECKING:
    from scanner.logs import LogQueue

logger = logging.getLogger(__name__)

_AHEAD = 16  # tasks waiting per worker: enough to keep it busy, few enough open descriptors
_PLACE = re.compile(r'File ".*?([^/"]+)", line (\d+)')
_CAUSE_OF_EXIT = {
    -signal.SIGALRM: Cause.TIMED_OUT,
    # pdfium and what is written in Rust abort where memory is not to be had (decisions/0002).
    -signal.SIGABRT: Cause.MEMORY,
    -signal.SIGKILL: Cause.MEMORY,  # twice: the kernel's out-of-memory killer
}
_KILLS = (-signal.SIGKILL, -signal.SIGTERM, signal.SIGTERM)  # pebble exits with the last one
_MOST_BROKEN = 3  # times that the pool may break with an entry under way
_TRY_ANOTHER_LIBRARY = frozenset({Cause.CRASHED, Cause.MEMORY})


class _Sent(NamedTuple):
    ref: int
    task: Task
    killed: bool = False  # by a signal, once already
    broken: int = 0  # how often the whole pool broke with it under way


class Outcome(NamedTuple):
    """What came of one task: a worker's answer, or the cause for which there is none."""

    ref: int
    result: Answer | Cause


def context() -> ForkServerContext:
    """Return the context that workers start in: loaded once, forked from there."""
    # Else Python looks for modules in the current folder first, and that may be the share: what
    # lies there under the name of a library would be run. Heeded by every process started below.
    os.environ["PYTHONSAFEPATH"] = "1"
    made = multiprocessing.get_context("forkserver")
    made.set_forkserver_preload(["scanner.silence", "scanner.worker", *modules()])
    return made


class Pool:
    """Workers at work. ``ref`` names a task (an entry's id) and comes back with its outcome."""

    def __init__(self, make: Callable[[], ProcessPool], jobs: int) -> None:
        self._make = make
        self._pool = make()
        self._most = jobs * _AHEAD
        self._done: SimpleQueue[tuple[_Sent, Future[Answer]]] = SimpleQueue()
        self.waiting = 0

    @property
    def full(self) -> bool:
        """Tell whether the workers have enough to do."""
        return self.waiting >= self._most

    def put(self, ref: int, task: Task) -> None:
        """Give a task to the workers."""
        self._put(_Sent(ref, task))

    def take(self, timeout_seconds: float) -> Outcome | None:
        """Return an outcome, or None when none came in time."""
        try:
            sent, future = self._done.get(timeout=timeout_seconds)
        except Empty:
            return None
        self.waiting -= 1
        result = _result(future)
        again = _again(sent, future, result)
        if again is None:
            return Outcome(sent.ref, result)
        self._put(again)
        return None

    def close(self) -> None:
        """End the workers; what they are at is dropped."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble's own annotation is missing
        self._pool.join()

    def _put(self, sent: _Sent) -> None:
        try:
            future = self._scheduled(sent)
        except BrokenProcessPool:  # what workers are forked from died: it is started once more
            self._renew()
            future = self._scheduled(sent)
        self.waiting += 1
        future.add_done_callback(lambda done: self._done.put((sent, done)))

    def _scheduled(self, sent: _Sent) -> Future[Answer]:
        if not self._pool.active:  # a worker died with the queue's lock in its hand
            self._renew()
        return self._pool.schedule(work, (sent.task,))

    def _renew(self) -> None:
        logger.warning("The workers are started anew")
        self.close()
        self._pool = self._make()


@contextmanager
def pool_of(
    jobs: int,
    key: TokenKey,
    limits: Limits,
    queue: LogQueue,
    name_model: str,
    settings: Settings,
) -> Iterator[Pool]:
    """Run ``jobs`` workers; on leaving, what they are at is dropped."""
    level = logging.getLogger().level

    def make() -> ProcessPool:
        _start_server()
        return ProcessPool(
            max_workers=jobs,
            initializer=start,
            initargs=(key, limits, queue, level, name_model, settings),
            context=context(),
        )

    pool = Pool(make, jobs)
    try:
        yield pool
    finally:
        pool.close()


def _start_server() -> None:
    """Start what workers are forked from. Raises SettingsError where it cannot listen.

    It is born with the signals blocked that ask a scan to stop: Ctrl-C reaches every process of
    the terminal, systemd's SIGTERM all of a service, and both are the parent's to answer.
    """
    context()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        forkserver.ensure_running()
    except OSError as error:
        folder = tempfile.gettempdir()
        raise SettingsError(
            f"Cannot start the workers: {error}. They need a short, writable folder for temporary"
            f" files, and this one is {folder}: set TMPDIR to another."
        ) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _again(sent: _Sent, future: Future[Answer], result: Answer | Cause) -> _Sent | None:
    """Return how to try once more, or None when that would give the same answer."""
    error = future.exception()
    if isinstance(error, BrokenProcessPool) and sent.broken < _MOST_BROKEN:
        return sent._replace(broken=sent.broken + 1)
    if isinstance(error, ProcessExpired) and error.exitcode in _KILLS and not sent.killed:
        return sent._replace(killed=True)  # somebody's kill, most likely: no fault of the entry
    if sent.task.attempt == 0 and isinstance(result, Cause) and result in _TRY_ANOTHER_LIBRARY:
        return sent._replace(task=replace(sent.task, attempt=1))
    return None


def _result(future: Future[Answer]) -> Answer | Cause:
    error = future.exception()
    if error is None:
        return future.result()
    if isinstance(error, ProcessExpired):
        logger.warning("A worker died", extra={"exit": error.exitcode})
        return _CAUSE_OF_EXIT.get(error.exitcode or 0, Cause.CRASHED)
    if isinstance(error, MemoryError):
        return Cause.MEMORY
    if isinstance(error, BrokenProcessPool):
        return Cause.CRASHED
    if isinstance(error, FileNotFoundError):
        return Cause.VANISHED
    # A mistake of ours that this entry brought to light: its place, never its values.
    places = _PLACE.findall(str(getattr(error, "traceback", "")))
    logger.error(
        "An entry could not be examined",
        extra={"error": type(error).__name__, "place": ":".join(places[-1]) if places else "?"},
    )
    return Cause.CRASHED
