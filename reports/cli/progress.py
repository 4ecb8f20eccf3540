"""How far a scan is: a bar on a terminal, one line a minute elsewhere."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from scanner.night import Progress

logger = logging.getLogger(__name__)

_LINE_SECONDS = 60.0
_BAR_SECONDS = 0.1


@contextmanager
def progress_shown() -> Iterator[Callable[[Progress], None]]:
    """Yield what shows progress; on a terminal a bar with files, MB, rate and time left."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.fields[files]}"),
        BarColumn(),
        TextColumn("{task.fields[megabytes]} MB · {task.fields[rate]} MB/s"),
        TimeRemainingColumn(),
    )
    began = time.monotonic()
    due = 0.0
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, files="0 files", megabytes="0", rate="0")

        def show(progress: Progress) -> None:
            nonlocal due
            now = time.monotonic()
            if now < due:
                return
            due = now + _BAR_SECONDS
            megabytes = progress.bytes_read / 1e6
            bar.update(
                task,
                total=max(progress.bytes_to_read, 1),
                completed=progress.bytes_read,
                files=_files(progress),
                megabytes=f"{megabytes:,.0f}",
                rate=f"{megabytes / max(now - began, 0.1):,.1f}",
            )

        yield show


def _files(progress: Progress) -> str:
    """Return how many files are read, or why none is yet.

    >>> _files(Progress(found=1_234, to_read=1_000))
    '1,234 listed; preparing patterns, minutes the first time'
    >>> _files(Progress(found=1_234, to_read=1_000, read=500))
    '500 of 1,234 files'
    """
    if progress.to_read and not progress.read:
        return f"{progress.found:,} listed; preparing patterns, minutes the first time"
    return f"{progress.read:,} of {progress.found:,} files"


def _lines() -> Callable[[Progress], None]:
    due = time.monotonic() + _LINE_SECONDS

    def show(progress: Progress) -> None:
        nonlocal due
        now = time.monotonic()
        if now < due:
            return
        due = now + _LINE_SECONDS
        logger.warning(
            "Scanning",
            extra={
                "found": progress.found,
                "read": progress.read,
                "megabytes": progress.bytes_read // 1_000_000,
                "gaps": progress.gaps,
            },
        )

    return show
