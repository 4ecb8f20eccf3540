"""Archives that unpack to more than they should, lie about themselves or are closed."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from random import Random

from benchmarks.share.formats.unreadable import encrypted_zip
from tests.scanner.hostile.base import EXAMINED, Hostile, hostile

NHS = b"NHS number: 999 000 0018\n"
_MB = b"\0" * 1_000_000


def zipped(*members: tuple[str, bytes]) -> bytes:
    """Return an archive of ``members``, names and bytes, deflated."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def zip_of_blocks(name: str, block: bytes, times: int, before: bytes = b"") -> bytes:
    """Return an archive of one member that unpacks to ``before`` and ``block`` many times over."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(name, "w") as member:
            member.write(before)
            for _ in range(times):
                member.write(block)
        archive.writestr("beside.txt", NHS)
    return buffer.getvalue()


def _flat(rng: Random) -> bytes:
    return zip_of_blocks("zeros.txt", _MB, 300)


def _nested(rng: Random) -> bytes:
    """Ten archives within each of ten, five deep: the shape of 42.zip."""
    inside = zip_of_blocks("zeros.txt", _MB, 20)
    for level in range(5):
        inside = zipped(*((f"{level} {number}.zip", inside) for number in range(10)))
    return inside


def _deep(rng: Random) -> bytes:
    inside = zipped(("a.txt", NHS))
    for level in range(60):
        inside = zipped((f"{level}.zip", inside))
    return inside


def overlapping(members: int, unpacked_mb: int) -> bytes:
    """Return an archive whose directory names the same packed bytes again and again.

    Source: D. Fifield, A better zip bomb, WOOT 2019, section 3, read 2026-11-25.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join([packer.compress(_MB) for _ in range(unpacked_mb)]) + packer.flush()
    checksum = 0
    for _ in range(unpacked_mb):
        checksum = zlib.crc32(_MB, checksum)
    sizes = struct.pack("<III", checksum, len(packed), unpacked_mb * len(_MB))
    local = struct.pack("<IHHHHH", 0x04034B50, 20, 0, 8, 0, 0) + sizes
    body = local + struct.pack("<HH", 5, 0) + b"00000" + packed
    central = b""
    for number in range(members):
        central += struct.pack("<IHHHHHH", 0x02014B50, 20, 20, 0, 8, 0, 0) + sizes
        central += struct.pack("<HHHHHII", 5, 0, 0, 0, 0, 0, 0) + b"%05d" % number
    tail = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, members, members, len(central), len(body), 0)
    return body + central + tail


def _lying_size(rng: Random) -> bytes:
    """A member that says it unpacks to ten bytes, and does to a hundred megabytes."""
    data = bytearray(zip_of_blocks("small.txt", _MB, 100))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


def _many(rng: Random) -> bytes:
    return zipped(*((f"{number}", b"") for number in range(50_010)))


def _directory_of_nothing(rng: Random) -> bytes:
    """An end record that promises 65,535 members in a directory of four gigabytes."""
    return (
        b"PK\x03\x04"
        + bytes(40)
        + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFE, 1, 0)
    )


def _wild_names(rng: Random) -> bytes:
    return zipped(
        ("../../../../tmp/stocktake-was-here.txt", NHS),
        ("/tmp/stocktake-was-here.txt", NHS),  # noqa: S108 - must never be made
        ("C:\\stocktake\\was.txt", NHS),
        ("a\nb\x1b[31m.txt", NHS),
        ("long" * 8_000, NHS),
    )


def tarred(*members: tuple[str, bytes]) -> bytes:
    """Return a TAR archive of ``members``, names and bytes, by gzip."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def _deep_gzip(rng: Random) -> bytes:
    inside = NHS
    for _ in range(60):
        inside = gzip.compress(inside)
    return inside


def _wild_tar(rng: Random) -> bytes:
    return tarred(("../../../../tmp/stocktake-was-here.txt", NHS), ("/etc/stocktake-was.txt", NHS))


FILES: tuple[Hostile, ...] = (
    hostile("flat bomb.zip", _flat, "partial", members=("limit",)),
    hostile("nested bomb.zip", _nested, "limit", "partial", "timed-out"),
    hostile("deep.zip", _deep, "partial", members=("limit",)),
    hostile("overlapping.zip", lambda _: overlapping(2_000, 21), "limit", "partial", "timed-out"),
    hostile("lying size.zip", _lying_size, "partial"),
    hostile("many members.zip", _many, "limit"),
    hostile("directory of nothing.zip", _directory_of_nothing, "corrupt"),
    hostile("wild names.zip", _wild_names, EXAMINED),
    hostile(
        "bomb.tar.gz", lambda _: tarred(("z", _MB * 300), ("a", NHS)), "partial", members=("limit",)
    ),
    hostile("deep.gz", _deep_gzip, "limit"),
    hostile("wild names.tgz", _wild_tar, EXAMINED),
    hostile("locked.zip", lambda rng: encrypted_zip(rng, "a.txt"), "partial", "encrypted"),
)
