"""Local folders: the contract, and what only a disk of this machine has."""

from __future__ import annotations

import errno
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from connectors.base import (
    Cause,
    Connector,
    EntryUnreadable,
    Exclusion,
    Ref,
    ShareUnreachable,
)
from connectors.local import LocalFolder, cause_of
from connectors.posix_descriptor import read_descriptor
from tests.connectors.contract import (
    ConnectorContract,
    Ground,
    listings,
    read,
    unreadable,
)
from tests.connectors.descriptors import open_descriptors
from tests.connectors.local_share import (
    HOUSE,
    NOBODY,
    LocalGround,
    acting_as,
    excluded,
    names,
)


class TestLocal(ConnectorContract):
    @pytest.fixture
    def ground(self, share: Path) -> Iterator[Ground]:
        if os.geteuid() == 0:
            os.chown(share.parent, NOBODY, NOBODY)
            os.chown(share, NOBODY, NOBODY)
        with acting_as(NOBODY):
            yield LocalGround(share)


def test_a_local_folder_is_a_connector(connector: LocalFolder) -> None:
    held: Connector = connector  # by mypy
    assert [listing.folder for listing in held.walk()] == [()]


def test_names_of_any_bytes_are_listed_opened_and_described(
    connector: LocalFolder, share: Path
) -> None:
    odd = [b"\xff\xfe.txt", b"caf\xe9.txt", b"line\nend.txt", b"\x01\x1b[31m.txt", b" ", b"\\"]
    odd += [bytes([byte]) * 255 for byte in (0x80, 0xC3)] + [b"a" * 255]
    for name in odd:
        folder = os.path.join(os.fsencode(share), b"in " + name[:200])
        os.mkdir(folder)
        for path in (os.path.join(os.fsencode(share), name), os.path.join(folder, name)):
            Path(os.fsdecode(path)).write_bytes(name)
    found = listings(connector)
    assert {os.fsencode(name) for name in names(found[()])} == set(odd)
    for name in odd:
        for below in ((), (os.fsdecode(b"in " + name[:200]),)):
            ref = Ref(below, os.fsdecode(name))
            assert read(connector, ref) == name
            assert connector.security(ref).raw


@pytest.mark.parametrize("levels", [199, 200, 201, 202, 320])
def test_folders_are_walked_however_long_their_path(
    connector: LocalFolder, share: Path, levels: int
) -> None:
    at = os.open(share, os.O_RDONLY)
    for number in range(levels):
        name = f"{number:03d} a folder name of some forty characters"
        os.mkdir(name, dir_fd=at)
        os.mkdir(f"{number:03d} beside", dir_fd=at)
        below = os.open(name, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    for name in ("one.txt", "two.txt"):
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT, dir_fd=at)
        os.write(descriptor, name.encode())
        os.close(descriptor)
    os.mkdir("last", dir_fd=at)
    os.close(at)
    before = open_descriptors()
    found = listings(connector)
    deepest = max(found, key=len)
    assert len(deepest) == levels + 1
    assert len("/".join(deepest)) > os.pathconf("/", "PC_PATH_MAX")
    assert names(found[deepest[:-1]]) == ["one.txt", "two.txt"]
    assert all(listing.cause is None for listing in found.values())
    assert len(found) == 2 * levels + 2
    for name in ("one.txt", "two.txt"):  # after the walk, from anywhere, and back again
        assert read(connector, Ref(deepest[:-1], name)) == name.encode()
        assert unreadable(connector, Ref((), name)) is Cause.VANISHED
        connector.security(Ref(deepest[:-1], name))
    assert open_descriptors() < before + 250
    connector.security(Ref((), ""))
    assert open_descriptors() == before


def test_symlinks_are_excluded_whatever_they_point_to(connector: LocalFolder, share: Path) -> None:
    (share / "real").mkdir()
    (share / "real.txt").write_text("text")
    for name, to in {
        "to a file": "real.txt",
        "to a folder": "real",
        "to nothing": "nowhere",
        "to itself": "to itself",
        "out": "/etc",
        "up": "..",
    }.items():
        (share / name).symlink_to(to)
    found = listings(connector)
    assert set(found) == {(), ("real",)}
    assert names(found[()]) == ["real.txt"]
    assert set(excluded(found[()]).values()) == {Exclusion.SYMLINK}
    assert " | ".join(excluded(found[()])) == (
        "out | to a file | to a folder | to itself | to nothing | up"
    )
    assert unreadable(connector, Ref((), "to a file")) is Cause.VANISHED
    assert unreadable(connector, Ref(("to a folder",), "x")) is Cause.VANISHED


def test_a_share_may_be_named_through_a_symlink(share: Path) -> None:
    (share / "a.txt").write_text("text")
    link = share.parent / "link"
    link.symlink_to(share)
    with closing(LocalFolder(link)) as connector:
        assert connector.root == share
        assert names(listings(connector)[()]) == ["a.txt"]


def test_special_files_are_excluded_and_never_opened(connector: LocalFolder, share: Path) -> None:
    os.mkfifo(share / "pipe")  # to open it for reading would wait for ever
    here = os.open(share, os.O_RDONLY)
    with closing(socket.socket(socket.AF_UNIX)) as listening:
        listening.bind(f"/proc/self/fd/{here}/socket")  # a short path
    os.close(here)
    expected = {"pipe": Exclusion.SPECIAL_FILE, "socket": Exclusion.SPECIAL_FILE}
    if os.geteuid() == 0:
        os.mknod(share / "device", stat.S_IFCHR | 0o666, os.makedev(1, 3))
        expected["device"] = Exclusion.SPECIAL_FILE
    (listing,) = connector.walk()
    assert excluded(listing) == expected
    assert listing.entries == ()
    for name in expected:
        with pytest.raises(EntryUnreadable):
            os.close(connector.open(Ref((), name)))


