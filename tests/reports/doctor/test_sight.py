from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from reports.doctor.base import State
from reports.doctor.sight import folder, last_access, rights
from tests.reports.cli.calling import HOUSE

_AS_NOBODY = """
import os, pathlib, sys
from reports.doctor.sight import folder, last_access, rights
os.setgroups([]); os.setgid(65534); os.setuid(65534)
for line in (rights(), last_access(), *folder(pathlib.Path(sys.argv[1]))):
    print(line.state.value, line.what, line.said, sep="|")
"""


def test_of_ones_own_folder_the_last_access_times_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    os.utime(tmp_path / "a.txt", (1_000_000_000, 1_000_000_000))
    (tmp_path / "link").symlink_to("a.txt")
    os.mkfifo(tmp_path / "pipe")
    listed, kept = folder(tmp_path)
    assert (listed.state, listed.said) == (State.OK, f"{tmp_path} can be listed")
    assert kept.state is State.OK
    assert kept.said.startswith(("left alone in the folder and 1 file in it", "left alone: the"))
    assert (tmp_path / "a.txt").stat().st_atime == 1_000_000_000


def test_a_folder_that_is_not_there_is_missing_and_nothing_more_is_said(tmp_path: Path) -> None:
    (line,) = folder(tmp_path / "absent")
    assert line.state is State.MISSING
    assert "cannot be listed: No such file or directory" in line.said


def test_the_rights_of_this_account_are_said() -> None:
    assert rights().what == "rights"
    assert last_access().said.startswith("left alone")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make files that others own")
def test_files_of_others_are_counted_and_the_way_out_is_named() -> None:
    with tempfile.TemporaryDirectory() as made:  # pytest's own are closed to other accounts
        root = Path(made)
        root.chmod(0o755)
        for name in ("ours.txt", "theirs.txt", "closed.txt"):
            (root / name).touch()
        os.chown(root / "ours.txt", 65534, 65534)
        (root / "closed.txt").chmod(0)  # cannot be read at all, so nothing of it changes
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(root)],
            cwd=HOUSE,
            capture_output=True,
            text=True,
        )
    who, times, listed, kept = done.stdout.splitlines()
    assert who.startswith("ok|rights|only what this account may read")
    assert "own files only" in times
    assert listed.startswith("ok|PATH|")
    assert kept.startswith("to do|last-access times|would change for 2 of the folder and 3 files")
    assert "CAP_FOWNER" in kept
