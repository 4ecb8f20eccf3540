"""``python -m benchmarks.extraction DIR``: extract every file of a folder, and nothing else.

In a process of its own, so that its cost is taken in the same way as that of a whole scan.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scanner.extractors.base import Budget, PartGap, Source
from scanner.extractors.router import extract


def main() -> int:
    """Extract what lies below the folder on the command line; print files, characters, gaps."""
    files = chars = gaps = 0
    for path in Path(sys.argv[1]).rglob("*"):
        if not path.is_file():
            continue
        files += 1
        source = Source.of_descriptor(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        try:
            for part in extract(source, Budget()):
                if isinstance(part, PartGap):
                    gaps += 1
                else:
                    chars += len(part.text)
        finally:
            source.close()
    print(f"{files} files, {chars} characters, {gaps} gaps")
    return 0


if __name__ == "__main__":
    sys.exit(main())
