"""Compiled patterns on disk: compiling thousands takes seconds, loading them a millisecond.

They lie in ``$XDG_CACHE_HOME/stocktake`` or ``~/.cache/stocktake`` and hold patterns only, nothing
of any document. A file is taken where the name, which is a digest of all it was made from, is the
wanted one, and where nobody but its owner, who runs us, can have written it; what the library
then refuses is compiled anew.
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

_PREFIX = "patterns-"
_MOST = 8  # two for each of two releases, with and without a council's own patterns


def folder() -> Path:
    """Return where compiled patterns lie."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "stocktake"


def load(digest: str) -> bytes | None:
    """Return what was kept under ``digest``, or None where there is nothing to be trusted."""
    try:
        with open(folder() / f"{_PREFIX}{digest}", "rb") as file:
            if not (_ours(os.stat(folder())) and _ours(os.fstat(file.fileno()))):
                return None
            return file.read()
    except OSError:
        return None


def keep(digest: str, data: bytes) -> None:
    """Keep ``data`` under ``digest``; where that cannot be, it is compiled again next time."""
    with suppress(OSError):
        folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder(), prefix=".", delete=False) as file:
            try:
                file.write(data)
                file.flush()
                os.replace(file.name, folder() / f"{_PREFIX}{digest}")
            except OSError:
                os.unlink(file.name)
                raise
        by_age = sorted(folder().glob(f"{_PREFIX}*"), key=lambda path: path.stat().st_mtime)
        for old in by_age[:-_MOST]:
            old.unlink(missing_ok=True)


def _ours(status: os.stat_result) -> bool:
    others_write = status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return status.st_uid == os.geteuid() and not others_write
