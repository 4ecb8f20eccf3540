"""The log of all processes: one file and standard error, without personal data or paths.

multiprocessing-logging's handler writes in the parent; workers send their records to its queue.
Its own ``install_mp_handler`` asserts under a forkserver, and neither handler nor queue can be
pickled to a worker as it makes them, so the queue is made from the workers' context here.
"""

from __future__ import annotations

import errno
import logging
import logging.handlers
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.context import BaseContext
from multiprocessing.queues import Queue
from pathlib import Path
from typing import TYPE_CHECKING

from multiprocessing_logging import MultiProcessingHandler

from scanner.errors import SettingsError

if TYPE_CHECKING:
    LogQueue = Queue[logging.LogRecord]

_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s%(values)s"
_TIME = "%Y-%m-%dT%H:%M:%S%z"  # by this place's clock, with its offset


class _Values(logging.Filter):
    """Puts what a log call gave in ``extra`` behind its sentence: ids and counts."""

    _KNOWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "values"}

    def filter(self, record: logging.LogRecord) -> bool:
        given = {k: v for k, v in vars(record).items() if k not in self._KNOWN}
        record.values = "".join(f" {name}={value}" for name, value in sorted(given.items()))
        return True


@contextmanager
def logging_to(file: Path, level: int, context: BaseContext) -> Iterator[LogQueue]:
    """Log to ``file`` (mode 0600) and, from WARNING, standard error; yield the workers' queue.

    Raises SettingsError where the file cannot be written, OSError where its disk is full.
    """
    outputs: list[logging.Handler] = [_opened(file), logging.StreamHandler(sys.stderr)]
    outputs[1].setLevel(logging.WARNING)
    queue: LogQueue = context.Queue(-1)
    root = logging.getLogger()
    for output in outputs:
        output.addFilter(_Values())
        output.setFormatter(logging.Formatter(_FORMAT, _TIME))
    shared = _Both(outputs)
    handler = MultiProcessingHandler("stocktake", sub_handler=shared)
    handler.queue = queue
    before = root.level
    root.addHandler(handler)
    root.setLevel(level)
    try:
        yield queue
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        handler.close()
        # A worker killed in the midst of a line keeps the queue locked: what is not written by
        # now never will be, and the process must not wait for it at its end.
        queue.cancel_join_thread()
        for output in outputs:
            with suppress(OSError):  # a full disk: what could not be written is gone
                output.close()


class _File(logging.FileHandler):
    """A log whose disk may fill up: the scan goes on, and what stops it is said by itself."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        if not isinstance(sys.exception(), OSError):
            super().handleError(record)


def _opened(file: Path) -> _File:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600))
        return _File(file)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):  # no setting is wrong: the run stops
            raise
        raise SettingsError(
            f"Cannot write the log {file}: {os.strerror(error.errno or 0)}."
            " Make its folder writable."
        ) from error


class _Both(logging.Handler):
    """Hands each record to several outputs that filter for themselves."""

    def __init__(self, outputs: list[logging.Handler]) -> None:
        super().__init__()
        self._outputs = outputs

    def emit(self, record: logging.LogRecord) -> None:
        for output in self._outputs:
            if record.levelno >= output.level:
                output.handle(record)


def log_to_queue(queue: LogQueue, level: int) -> None:
    """Send this worker's records to the parent."""
    root = logging.getLogger()
    root.handlers = [logging.handlers.QueueHandler(queue)]
    root.setLevel(level)
