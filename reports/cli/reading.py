"""Reading documents for ``detect`` and ``extract``: the scan's own way, in this process's sight.

Only these two commands show text in clear: it is the user's own input, and is stored nowhere.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from scanner.errors import SettingsError
from scanner.extractors.base import Budget, PartGap, Passage, Source, TablePassage
from scanner.extractors.router import extract


def documents(paths: tuple[str, ...]) -> Iterator[tuple[str, Source]]:
    """Yield (path, source) for files, every file below folders, and "-" for standard input."""
    for path in paths:
        if path == "-":
            yield "-", Source.of_bytes(sys.stdin.buffer.read())
        elif Path(path).is_dir():
            for folder, names, files in os.walk(path):
                names.sort()
                yield from documents(tuple(str(Path(folder, name)) for name in sorted(files)))
        elif Path(path).is_file() and os.access(path, os.R_OK):
            yield path, Source.of_descriptor(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        else:
            raise SettingsError(f"Cannot read {path}: there is no such file, or no right to it.")


def parts(source: Source) -> Iterator[Passage | TablePassage | PartGap]:
    """Yield what the scan would see of a document."""
    try:
        yield from extract(source, Budget())
    finally:
        source.close()