def test_hard_links_are_entries_of_one_file_id(connector: LocalFolder, share: Path) -> None:
    (share / "one.txt").write_text("text")
    (share / "two.txt").hardlink_to(share / "one.txt")
    (share / "three.txt").write_text("text")
    one, three, two = next(connector.walk()).entries
    assert one[1:] == two[1:]
    assert one[4] != three[4]


def test_times_and_size_are_those_of_stat(connector: LocalFolder, share: Path) -> None:
    path = share / "old.txt"
    path.write_text("text")
    os.utime(path, ns=(1, -1_000_000_001))  # before 1970, to the nanosecond
    status = path.stat()
    assert next(connector.walk()).entries == (
        ("old.txt", 4, -1_000_000_001, status.st_ctime_ns, status.st_ino, 1),
    )


def test_a_change_of_permission_alone_changes_the_row_and_the_descriptor(
    connector: LocalFolder, share: Path
) -> None:
    path = share / "a.txt"
    path.write_text("text")
    before, guarded = next(connector.walk()).entries[0], connector.security(Ref((), "a.txt"))
    while path.stat().st_ctime_ns == before[3]:  # the kernel's clock moves in steps
        path.chmod(0o640)
    after = next(connector.walk()).entries[0]
    assert after[:3] == before[:3]
    assert after[3] > before[3]
    assert connector.security(Ref((), "a.txt")) != guarded


def test_a_share_that_is_a_file_or_missing_is_unreachable(share: Path) -> None:
    (share / "a.txt").write_text("text")
    before = open_descriptors()
    for root in (share / "a.txt", share / "nowhere"):
        with pytest.raises(ShareUnreachable):
            LocalFolder(root)
    assert open_descriptors() == before


@pytest.mark.parametrize(
    ("number", "cause"),
    [
        (errno.EACCES, Cause.DENIED),
        (errno.EPERM, Cause.DENIED),
        (errno.ENOENT, Cause.VANISHED),
        (errno.ENOTDIR, Cause.VANISHED),
        (errno.ELOOP, Cause.VANISHED),
        (errno.EBUSY, Cause.IN_USE),
        (errno.EAGAIN, Cause.IN_USE),
        (errno.ETXTBSY, Cause.IN_USE),
        (errno.ENAMETOOLONG, Cause.UNREPRESENTABLE),
        (errno.EIO, Cause.UNREACHABLE),
        (errno.ESTALE, Cause.UNREACHABLE),
        (errno.ENOTCONN, Cause.UNREACHABLE),
        (None, Cause.UNREACHABLE),
    ],
)
def test_an_error_of_the_system_has_one_cause(number: int | None, cause: Cause) -> None:
    assert cause_of(OSError() if number is None else OSError(number, "")) is cause


def test_a_name_too_long_for_the_disk_is_unrepresentable(connector: LocalFolder) -> None:
    assert unreadable(connector, Ref((), "n" * 256)) is Cause.UNREPRESENTABLE


def test_the_way_leads_from_the_top_to_the_folder_above(
    connector: LocalFolder, share: Path
) -> None:
    above = [*reversed(share.parents)]
    expected = []
    for folder in above:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        expected.append(read_descriptor("", descriptor))
        os.close(descriptor)
    assert above[0] == Path("/")
    assert list(connector.way()) == expected


def test_a_root_that_was_made_anew_on_its_disk_keeps_its_identity(
    connector: LocalFolder, share: Path
) -> None:
    # As after a restore; that most of its files are gone is told by counting them.
    share.rename(share.parent / "before")
    share.mkdir()
    with closing(LocalFolder(share)) as again:
        assert again.identity() == connector.identity()


def test_a_mount_is_told_from_the_folder_under_it(connector: LocalFolder) -> None:
    with closing(LocalFolder(Path("/proc"))) as mount:
        assert mount.identity().file_system.endswith(":mount")
    assert connector.identity().file_system.endswith(":folder")


def test_a_root_holds_what_lies_below_it_and_is_no_mount(
    connector: LocalFolder, share: Path
) -> None:
    assert connector.holds(share / "a" / "b")
    assert not connector.holds(share)
    assert not connector.holds(share.parent / "other")
    with closing(LocalFolder(Path("/"))) as everything:
        assert not everything.holds(Path("/proc/self"))
        assert everything.holds(Path("/etc"))


def test_a_walk_holds_few_descriptors_however_wide_the_share(
    connector: LocalFolder, share: Path
) -> None:
    for number in range(300):
        (share / f"{number}" / "below").mkdir(parents=True)
    before = open_descriptors()
    most = max(open_descriptors() for _ in connector.walk())
    assert most <= before + 4


@pytest.mark.parametrize(
    ("at", "says"), [("the root", "unreachable share"), ("below", "unreachable")]
)
def test_a_full_table_of_descriptors_is_not_an_empty_folder(
    share: Path, at: str, says: str
) -> None:
    (share / "a").mkdir()
    (share / "a" / "1.txt").write_text("text")
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_DESCRIPTORS, share, at],
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == says


_WITHOUT_DESCRIPTORS = """
import os, resource, sys
from pathlib import Path
from connectors.base import ShareUnreachable
from connectors.local import LocalFolder
connector = LocalFolder(Path(sys.argv[1]))
walk = connector.walk()
if sys.argv[2] == "below":
    next(walk)
free = os.dup(0)
resource.setrlimit(resource.RLIMIT_NOFILE, (free, 4096))
try:
    print(next(walk).cause)
except ShareUnreachable:
    print("unreachable share")
"""
