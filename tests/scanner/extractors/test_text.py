from __future__ import annotations

import io

import pytest

from scanner.extractors.base import Budget, Passage, Source, locate
from scanner.extractors.text import extract
from tests.scanner.extractors.reading import read, texts

LINES = "".join(f"line {n}: Zoë Example paid £{n}\n" for n in range(1, 60_000))


def passages(data: bytes) -> list[Passage]:
    return list(extract(Source.of_bytes(data), Budget()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "cp850"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_text_when_in_any_encoding_then_the_same_lines_come_out(
    encoding: str, line_end: str
) -> None:
    parts = passages(LINES.replace("\n", line_end).encode(encoding))
    assert "".join(part.text for part in parts) == LINES
    assert len(parts) > 1
    assert all(part.text.endswith("\n") for part in parts)


def test_text_when_cut_into_blocks_then_lines_count_on() -> None:
    last = passages(LINES.encode())[-1]
    at = last.text.index("line 59999:")
    assert locate(last, at) == (("line", 59_999),)


def test_text_when_one_endless_line_then_it_is_cut_between_words() -> None:
    data = b"word and another word; " * 200_000
    parts = passages(data)
    assert "".join(part.text for part in parts).encode() == data
    assert max(len(part.text) for part in parts) < 1_600_000
    assert all(part.text.endswith("; ") for part in parts)
    assert locate(parts[-1], 5) == (("line", 1),)


def test_text_when_without_any_place_to_cut_then_blocks_still_end() -> None:
    parts = passages(b"x" * 5_000_000)
    assert sum(len(part.text) for part in parts) == 5_000_000
    assert len(parts) > 2


def test_text_when_read_then_each_block_reports_progress() -> None:
    calls: list[int] = []
    budget = Budget(progress=lambda: calls.append(1))
    stream = io.BytesIO(LINES.encode())
    list(extract(Source(stream, len(stream.getvalue())), budget))
    assert len(calls) >= 2


def test_text_when_it_has_holes_then_it_is_read_all_the_same() -> None:
    assert "second" in texts(read(b"first line\n" + b"\0" * 5 + b"second line of the log\n"))
