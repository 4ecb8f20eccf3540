"""What is said of everyone, against the real kernel: needs root, which CI has."""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.base import Accounts, Principal, PrincipalKind
from connectors.posix_descriptor import read_descriptor
from scanner.access.answers import EVERYONE, Reach, Right
from scanner.access.directory import directory
from scanner.access.gate import OPEN, below, encode
from scanner.access.reach import reach

_ANN, _BOB, _CAT, _DAEMON, _STRANGER = 710_001, 710_002, 710_003, 710_004, 710_009
_TEAM, _MOST = 720_001, 720_002
_GROUPS = {
    _ANN: (_ANN,),
    _BOB: (_BOB, _TEAM, _MOST),
    _CAT: (_CAT, _MOST),
    _DAEMON: (_DAEMON,),
    _STRANGER: (_STRANGER,),
}
_NAMES = {_ANN: "ann", _BOB: "bob", _CAT: "cat", _DAEMON: "daemon"}
_OPENS = {Right.READ: ': <"$0"', Right.WRITE: ': >>"$0"'}
_NO_ID = 0xFFFFFFFF


def _known() -> Accounts:
    kinds = dict.fromkeys(_NAMES, PrincipalKind.STAFF) | {_DAEMON: PrincipalKind.SERVICE}
    return Accounts(
        "fileserver",
        (
            Principal("fileserver", "uid:0", PrincipalKind.SERVICE, "root"),
            *(Principal("fileserver", f"uid:{u}", kinds[u], name) for u, name in _NAMES.items()),
            *(Principal("fileserver", f"gid:{g}", PrincipalKind.GROUP, "") for g in (_TEAM, _MOST)),
        ),
        tuple((f"gid:{gid}", f"uid:{uid}") for uid in _NAMES for gid in _GROUPS[uid]),
    )


@pytest.fixture
def place() -> Iterator[Path]:
    if os.geteuid() != 0:
        if os.environ.get("STOCKTAKE_CI") == "1":
            pytest.fail("CI must compare with the kernel: only root can be another user")
        pytest.skip("comparison with the kernel: only root can be another user")
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield Path(made)


def _as(uid: int, script: str, path: Path) -> bool:
    """Return whether a shell of this user can do what the script does to the path."""
    done = subprocess.run(
        ["/bin/sh", "-c", script, path],
        user=uid,
        group=_GROUPS[uid][0],
        extra_groups=_GROUPS[uid][1:],
        stderr=subprocess.DEVNULL,
        cwd="/",
    )
    return done.returncode == 0


def _deny(path: Path, uid: int) -> None:
    """Do as ``setfacl -m u:UID:---``."""
    mode = path.stat().st_mode
    entries = [(1, mode >> 6 & 7, _NO_ID), (2, 0, uid), (4, mode >> 3 & 7, _NO_ID)]
    entries += [(16, mode >> 3 & 7, _NO_ID), (32, mode & 7, _NO_ID)]
    raw = struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)
    os.setxattr(path, "system.posix_acl_access", raw)


def _asked(path: Path) -> Reach:
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        way = below(OPEN, read_descriptor("", folder))
        found = reach(encode(way), read_descriptor(path.name, folder), directory(_known()))
    finally:
        os.close(folder)
    assert isinstance(found, Reach)
    return found


@pytest.mark.parametrize(
    ("owner", "group", "mode", "denied"),
    [
        (0, 0, 0o644, 0),
        (_ANN, 0, 0o044, 0),
        (0, 0, 0o644, _ANN),
        (0, _TEAM, 0o604, 0),
        (0, _MOST, 0o604, 0),
        (_ANN, 0, 0o602, 0),
        (_ANN, _TEAM, 0o602, 0),
        (0, 0, 0o666, _BOB),
        (_ANN, _TEAM, 0o640, 0),
        (_DAEMON, 0, 0o600, 0),
        (0, 0, 0o600, 0),
    ],
)
def test_everyone_are_those_whom_the_kernel_lets_in(
    owner: int, group: int, mode: int, denied: int, place: Path
) -> None:
    path = place / "f"
    path.write_text("Bins.\n")
    os.chown(path, owner, group)
    path.chmod(mode)
    if denied:
        _deny(path, denied)
    found = _asked(path)
    for right, granted in ((Right.READ, found.readers), (Right.WRITE, found.writers)):
        let_in = {uid for uid in _GROUPS if _as(uid, _OPENS[right], path)}
        assert {each.principal.name for each in granted} == {
            _NAMES[uid] for uid in let_in & {_ANN, _BOB, _CAT}
        }
        assert {each.principal.name for each in found.services if each.right is right} == {
            _NAMES[uid] for uid in let_in & {_DAEMON}
        }
        said = [each.name for each in found.broad if each.right is right]
        shut_out = ", ".join(_NAMES[uid] for uid in (_ANN, _BOB, _CAT) if uid not in let_in)
        but = f" but {shut_out}" if shut_out else ""
        assert said == [f"{EVERYONE}{but}"] * (_STRANGER in let_in)


def test_a_folder_on_the_way_that_shuts_a_group_out_shuts_it_out_of_everyone(place: Path) -> None:
    folder = place / "team"
    folder.mkdir()
    path = folder / "f"
    path.write_text("Bins.\n")
    path.chmod(0o644)
    os.chown(folder, 0, _TEAM)
    folder.chmod(0o705)
    assert not _as(_BOB, _OPENS[Right.READ], path)
    assert _as(_ANN, _OPENS[Right.READ], path)
    assert [each.name for each in _asked(path).broad] == [f"{EVERYONE} but bob"]


@pytest.mark.parametrize("mode", [0o777, 0o1777])
def test_who_may_delete_what_is_others_is_as_the_kernel_has_it(mode: int, place: Path) -> None:
    folder = place / "drop"
    folder.mkdir()
    os.chown(folder, _ANN, 0)
    folder.chmod(mode)
    steps = {grant.principal.name: grant.path[-1] for grant in _asked(folder).writers}
    for uid, others in ((_ANN, _BOB), (_BOB, _CAT)):
        assert _as(uid, ': >"$0/own"', folder)
        assert _as(uid, 'rm "$0/own"', folder)
        assert _as(others, ': >"$0/theirs"', folder)
        deletes = _as(uid, 'rm -f "$0/theirs"', folder)
        assert ("may add to and delete from" in steps[_NAMES[uid]]) is deletes
        assert ("only what is their own" in steps[_NAMES[uid]]) is not deletes
        (folder / "theirs").unlink(missing_ok=True)
