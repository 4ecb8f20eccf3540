from __future__ import annotations

import gzip
import logging
import os
from contextlib import suppress

import pytest

from scanner.extractors.base import Budget, ExtractionError, Member, PartGap, Source
from scanner.extractors.members.unpacked import unpacked
from tests.scanner.extractors.test_archive import packed


def test_members_come_one_at_a_time_in_their_order() -> None:
    names = [f"{n}.txt" for n in range(5)]
    source = Source.of_bytes(packed("pax", "gzip", {name: name.encode() for name in names}))
    budget = Budget()
    found = [
        (each.path, each.source.head().decode(), budget.unpacked_bytes)
        for each in unpacked(source, ("tar",), budget)
        if isinstance(each, Member)
    ]
    assert found == [(name, name, 5 * (at + 1)) for at, name in enumerate(names)]


def test_what_is_no_such_archive_is_corrupt() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        list(unpacked(Source.of_bytes(b"call Ann Example\n"), ("tar", "7zip"), Budget()))


def test_no_name_of_a_member_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    data = bytearray(packed("pax", files={"Ann Example.txt": b"seen\n"}))
    data[1_024 + 148] ^= 1  # a checksum
    with caplog.at_level(logging.DEBUG), suppress(ExtractionError):
        assert not list(unpacked(Source.of_bytes(bytes(data)), ("tar",), Budget()))
    assert "Ann" not in caplog.text


def test_a_descriptor_is_given_back_though_only_the_first_member_is_asked_for() -> None:
    before = len(os.listdir("/proc/self/fd"))
    descriptor = os.memfd_create("archive")
    os.write(descriptor, gzip.compress(packed("pax")))
    source = Source.of_descriptor(descriptor)
    members = unpacked(source, ("tar",), Budget())
    assert not isinstance(next(members), PartGap)
    members.close()  # type: ignore[attr-defined]  # a generator
    source.close()
    assert len(os.listdir("/proc/self/fd")) == before
