"""``python -m benchmarks.reach``: how long answers about a large estate take.

A million invented files under 5,000 distinct descriptors (``estate``): who can reach what is worked
out once per access key, and each share summed up as at the end of a scan. Then one person's reach,
the exposure of all places, the most exposed files of one share in four and the places with other
readers below it, below one of its folders and on the server are asked, of the catalogue alone, and
a group that has changed is brought into all answers as ``refresh-access`` does. Wall clock, each
once, beside the issue's limits.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from functools import partial

from benchmarks.estate import (
    PERSON,
    Domain,
    Size,
    make_files,
    refresh_reach,
    sum_up_shares,
    work_out_reach,
)
from benchmarks.measure import fresh_database
from scanner.catalogue.engine import reader
from scanner.catalogue.queries.below import below, on_server
from scanner.catalogue.queries.exposure import exposed_places, most_exposed
from scanner.catalogue.queries.person import reach_of
from scanner.catalogue.queries.principals import account_named

_REACH_SECONDS = 60
_SUMS_SECONDS = 30  # ours: a million files take minutes to list and read
_ANSWER_SECONDS = 1
_REFRESH_SECONDS = 60
Result = dict[str, dict[str, float | bool]]


def measure(size: Size) -> Result:
    """Return the seconds of each answer, its limit, and whether it is within that."""
    database = fresh_database("reach")
    make_files(database, size)
    result = {
        "reach of all access keys": _timed(
            lambda: work_out_reach(database, Domain(size.people)), _REACH_SECONDS
        ),
        "sums of all shares, where all changed": _timed(
            lambda: sum_up_shares(database), _SUMS_SECONDS
        ),
    }
    engine = reader(database)
    with engine.connect() as connection:
        asked: dict[str, Callable[[], object]] = {
            "reach-of one person": lambda: reach_of(connection, account_named(connection, PERSON)),
            "exposure of all places": partial(exposed_places, connection),
            "most exposed files of one share": partial(most_exposed, connection, 1),
            "places below one share": partial(below, connection, 1, ""),
            "places below one folder of it": partial(below, connection, 1, "folder 1"),
            "places of the server": partial(on_server, connection, (1, 2, 3, 4)),
        }
        result |= {name: _timed(ask, _ANSWER_SECONDS) for name, ask in asked.items()}
    engine.dispose()
    for name, changed in (
        ("a person joins a group", Domain(size.people, joined=True)),
        ("a person is new", Domain(size.people, joined=True, newcomer=True)),
    ):
        refreshed = partial(refresh_reach, database, changed)
        result[f"refreshed, after {name}"] = _timed(refreshed, _REFRESH_SECONDS)
    return result


def _timed(work: Callable[[], object], limit_seconds: float) -> dict[str, float | bool]:
    began = time.perf_counter()
    work()
    taken = time.perf_counter() - began
    return {
        "seconds": round(taken, 2),
        "limit": limit_seconds,
        "within limit": taken <= limit_seconds,
    }


def main() -> int:
    """Measure and print; 1 where anything is over its limit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entries", type=int, default=1_000_000)
    options.add_argument("--descriptors", type=int, default=5_000)
    options.add_argument("--people", type=int, default=2_000)
    given = options.parse_args()
    result = measure(Size(given.entries, given.descriptors, given.people))
    json.dump(result, sys.stdout, indent=1)
    print()
    return 0 if all(each["within limit"] for each in result.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
