"""What this account may see of a folder, and whether looking leaves its last-access times alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reports.doctor.base import Checked, State
from reports.words import counted

_CAP_DAC_READ_SEARCH, _CAP_FOWNER = 2, 3  # capabilities(7), linux/capability.h
_LOOKED_AT = 1_000  # files of a folder: enough to see who owns them, done in a blink
_QUIET = os.O_RDONLY | os.O_NOATIME | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def rights() -> Checked:
    """Return what this account may read, by its capabilities."""
    if _capabilities() >> _CAP_DAC_READ_SEARCH & 1:
        return Checked(State.OK, "rights", "this account may read every local file")
    said = "only what this account may read is read; the rest becomes gaps"
    return Checked(State.OK, "rights", said)


def last_access() -> Checked:
    """Return whose last-access times a scan leaves alone: open(2), O_NOATIME."""
    what = "last-access times"
    if _capabilities() >> _CAP_FOWNER & 1:
        return Checked(State.OK, what, "left alone everywhere (CAP_FOWNER)")
    said = "left alone for this account's own files only; 'doctor PATH' tries it on a folder"
    return Checked(State.OK, what, said)


def folder(path: Path) -> Iterator[Checked]:
    """Yield whether a folder can be listed, then whether last-access times stay as they are."""
    try:
        with os.scandir(path) as found:
            items = list(islice(found, _LOOKED_AT))
    except OSError as error:
        said = f"{path} cannot be listed: {os.strerror(error.errno or 0)}: give a folder that can"
        yield Checked(State.MISSING, "PATH", said)
        return
    yield Checked(State.OK, "PATH", f"{path} can be listed")
    files = [item.path for item in items if item.is_file(follow_symlinks=False)]
    yield _kept(path, files)


def _kept(path: Path, files: list[str]) -> Checked:
    what = "last-access times"
    mount = os.statvfs(path).f_flag
    if mount & (os.ST_NOATIME | os.ST_RDONLY):
        return Checked(State.OK, what, "left alone: the disk is mounted so that none is written")
    changed = sum(not _is_left_alone(each) for each in (os.path.realpath(path), *files))
    looked_at = f"the folder and {counted(len(files), 'file')} in it"
    if not changed:
        return Checked(State.OK, what, f"left alone in {looked_at}")
    said = (
        f"would change for {changed:,} of {looked_at}, which others own: scan as their owner or"
        " with CAP_FOWNER, or mount the disk with noatime"
    )
    return Checked(State.TO_DO, what, said)


def _is_left_alone(path: str) -> bool:
    """Tell whether it can be read without a trace; opening alone reads nothing and leaves none."""
    try:
        os.close(os.open(path, _QUIET))
    except PermissionError as error:
        return error.errno != errno.EPERM  # neither owner nor CAP_FOWNER; EACCES: never read
    except OSError:
        return True
    return True


def _capabilities() -> int:
    """Return the effective capabilities: proc(5), status, CapEff."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapEff:"):
            return int(line.split()[1], 16)
    return 0
