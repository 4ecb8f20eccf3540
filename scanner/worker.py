"""Inside a worker process: one task at a time, under limits that the kernel keeps.

A worker gets an open descriptor and gives back findings; it has no credentials and never sees
the catalogue. Time: an interval timer whose signal, left at its default, ends the process even
inside a C library that never returns; progress re-arms it, so a long text is no hang. Memory:
RLIMIT_DATA. A worker that dies costs the one entry it was reading.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
import time
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from connectors.base import Exclusion
from connectors.local import open_without_atime
from scanner.declared import declared_with
from scanner.examine import Detecting, Examined, examine_content, examine_name, fingerprint
from scanner.extractors.base import Budget, Limits, Source
from scanner.findings import EntityResult
from scanner.keys import TokenKey
from scanner.logs import log_to_queue
from scanner.own_pages import is_ours
from scanner.settings import Settings

if TYPE_CHECKING:
    from scanner.logs import LogQueue

_ROOMS = frozenset({"connectors", "detectors", "scanner"})


class Step(Enum):
    """How far a task goes: cheap questions come before dear ones."""

    NAME = auto()  # the content is known; only the name is looked at
    FINGERPRINT = auto()  # something of this size is known: is it a copy?
    EXAMINE = auto()


@dataclass(frozen=True, slots=True)
class Task:
    """One entry to look at. ``path`` opens its bytes; ``name`` is looked at besides."""

    step: Step
    name: str = field(repr=False)
    path: str | None = None
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What a worker found out: as much as its task's step asked for."""

    names: tuple[EntityResult, ...] = field(repr=False)
    fingerprint: bytes | None = None
    examined: Examined | None = None


Answer = Report | Exclusion
"""What comes back from a worker: a report, or the rule by which the entry is not examined."""


class _Worker:
    """What a worker keeps between tasks; set once, by ``start``."""

    detecting: Detecting
    limits: Limits


def start(
    key: TokenKey,
    limits: Limits,
    queue: LogQueue,
    level: int,
    name_model: str,
    settings: Settings,
) -> None:
    """Prepare this process: limits, log, orphan watch, compiled detectors."""
    log_to_queue(queue, level)
    for handler in logging.getLogger().handlers:
        handler.addFilter(_is_ours)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    # Born with it blocked, so that only the parent answers; from here on the pool may use it.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold text in clear
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Worker.limits = limits
    _Worker.detecting = Detecting.by(declared_with(name_model, settings), key, settings)
    gc.freeze()


def work(task: Task) -> Answer:
    """Do one task. What nobody foresaw is raised, and becomes a gap in the pool."""
    limits = _Worker.limits
    budget = Budget(limits, task.attempt)

    def progress() -> None:
        signal.setitimer(signal.ITIMER_REAL, limits.seconds)
        # A little before the signal, so that what was found until then is kept.
        budget.deadline = time.monotonic() + 0.9 * limits.seconds

    budget.progress = progress
    progress()
    try:
        return _report(task, budget)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _report(task: Task, budget: Budget) -> Answer:
    names = examine_name(task.name, _Worker.detecting)
    if task.path is None:
        return Report(names)
    # The parent's descriptor, opened anew: an own position, and no right to write.
    opened = open_without_atime(task.path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    source = Source.of_descriptor(opened)
    try:
        if is_ours(source, _Worker.detecting.key, budget):
            return Exclusion.OWN_FILES
        digest = fingerprint(source, _Worker.detecting.key, budget)
        if task.step is Step.FINGERPRINT:
            return Report(names, digest)
        return Report(names, digest, examine_content(source, budget, _Worker.detecting))
    finally:
        source.close()


def _is_ours(record: logging.LogRecord) -> bool:
    """Tell whether a record is of our own rooms: parsers put text of documents into theirs."""
    return record.name.partition(".")[0] in _ROOMS


def _end_with_parent() -> None:
    """Leave when the scan is gone: under a forkserver the kernel's own signal does not fire."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        sys.stderr.flush()
        os._exit(1)
