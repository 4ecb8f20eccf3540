"""The processes of a server and those it starts, which may outlive it: found and killed by id."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import NamedTuple

_ENDED = "ZX"  # proc(5): ended, and not yet asked about


def end(process: subprocess.Popen[bytes], base: Path) -> None:
    """Kill a server that serves from ``base``, and all that was started for it."""
    family = {process.pid, *below(process.pid)}
    sessions = {each.session for each in _processes() if each.pid in family}
    process.kill()
    process.wait()
    if process.stdin is not None:
        process.stdin.close()
    # One that lives on would keep the old state from being cleared at the next start. Some write
    # a title over their environment: those are known by their session.
    while left := {*started_for(base), *_in(sessions)}:
        kill(left)
        time.sleep(0.01)


def kill(pids: Iterable[int]) -> None:
    """Kill processes; those that are gone already are no trouble."""
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def started_for(base: Path) -> list[int]:
    """Return the processes that serve from ``base``, whoever's children they are by now."""
    mark = f"NSS_WRAPPER_PASSWD={base}/".encode()
    found = []
    for environment in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if mark in environment.read_bytes():
                found.append(int(environment.parent.name))
    return found


def below(root: int) -> list[int]:
    """Return the processes that descend from one, deepest last."""
    processes = list(_processes())
    found = [root]
    for pid in found:  # grows while it is walked
        found.extend(each.pid for each in processes if each.parent == pid)
    return found[1:]


class _Process(NamedTuple):
    pid: int
    parent: int
    session: int


def _processes() -> Iterator[_Process]:
    """Yield all processes that have not ended."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, parent, _, session, *_ = status.read_text().rpartition(")")[2].split()
            if state not in _ENDED:
                yield _Process(int(status.parent.name), int(parent), int(session))


def _in(sessions: Set[int]) -> Iterator[int]:
    return (each.pid for each in _processes() if each.session in sessions)
