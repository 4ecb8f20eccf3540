"""Writes a corpus: its files below a folder, and beside it what is true about them.

``truth.jsonl`` has a line for each written value: ``{"path", "entity", "canonical", "form",
"context", "required", "also"}``; ``files.jsonl`` a line for each file: ``{"path", "layout", "kind",
"size_bytes"}``. The same generator, seed and number of files give the same values.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.accuracy.draft import Document

Row = dict[str, object]
_FILES_IN_FOLDER = 50


def write(root: Path, documents: Iterable[Document]) -> None:
    """Write documents to ``root``/files, which is made anew."""
    shutil.rmtree(root, ignore_errors=True)
    truths: list[Row] = []
    files: list[Row] = []
    for number, document in enumerate(documents):
        path = f"{number // _FILES_IN_FOLDER:02}/{number:04}.{document.suffix}"
        target = root / "files" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(document.data)
        files.append({
            "path": path, "layout": document.layout, "kind": document.kind.value,
            "size_bytes": len(document.data),
        })  # fmt: skip
        truths += (
            {"path": path, "entity": t.entity, "canonical": t.canonical, "form": t.form,
             "context": t.context, "required": t.required, "also": t.also}
            for t in document.truths
        )  # fmt: skip
    for name, rows in (("truth", truths), ("files", files)):
        with (root / f"{name}.jsonl").open("w", encoding="utf-8") as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def read(path: Path) -> Iterator[Row]:
    """Yield the objects of a file that holds one in each line."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)
