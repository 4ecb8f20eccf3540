from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from connectors.base import Cause
from reports.cli.reading import documents, parts
from scanner.errors import SettingsError
from scanner.extractors.base import PartGap, Passage
from tests.reports.cli.calling import HOUSE


def _read(*paths: Path) -> list[tuple[str, list[str]]]:
    """Return each document's path with its texts, or the causes of its gaps."""
    return [
        (
            path,
            [
                part.cause.value if isinstance(part, PartGap) else part.text
                for part in parts(source)
            ],
        )
        for path, source in documents(tuple(map(str, paths)))
    ]


def test_files_below_a_folder_come_in_order_without_links_and_special_files(
    tmp_path: Path,
) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"{name}\n")
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "around").symlink_to(".")
    (tmp_path / "lost").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    read = _read(tmp_path)
    assert [Path(path).name for path, _ in read] == ["a.txt", "c.txt", "two.txt"]
    assert [texts for _, texts in read] == [["a.txt\n"], ["c.txt\n"], ["b/two.txt\n"]]


def test_a_link_that_is_named_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words\n")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert _read(tmp_path / "link.txt") == [(str(tmp_path / "link.txt"), ["words\n"])]


def test_what_the_shell_gives_of_a_command_is_read_to_its_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"from a command\n")
    os.close(writing)
    pipe = Path(f"/dev/fd/{reading}")
    assert _read(pipe) == [(str(pipe), ["from a command\n"])]
    os.close(reading)


@pytest.mark.parametrize("name", ["absent", "lost", "a.txt/below", "x" * 300])
def test_a_path_that_is_not_there_is_refused_before_anything_is_read(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("words\n")
    (tmp_path / "lost").symlink_to("nowhere")
    with pytest.raises(SettingsError, match=r"Cannot read .*no such file or folder"):
        next(documents((str(tmp_path / "a.txt"), str(tmp_path / name))))


def test_what_is_no_file_is_refused_by_its_kind(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # to wait for what is written into it would be for ever
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
    kinds = {"/dev/zero": "a device", tmp_path / "pipe": "a pipe", tmp_path / "socket": "a socket"}
    for path, kind in kinds.items():
        with pytest.raises(SettingsError, match=f"Cannot read {path}: it is {kind}, .*or - for"):
            next(documents((str(path),)))


@pytest.mark.parametrize("kind", ["absent", "pipe", "socket"])
def test_a_document_that_becomes_something_else_is_a_gap(kind: str, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name}\n")
    reading = documents((str(tmp_path / "a.txt"), str(tmp_path / "b.txt")))
    _, first = next(reading)
    (tmp_path / "b.txt").unlink()
    with socket.socket(socket.AF_UNIX) as listening:
        if kind == "pipe":
            os.mkfifo(tmp_path / "b.txt")
        elif kind == "socket":
            listening.bind(str(tmp_path / "b.txt"))
        assert [part.text for part in parts(first) if isinstance(part, Passage)] == ["a.txt\n"]
        _, second = next(reading)
    assert list(parts(second)) == [PartGap(Cause.VANISHED)]


def test_reading_leaves_the_last_access_time(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words\n")
    os.utime(file, (1_000_000_000, 1_700_000_000))
    assert _read(file)[0][1] == ["words\n"]
    assert file.stat().st_atime == 1_000_000_000


_AS_NOBODY = """
import os, sys
from reports.cli.reading import documents
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for path, source in documents((sys.argv[1],)):
    print(os.path.basename(path), getattr(source, "cause", "read"))
"""


def test_what_there_is_no_right_to_below_a_folder_is_a_gap() -> None:
    # Not in tmp_path: the folders above that are closed to others.
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        (root / "closed").mkdir(mode=0)
        for name, mode in (("denied.txt", 0), ("open.txt", 0o644)):
            (root / name).touch(mode)
            (root / name).chmod(mode)
        done = subprocess.run(
            [sys.executable, "-c", _AS_NOBODY, str(root)],
            env={**os.environ, "PYTHONPATH": str(HOUSE)},
            capture_output=True,
            text=True,
        )
        (root / "closed").chmod(0o700)
    assert done.stdout.splitlines() == ["denied.txt denied", "open.txt read", "closed denied"]
