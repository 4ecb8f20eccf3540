from __future__ import annotations

import random
import zipfile
from dataclasses import replace

import pytest

from scanner.extractors.base import Budget, ExtractionError, Limits, PartGap, Source
from scanner.extractors.router import extract
from tests.scanner.extractors.reading import gaps, read, texts
from tests.scanner.extractors.test_archive_zip import zipped


def test_router_when_empty_then_there_is_nothing_and_no_gap() -> None:
    extraction = extract(Source.of_bytes(b""), Budget())
    assert extraction.media_type == "inode/x-empty"
    assert list(extraction) == []


def test_router_when_bytes_are_random_then_they_are_unsupported() -> None:
    data = random.Random(7).randbytes(100_000)
    assert gaps(read(data)) == [("unsupported", None)]


def test_router_when_nothing_but_nuls_then_they_are_unsupported() -> None:
    assert gaps(read(b"\0" * 100_000)) == [("unsupported", None)]


def test_router_when_passages_come_then_they_are_numbered() -> None:
    data = zipped({f"{n}.txt": b"text\n" for n in range(5)})
    parts = list(extract(Source.of_bytes(data), Budget()))
    numbers = [part.seq for part in parts if not isinstance(part, PartGap)]
    assert numbers == list(range(1, 11))


def test_router_when_archives_nest_too_deep_then_the_inmost_is_a_gap() -> None:
    data = b"the end\n"
    for level in range(300):
        data = zipped({f"{level}.zip": data})
    parts = read(data)
    assert [cause for cause, _ in gaps(parts)] == ["limit"]
    member = gaps(parts)[0][1]
    assert member is not None
    assert member.count("/") == Limits().depth


def test_router_when_an_archive_multiplies_then_copies_are_read_a_few_times_only() -> None:
    data = zipped({"end.txt": b"the end\n"})
    for _ in range(6):
        data = zipped({f"{n}.zip": data for n in range(16)})
    parts = read(data)
    assert {cause for cause, _ in gaps(parts)} == {"limit"}
    assert 1 <= texts(parts).count("the end") <= 3
    assert len(parts) < 1_000


def test_router_when_a_container_lies_in_itself_then_it_is_not_entered() -> None:
    extraction = extract(Source.of_bytes(b""), Budget())
    around = extraction._enter(b"outer", ())
    with pytest.raises(ExtractionError, match="limit"):
        extraction._enter(b"outer", around)


@pytest.mark.parametrize(
    ("limits", "cause"),
    [(replace(Limits(), unpacked_bytes=10), "limit"), (replace(Limits(), members=0), "limit")],
)
def test_router_when_a_limit_is_hit_then_the_gap_keeps_its_cause(
    limits: Limits, cause: str
) -> None:
    assert gaps(read(zipped({"a.txt": b"x" * 1_000}), limits))[0][0] == cause


def test_router_when_the_deadline_has_passed_then_it_is_timed_out() -> None:
    budget = Budget(deadline=0.0)
    parts = list(extract(Source.of_bytes(b"some text\n"), budget))
    assert [part.cause.value for part in parts if isinstance(part, PartGap)] == ["timed-out"]
    assert len(parts) == 2


def test_router_when_named_wrongly_then_content_decides() -> None:
    page = b"<html><body><p>Ann Example</p></body></html>"
    data = zipped({"photo.jpg": page, "page.html": page}, zipfile.ZIP_STORED)
    assert texts(read(data)).split("\n") == ["Ann Example", "Ann Example"]
