"""The machine: Python, how many workers it can have, and whether their memory can be limited."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
from collections.abc import Iterator

from reports.doctor.base import Checked, State, size_words

_OLDEST, _FIRST_UNTRIED = (3, 11), (3, 14)  # pyproject.toml, requires-python

# Leaves with 0 where memory above the limit is refused, as a worker's is, and with 1 where not.
# Nothing is written into it, so that nothing is used where it is granted.
_TRIES_TO_EXCEED = """
import resource, sys
most = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_DATA, (most, most))
try:
    bytearray(most)
except MemoryError:
    sys.exit(0)
sys.exit(1)
"""


def checked(memory_bytes: int, most_jobs: int) -> Iterator[Checked]:
    """Yield how Python, workers and their limit of ``memory_bytes`` each stand."""
    yield python(sys.version_info[:2])
    cores = len(os.sched_getaffinity(0))
    yield Checked(
        State.OK,
        "worker processes",
        f"{min(cores, most_jobs)}, one a processor; 'scan --jobs' takes up to {most_jobs}",
    )
    yield memory(memory_bytes)


def python(running: tuple[int, int]) -> Checked:
    """Return whether this is a Python that Stocktake is tried with."""
    system = platform.uname()
    said = (
        f"{platform.python_version()} on {system.system} {system.release} {system.machine},"
        f" {platform.libc_ver()[0] or 'libc'} {platform.libc_ver()[1]}".rstrip()
    )
    if _OLDEST <= running < _FIRST_UNTRIED:
        return Checked(State.OK, "Python", said)
    return Checked(State.TO_DO, "Python", f"{said}: not tried; use 3.11, 3.12 or 3.13")


def memory(memory_bytes: int) -> Checked:
    """Return whether a worker that takes more than ``memory_bytes`` is refused it: by trial."""
    what = "memory of a worker"
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if hard != resource.RLIM_INFINITY and hard < memory_bytes:
        said = (
            f"this account may set no limit above {size_words(hard)}, and a worker gets"
            f" {size_words(memory_bytes)}: raise its hard limit of data (ulimit -Hd)"
        )
        return Checked(State.MISSING, what, said)
    tried = subprocess.run(  # noqa: S603 - our own program, and a number
        [sys.executable, "-I", "-c", _TRIES_TO_EXCEED, str(memory_bytes)], capture_output=True
    )
    if tried.returncode:
        said = (
            f"the limit of {size_words(memory_bytes)} does not hold on this system: a document"
            " may use up its memory; limit the scan's as a whole (systemd: MemoryMax)"
        )
        return Checked(State.TO_DO, what, said)
    return Checked(State.OK, what, f"at most {size_words(memory_bytes)}, and the limit holds")
