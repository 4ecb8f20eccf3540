"""Reading documents for ``detect`` and ``extract``: the scan's own way, in this process's sight.

Only these two commands show text in clear: it is the user's own input, and is stored nowhere.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from connectors.base import Cause
from connectors.local import cause_of, open_without_atime
from reports.cli.kinds import kind_words
from scanner.errors import SettingsError
from scanner.extractors.base import Budget, PartGap, Passage, Source, TablePassage
from scanner.extractors.router import extract


def documents(paths: tuple[str, ...]) -> Iterator[tuple[str, Source | PartGap]]:
    """Yield (path, source) for files, every file below folders, and "-" for standard input.

    Below a folder, links and special files are left out, as in a scan; what cannot be opened
    there comes as a gap. Raises SettingsError, before anything is read, for a path given by name.
    """
    for path in paths:
        why_not = None if path == "-" else _why_not(path)
        if why_not:
            raise SettingsError(
                f"Cannot read {path}: {why_not}. Give another path, or - for standard input."
            )
    for path in paths:
        if path == "-":
            yield "-", Source.of_bytes(sys.stdin.buffer.read())
        elif os.path.isdir(path):
            yield from _below(path)
        elif _is_given_by_shell(path):
            yield path, Source.of_bytes(Path(path).read_bytes())
        else:
            yield path, _opened(path, 0)


def parts(source: Source | PartGap) -> Iterator[Passage | TablePassage | PartGap]:
    """Yield what the scan would see of a document."""
    if isinstance(source, PartGap):
        yield source
        return
    try:
        yield from extract(source, Budget())
    finally:
        source.close()


def _why_not(path: str) -> str | None:
    """Return why a path that was named cannot be read, or None where it can."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return "there is no such file or folder, or no right to it"
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or _is_given_by_shell(path)):
        return f"it is {kind_words(mode)}, not a file or folder"
    rights = os.R_OK | os.X_OK if stat.S_ISDIR(mode) else os.R_OK
    return None if os.access(path, rights) else "this account has no right to read it"


def _is_given_by_shell(path: str) -> bool:
    """Tell whether it is what <(command) gives; another pipe may never have anything to read."""
    return path.startswith(("/dev/fd/", "/proc/self/fd/")) and Path(path).is_fifo()


def _below(root: str) -> Iterator[tuple[str, Source | PartGap]]:
    unlisted: list[OSError] = []
    for folder, names, files in os.walk(root, onerror=unlisted.append):
        names.sort()
        for path in (str(Path(folder, name)) for name in sorted(files)):
            try:
                is_file = stat.S_ISREG(os.lstat(path).st_mode)
            except OSError as error:
                yield path, PartGap(cause_of(error))
                continue
            if is_file:
                yield path, _opened(path, os.O_NOFOLLOW)
    for failed in unlisted:
        yield str(failed.filename), PartGap(cause_of(failed))


def _opened(path: str, flags: int) -> Source | PartGap:
    try:
        # A pipe put there meanwhile must not block.
        descriptor = open_without_atime(path, flags | os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        return PartGap(cause_of(error))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return PartGap(Cause.VANISHED)
    return Source.of_descriptor(descriptor)
