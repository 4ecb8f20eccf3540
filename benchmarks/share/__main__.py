"""``python -m benchmarks.share DEST --files 10000 --seed 1``: write an invented council share."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.share.build import build, truth_path
from benchmarks.share.permissions import Guarding


def main() -> int:
    """Write the share that the command line asks for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.share", description=__doc__)
    parser.add_argument("destination", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--permissions",
        choices=[guarding.value for guarding in Guarding],
        default=Guarding.NONE.value,
        help="modes: as years of use leave them; owners: owners and ACLs too (needs root)",
    )
    parser.add_argument("--locked", type=int, default=0, help="so many files nobody may read")
    options = parser.parse_args()
    try:
        built = build(
            options.destination,
            options.files,
            options.seed,
            Guarding(options.permissions),
            options.locked,
        )
    except OSError as error:
        print(f"The share could not be written: {error}", file=sys.stderr)
        return 2
    roles = ", ".join(f"{count} {role}" for role, count in sorted(built.roles.items()))
    print(f"{options.destination}: {options.files} files ({roles}), {built.size_bytes:,} bytes")
    print(f"Truth: {truth_path(options.destination)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
