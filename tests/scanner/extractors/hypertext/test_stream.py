from __future__ import annotations

import tracemalloc

from scanner.extractors.base import TablePassage
from scanner.extractors.hypertext.stream import streamed_parts


def test_stream_when_a_table_is_long_then_it_comes_in_batches_of_one_table() -> None:
    rows = [f"<tr><td>{n}</td><td>Ann</td></tr>" for n in range(12_000)]
    page = iter(["<table><tr><th>Ref</th><th>Name</th></tr>", *rows, "</table>"])
    found = [part for part in streamed_parts(page) if isinstance(part, TablePassage)]
    assert len(found) == 3
    assert {(batch.table, batch.header) for batch in found} == {(1, ("Ref", "Name"))}
    assert found[-1].first_row + found[-1].text.count("\n") == 12_001


def test_stream_when_long_then_memory_is_flat() -> None:
    page = ("<p>" + "word and word " * 100 + "</p>") * 100
    tracemalloc.start()
    try:
        chars = sum(len(part.text) for part in streamed_parts(page for _ in range(100)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert chars > 13_000_000
    assert peak < 6_000_000
