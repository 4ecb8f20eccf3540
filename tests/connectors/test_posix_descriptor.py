"""POSIX descriptors as read from real files; ACLs are set by setfacl, an independent program."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.base import DescriptorKind
from connectors.posix_descriptor import (
    ForeignAcl,
    NoAcl,
    _foreign_acl,
    encode,
    read_descriptor,
    read_way,
)

_BUILD = Path(__file__).parents[2] / "build"  # /tmp may lie on a file system without ACLs
_NO_ID = 0xFFFFFFFF


@pytest.fixture
def place() -> Iterator[Path]:
    _BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=_BUILD) as name:
        yield Path(name)


def _read(path: Path) -> bytes:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        descriptor = read_descriptor(path.name, folder)
    finally:
        os.close(folder)
    assert descriptor.kind is DescriptorKind.POSIX
    return descriptor.raw


def _header(flags: int, mode: int) -> bytes:
    return struct.pack("<BBHII", 1, flags, mode, os.geteuid(), os.getegid())


def _set_acl(path: Path, acl: str) -> None:
    if shutil.which("setfacl") is None:
        if os.environ.get("STOCKTAKE_CI") == "1":
            pytest.fail("CI must have setfacl (Debian package acl)")
        pytest.skip("setfacl (Debian package acl) is not installed")
    subprocess.run(["setfacl", "-m", acl, path], check=True)


def test_a_file_without_acl_is_its_owner_group_and_mode(place: Path) -> None:
    path = place / "plan.txt"
    path.touch()
    path.chmod(0o640)
    assert _read(path) == _header(0, 0o640)


def test_a_name_of_any_bytes_is_read(place: Path) -> None:
    path = place / os.fsdecode(b"\xff\n plan")
    path.touch()
    path.chmod(0o600)
    assert _read(path) == _header(0, 0o600)


def test_acl_entries_are_sorted_and_the_mode_holds_the_mask(place: Path) -> None:
    path = place / "plan.txt"
    path.touch()
    path.chmod(0o640)
    _set_acl(path, "g:720002:rw,u:710009:r,u:710002:rwx,m::r")
    entries = [
        (1, 6, _NO_ID),
        (2, 7, 710_002),
        (2, 4, 710_009),
        (4, 4, _NO_ID),
        (8, 6, 720_002),
        (16, 4, _NO_ID),
        (32, 0, _NO_ID),
    ]
    packed = b"".join(struct.pack("<HHI", *entry) for entry in entries)
    assert _read(path) == _header(2, 0o640) + packed


def test_the_empty_name_is_the_open_folder_itself(place: Path) -> None:
    place.chmod(0o751)
    _set_acl(place, "u:710001:x")
    folder = os.open(place, os.O_RDONLY)
    try:
        descriptor = read_descriptor("", folder)
    finally:
        os.close(folder)
    assert descriptor.raw == _read(place)
    assert descriptor.raw[1] == 3


def test_a_file_system_without_acls_gives_the_mode(place: Path) -> None:
    raw = _read(Path("/proc/self/stat"))
    assert raw[1] == 0
    assert len(raw) == 12


def test_an_attribute_of_another_model_is_flagged_and_not_guessed(place: Path) -> None:
    path = place / "plan.txt"
    path.touch()
    assert _foreign_acl(os.fspath(path), ("user.nfs4_stand_in",)) == NoAcl()
    os.setxattr(path, "user.nfs4_stand_in", b"A::OWNER@:r")
    acl = _foreign_acl(os.fspath(path), ("user.absent", "user.nfs4_stand_in"))
    assert acl == ForeignAcl()
    assert encode(path.stat(), acl).raw[1] == 4


@pytest.mark.parametrize(
    "acl",
    [
        b"",
        struct.pack("<I", 3),
        struct.pack("<IHHI", 2, 64, 7, 0),
        struct.pack("<IHHI", 2, 1, 8, 0),
        struct.pack("<IHH", 2, 1, 7),
    ],
)
def test_an_acl_that_is_not_understood_is_flagged_as_unsupported(place: Path, acl: bytes) -> None:
    assert encode(place.stat(), acl).raw == _header(5, place.stat().st_mode & 0o7777)


def test_a_vanished_file_raises(place: Path) -> None:
    with pytest.raises(FileNotFoundError):
        _read(place / "gone.txt")


def test_reading_leaves_the_access_time_alone(place: Path) -> None:
    path = place / "plan.txt"
    path.touch()
    os.utime(path, ns=(1_000_000_000, 2_000_000_000))
    _read(path)
    assert path.stat().st_atime_ns == 1_000_000_000


def test_read_way_gives_all_folders_above_the_root_from_the_top(place: Path) -> None:
    root = place / "share"
    root.mkdir()
    place.chmod(0o711)
    way = read_way(root)
    assert len(way) == len(root.parents)
    assert way[-1].raw == _read(place)
    assert way[0].raw[1] & 1
