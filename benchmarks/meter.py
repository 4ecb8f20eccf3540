"""Runs one command and writes what it cost, as JSON, to a descriptor. Started by ``measure``.

A process of its own, and small: Linux counts into a child's peak memory what its parent held when
it was forked, so a large parent would measure itself. Imports next to nothing for that reason.

It adopts what the command leaves behind. The system adds up the usage of children that were waited
for, and a pool's workers under a fork server are nobody's to wait for once the command has ended:
without this their processor time, nearly all there is, would be missing.
"""

import ctypes
import json
import os
import resource
import sys
import time

_PR_SET_CHILD_SUBREAPER = 36  # Linux, include/uapi/linux/prctl.h
_LINGER_SECONDS = 30.0  # how long workers may take to end after their command has


def _adopt_orphans() -> None:
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "orphans cannot be adopted")


def _all_ended() -> bool:
    """Wait for every process left behind; return False if one outlives its time."""
    deadline = time.monotonic() + _LINGER_SECONDS
    while time.monotonic() < deadline:
        try:
            ended, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return True
        if not ended:
            time.sleep(0.005)
    return False


def _own_seconds(ended: int) -> float:
    """Return the processor seconds of one process without its children: proc(5), "stat"."""
    with open(f"/proc/{ended}/stat", "rb") as file:
        fields = file.read().rpartition(b")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Run the command after the descriptor's number; return 0 if it could be run, else 127."""
    descriptor, command = int(sys.argv[1]), sys.argv[2:]
    _adopt_orphans()
    started = time.perf_counter()
    try:
        child = os.posix_spawnp(command[0], command, os.environ)
    except OSError:
        return 127
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    wall = time.perf_counter() - started
    own = _own_seconds(child)
    _, state = os.waitpid(child, 0)
    complete = _all_ended()
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = {
        "status": os.waitstatus_to_exitcode(state),
        "wall_seconds": wall,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "own_cpu_seconds": own,
        "peak_bytes": usage.ru_maxrss * 1024,
        "complete": complete,
    }
    os.write(descriptor, json.dumps(cost).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
