from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from scanner.extractors.base import Budget, ExtractionError, Limits
from scanner.extractors.members.spool import IN_MEMORY_BYTES, blocks_of, spooled


def test_spool_when_small_then_it_stays_in_memory() -> None:
    source = spooled(blocks_of(io.BytesIO(b"text")), 4, Budget())
    assert source.path is None
    assert source.head() == b"text"


def test_spool_when_large_then_it_can_be_opened_by_path() -> None:
    data = bytes(range(256)) * (IN_MEMORY_BYTES // 256 + 1)
    source = spooled(blocks_of(io.BytesIO(data)), len(data), Budget())
    assert source.path is not None
    assert Path(source.path).read_bytes() == data
    assert source.size_bytes == len(data)
    source.close()


def test_spool_when_the_entrys_bytes_are_spent_then_it_stops() -> None:
    budget = Budget(replace(Limits(), unpacked_bytes=100))
    spooled(blocks_of(io.BytesIO(b"x" * 60)), 60, budget)
    with pytest.raises(ExtractionError, match="limit"):
        spooled(blocks_of(io.BytesIO(b"x" * 60)), 60, budget)


def test_spool_when_a_large_member_passes_a_limit_then_its_descriptor_is_closed() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    limits = replace(Limits(), ratio=1, ratio_from_bytes=IN_MEMORY_BYTES * 2)
    with pytest.raises(ExtractionError, match="limit"):
        spooled(blocks_of(io.BytesIO(b"x" * IN_MEMORY_BYTES * 3)), 10, Budget(limits))
    assert len(list(Path("/proc/self/fd").iterdir())) == before
