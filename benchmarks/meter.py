"""Runs one command and writes what it cost, as JSON, to a descriptor. Started by ``measure``.

A process of its own, and small: Linux counts into a child's peak memory what its parent held when
it was forked, so a large parent would measure itself. Imports next to nothing for that reason.
"""

import json
import os
import resource
import sys
import time


def main() -> int:
    """Run the command after the descriptor's number; return 0 if it could be run, else 127."""
    descriptor, command = int(sys.argv[1]), sys.argv[2:]
    started = time.perf_counter()
    try:
        child = os.posix_spawnp(command[0], command, os.environ)
    except OSError:
        return 127
    _, state = os.waitpid(child, 0)
    wall = time.perf_counter() - started
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    cost = {
        "status": os.waitstatus_to_exitcode(state),
        "wall_seconds": wall,
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss * 1024,
    }
    os.write(descriptor, json.dumps(cost).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
