"""Reading documents for ``detect`` and ``extract``: the scan's own way, in this process's sight.

Only these two commands show text in clear: it is the user's own input, and is stored nowhere.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from connectors.local import cause_of, open_without_atime
from scanner.errors import SettingsError
from scanner.extractors.base import Budget, PartGap, Passage, Source, TablePassage
from scanner.extractors.router import extract


def documents(paths: tuple[str, ...]) -> Iterator[tuple[str, Source | PartGap]]:
    """Yield (path, source) for files, every file below folders, and "-" for standard input.

    Below a folder, links and special files are left out, as in a scan; what cannot be opened
    there comes as a gap. Raises SettingsError, before anything is read, for a path given by name.
    """
    for path in paths:
        if path != "-" and not _can_be_read(path):
            raise SettingsError(
                f"Cannot read {path}: there is no such file or folder, or no right to it,"
                " or it is neither."
                " Give another path, or - for standard input."
            )
    for path in paths:
        if path == "-":
            yield "-", Source.of_bytes(sys.stdin.buffer.read())
        elif os.path.isdir(path):
            yield from _below(path)
        elif os.path.exists(path) and stat.S_ISFIFO(os.stat(path).st_mode):  # a shell's <(command)
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


def _can_be_read(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    if stat.S_ISDIR(mode):
        return os.access(path, os.R_OK | os.X_OK)
    return os.access(path, os.R_OK) and (stat.S_ISREG(mode) or _is_given_by_shell(path, mode))


def _is_given_by_shell(path: str, mode: int) -> bool:
    """Tell whether it is what <(command) gives; another pipe may never have anything to read."""
    return stat.S_ISFIFO(mode) and path.startswith(("/dev/fd/", "/proc/self/fd/"))


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
        return Source.of_descriptor(open_without_atime(path, flags | os.O_RDONLY | os.O_CLOEXEC))
    except OSError as error:
        return PartGap(cause_of(error))
