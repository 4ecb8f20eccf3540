import os
from pathlib import Path
from random import Random

import pytest

from benchmarks.share.permissions import Guarding, acl_bytes, guard


def test_acl_bytes_when_set_then_the_kernel_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    os.setxattr(path, "system.posix_acl_access", acl_bytes(20_001, 4))
    assert os.getxattr(path, "system.posix_acl_access") == acl_bytes(20_001, 4)
    assert path.stat().st_mode & 0o777 == 0o670  # the mask shows where the group's bits do


@pytest.mark.parametrize("seed", [1, 2])
def test_guard_when_given_the_same_seed_then_same_modes(seed: int, tmp_path: Path) -> None:
    modes = []
    for name in ("first", "second"):
        root = tmp_path / name
        (root / "x" / "y").mkdir(parents=True)
        for number in range(20):
            (root / "x" / "y" / f"{number}.txt").write_text("a")
        guard(root, Random(seed), Guarding.MODES)
        modes.append([p.stat().st_mode for p in sorted(root.rglob("*"))])
    assert modes[0] == modes[1]
    assert len(set(modes[0])) > 3


def test_guard_when_nothing_is_asked_then_nothing_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    before = path.stat()
    guard(tmp_path, Random(1), Guarding.NONE)
    assert path.stat().st_ctime_ns == before.st_ctime_ns
