from __future__ import annotations

import struct

import pytest

from scanner.extractors.base import Source
from scanner.extractors.compound.file import SIGNATURE
from scanner.extractors.sniffing.ole_directory import (
    ENCRYPTED_PACKAGE,
    OLE,
    RIGHTS_MANAGED,
    ole_type,
)

END, FREE, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFF


def entry(name: str, right: int = NONE, child: int = NONE) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack("<64sHBBIII48x", raw, len(raw) + 2, 1, 1, NONE, right, child)


def compound(*names: str, below: str | None = None) -> bytes:
    """Return a compound file whose root holds ``names``, and their last holds ``below``."""
    entries = [entry("Root Entry", child=1)]
    for number, name in enumerate(names, 1):
        last = number == len(names)
        child = len(names) + 1 if last and below else NONE
        entries.append(entry(name, NONE if last else number + 1, child))
    if below:
        entries.append(entry(below))
    directory = b"".join(entries)
    sectors = -(-len(directory) // 512)
    chain = [*range(2, sectors + 1), END]
    fat = struct.pack("<128I", 0xFFFFFFFD, *chain, *[FREE] * (127 - len(chain)))
    header = bytearray(512)
    header[:8] = SIGNATURE
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)  # the directory begins in sector 1
    struct.pack_into("<109I", header, 76, 0, *[FREE] * 108)
    return bytes(header) + fat + directory.ljust(sectors * 512, b"\0")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("EncryptedPackage", "EncryptionInfo"), ENCRYPTED_PACKAGE),
        (("EncryptionInfo", "ENCRYPTEDPACKAGE"), ENCRYPTED_PACKAGE),
        (("WordDocument", "1Table"), "application/msword"),
        (("Workbook",), "application/vnd.ms-excel"),
        (("BOOK",), "application/vnd.ms-excel"),
        (("a", "b", "c", "d", "e", "PowerPoint Document"), "application/vnd.ms-powerpoint"),
        (("__properties_version1.0",), "application/vnd.ms-outlook"),
        (("\tDRMContent",), RIGHTS_MANAGED),
        (("Something",), OLE),
    ],
)
def test_ole_type_when_the_root_names_a_stream_then_it_is_that_format(
    names: tuple[str, ...], expected: str
) -> None:
    assert ole_type(Source.of_bytes(compound(*names))) == expected


def test_ole_type_when_an_embedded_object_is_of_another_format_then_the_root_decides() -> None:
    data = compound("WordDocument", "ObjectPool", below="Workbook")
    assert ole_type(Source.of_bytes(data)) == "application/msword"
    assert ole_type(Source.of_bytes(compound("ObjectPool", below="Workbook"))) == OLE


@pytest.mark.parametrize("size", [8, 511, 512, 600, 1_100])
def test_ole_type_when_cut_off_then_it_is_ole_of_no_known_kind(size: int) -> None:
    assert ole_type(Source.of_bytes(compound("WordDocument")[:size])) in (OLE, "application/msword")


def test_ole_type_when_the_directory_goes_round_in_a_circle_then_it_ends() -> None:
    data = bytearray(compound("WordDocument"))
    struct.pack_into("<I", data, 512 + 4, 1)
    assert ole_type(Source.of_bytes(bytes(data))) == "application/msword"
