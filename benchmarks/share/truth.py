"""The ground truth of a generated share, one JSON object a line.

``{"type": "value", "path", "member", "entity", "canonical", "written", "form", "context",
"family", "required", "count"}`` for each distinct value as written in one place;
``{"type": "trap", "path", "member", "entity", "canonical", "written", "kind"}`` for look-alikes;
``{"type": "file", "path", "role", "family", "format", "readable", "expected_causes"}`` for every
file. ``member`` is null for the file itself; a value in the file's name has the context
"file name". What is not required may be found or not: neither counts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from benchmarks.share.drafts import Demand
from benchmarks.share.made import Made

Row = dict[str, object]


def rows_of(path: str, made: Made) -> Iterator[Row]:
    """Yield the truth about one file that lies at ``path``, relative to the share."""
    yield {
        "type": "file",
        "path": path,
        "role": made.role.value,
        "family": made.family,
        "format": made.format,
        "readable": not made.causes,
        "expected_causes": list(made.causes),
    }
    for item, count in Counter(made.planted).items():
        yield {
            "type": "value",
            "path": path,
            "member": item.member,
            "entity": item.value.entity,
            "canonical": item.value.canonical,
            "written": item.value.text,
            "form": item.value.form,
            "context": item.context,
            "family": made.family,
            "required": item.demand is Demand.REQUIRED,
            "count": count,
        }
    for trap in dict.fromkeys(made.traps):
        yield {
            "type": "trap",
            "path": path,
            "member": trap.member,
            "entity": trap.entity,
            "canonical": trap.canonical,
            "written": trap.text,
            "kind": trap.kind,
        }


def write_rows(file: TextIO, rows: Iterator[Row]) -> None:
    """Write rows to an open truth file."""
    file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a truth file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
