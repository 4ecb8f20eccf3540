"""Holes are passed over, and nothing else is."""

from __future__ import annotations

import io
from pathlib import Path

from scanner.extractors.encoding import TextReader
from scanner.extractors.holes import past_hole

FAR = 40_000_000_000  # reading as far as that would take minutes


def sparse(path: Path, *pieces: tuple[int, bytes], size: int = FAR) -> Path:
    with path.open("wb") as file:
        for at, data in pieces:
            file.seek(at)
            file.write(data)
        file.truncate(size)
    return path


def test_hole_when_passed_then_the_stream_stands_on_the_next_data(tmp_path: Path) -> None:
    path = sparse(tmp_path / "a", (0, b"first"), (FAR - 10, b"last"))
    with path.open("rb") as stream:
        assert stream.read(5) == b"first"
        assert past_hole(stream) == 0  # the block it stands in is data
        stream.seek(1_000_000)
        assert past_hole(stream) > FAR - 2_000_000
        assert stream.read().strip(b"\0") == b"last"
        assert past_hole(stream) == 0


def test_hole_at_the_end_when_passed_then_nothing_is_left(tmp_path: Path) -> None:
    with sparse(tmp_path / "a").open("rb") as stream:
        assert past_hole(stream) == FAR
        assert stream.read() == b""


def test_stream_in_memory_when_asked_then_it_stays(tmp_path: Path) -> None:
    stream = io.BytesIO(bytes(100))
    assert past_hole(stream) == 0
    assert stream.read() == bytes(100)


def test_text_on_both_sides_of_a_hole_is_read(tmp_path: Path) -> None:
    path = sparse(tmp_path / "a", (0, b"first\n"), (FAR - 20, b"\nlast\n"))
    with path.open("rb") as stream:
        text = "".join(TextReader(stream).blocks())
    assert len(text) < 10_000_000
    assert [word for word in text.replace("\0", "").split("\n") if word] == ["first", "last"]
