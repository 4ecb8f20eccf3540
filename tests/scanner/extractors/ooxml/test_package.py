from __future__ import annotations

import io
import zipfile

import pytest

from scanner.extractors.base import Budget, ExtractionError, Limits, Source
from scanner.extractors.ooxml.package import open_package
from tests.scanner.extractors.packages import package

PARTS = {"a.xml": "<a>one</a>", "b.xml": "<b>" + "two" * 1000 + "</b>"}


def streamed() -> bytes:
    """Return a ZIP whose sizes stand after the members, as writers to a pipe leave it."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.held = b""

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]
            self.held += bytes(data)
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    return pipe.held


@pytest.mark.parametrize("data", [package(PARTS), streamed()], ids=["sizes before", "sizes after"])
def test_directory_when_lost_then_members_are_still_read(data: bytes) -> None:
    cut = data[: data.index(b"PK\x01\x02")]
    opened = open_package(Source.of_bytes(cut), Budget())
    assert opened.damaged
    for name, content in PARTS.items():
        assert b"".join(opened.blocks(name)).decode() == content
        assert opened.source(name).stream().read().decode() == content


def test_package_when_whole_then_parts_are_read() -> None:
    opened = open_package(Source.of_bytes(package(PARTS)), Budget())
    assert not opened.damaged
    assert opened.names() == ["[Content_Types].xml", "a.xml", "b.xml"]
    assert opened.size_bytes("a.xml") == 10
    assert opened.source("a.xml").stream().read() == b"<a>one</a>"


@pytest.mark.parametrize(
    "limits", [Limits(unpacked_bytes=100_000), Limits(ratio_from_bytes=100_000, ratio=10)]
)
def test_part_when_a_bomb_then_ends_at_the_limit(limits: Limits) -> None:
    opened = open_package(Source.of_bytes(package({"a.xml": "A" * 10_000_000})), Budget(limits))
    with pytest.raises(ExtractionError, match="limit"):
        list(opened.blocks("a.xml"))


PROTECTION = {"encrypted": "EncryptedPackage", "rights-managed": "DRMContent", "corrupt": "Else"}


@pytest.mark.parametrize(("cause", "stream"), PROTECTION.items())
def test_file_when_no_package_then_its_cause_is_told(cause: str, stream: str) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + stream.encode("utf-16-le")
    with pytest.raises(ExtractionError, match=cause):
        open_package(Source.of_bytes(ole), Budget())


def test_package_when_without_members_then_is_corrupt() -> None:
    with pytest.raises(ExtractionError, match="corrupt"):
        open_package(Source.of_bytes(b"PK\x05\x06" + bytes(18)), Budget())
