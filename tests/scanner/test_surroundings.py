"""What is around a scan and not as it should be: one clear line, the right status, nothing lost."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.scanner.hostile import texts
from tests.scanner.scanning import ORDINARY, Stocktake
from tests.scanner.test_run import assert_equation
from tests.scanner.watching import descendants

NHS = "NHS number: 999 000 0018\n"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "a.txt").write_text(NHS)
    return folder


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a scan that went well, to be copied and broken."""
    folder = tmp_path_factory.mktemp("night")
    (folder / "share").mkdir()
    (folder / "share" / "a.txt").write_text(NHS)
    stocktake = Stocktake(folder / "home")
    stocktake.home.mkdir()
    assert stocktake.run("scan", str(folder / "share")).returncode == 0
    return stocktake.home


def _garbage(stocktake: Stocktake) -> None:
    stocktake.database.write_bytes(Random(1).randbytes(50_000))


def _damaged(stocktake: Stocktake) -> None:
    rng, data = Random(1), bytearray(stocktake.database.read_bytes())
    for at in range(4_096, len(data), 4_096):  # every page but the first, which holds the schema
        data[at : at + 200] = rng.randbytes(200)
    stocktake.database.write_bytes(data)


def _cut(stocktake: Stocktake) -> None:
    os.truncate(stocktake.database, 20_000)


def _read_only(stocktake: Stocktake) -> None:
    stocktake.home.chmod(0o500)
    stocktake.database.chmod(0o400)


def _lock_file_is_a_folder(stocktake: Stocktake) -> None:
    lock = stocktake.home / "catalogue.sqlite.lock"
    lock.unlink()
    lock.mkdir()


def _short_key(stocktake: Stocktake) -> None:
    _key(stocktake).write_text("1234")


def _binary_key(stocktake: Stocktake) -> None:
    _key(stocktake).write_bytes(Random(1).randbytes(32))


def _empty_key(stocktake: Stocktake) -> None:
    _key(stocktake).write_text("")


def _open_key(stocktake: Stocktake) -> None:
    _key(stocktake).chmod(0o644)


def _key(stocktake: Stocktake) -> Path:
    return stocktake.home / "config/stocktake/token.key"


@pytest.mark.parametrize(
    ("arrange", "status", "says"),
    [
        (_garbage, 2, "file is not a database. Put it back from a copy"),
        (_damaged, 3, "malformed. Put it back from a copy"),
        (_cut, 3, "malformed. Put it back from a copy"),
        (_read_only, 2, "Permission denied. Make it and its folder writable, or give another"),
        (_lock_file_is_a_folder, 2, "give another with --database"),
        (_short_key, 2, "is not 64 hexadecimal digits"),
        (_binary_key, 2, "cannot be read"),
        (_empty_key, 2, "is not 64 hexadecimal digits"),
        (_open_key, 2, "is open to others: chmod 600 it"),
    ],
)
def test_what_is_broken_is_said_in_one_line(
    night: Path,
    share: Path,
    tmp_path: Path,
    arrange: Callable[[Stocktake], None],
    status: int,
    says: str,
) -> None:
    stocktake = Stocktake(tmp_path / "home")
    shutil.copytree(night, stocktake.home)
    arrange(stocktake)
    done = stocktake.run("scan", str(share), under=ORDINARY)
    stocktake.home.chmod(0o700)
    assert done.returncode == status, done.stderr
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_for_temporary_files_with_too_long_a_path_is_named(
    stocktake: Stocktake, share: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / ("long" * 40)  # unix(7): the path of a socket has at most 108 bytes
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    done = stocktake.run("scan", str(share))
    assert done.returncode == 2, done.stderr
    assert "set TMPDIR to another" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    monkeypatch.delenv("TMPDIR")
    assert stocktake.run("scan", str(share)).returncode == 0


def test_a_share_on_a_read_only_file_system_is_scanned(stocktake: Stocktake, share: Path) -> None:
    before = (share / "a.txt").stat()
    mounted = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift 2 && exec "$@"'
    own = ("unshare", "-m") if os.geteuid() == 0 else ("unshare", "-r", "-m")
    done = stocktake.run(
        "scan", str(share), under=(*own, "sh", "-c", mounted, "sh", str(share), "")
    )
    assert done.returncode == 0, done.stderr
    assert stocktake.states() == {"a.txt": ("examined", None)}
    assert (share / "a.txt").stat() == before


_KEY = "44" * 32  # one for all nights that are compared


@pytest.fixture(scope="module")
def slow_share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("slow")
    for each in range(3):
        (folder / f"{each}.html").write_bytes(texts.attributes(80_000 + each))
    for each in range(30):
        (folder / f"{each}.txt").write_text(f"{NHS}{each}")
    (folder / "cut.zip").write_bytes(b"PK\x03\x04 cut off")
    return folder


@pytest.fixture(scope="module")
def whole_night(slow_share: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    stocktake = Stocktake(tmp_path_factory.mktemp("whole"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STOCKTAKE_TOKEN_KEY", _KEY)
        assert stocktake.run("scan", str(slow_share), "--jobs", "2").returncode == 1
    return stocktake.comparable()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_amid_slow_files_the_scan_ends_at_once_and_goes_on_later(
    stocktake: Stocktake,
    slow_share: Path,
    whole_night: dict[str, list[str]],
    number: signal.Signals,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STOCKTAKE_TOKEN_KEY", _KEY)
    process = stocktake.start("scan", str(slow_share), "--jobs", "2")
    deadline = time.monotonic() + 60
    while sum(map(_is_worker, descendants(process.pid))) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    began = time.monotonic()
    os.killpg(process.pid, number)  # as a terminal and systemd do: to every process of the scan
    _, errors = process.communicate(timeout=60)
    assert time.monotonic() - began < 10  # the promise of design.md 4.2
    assert process.returncode == 3, errors
    assert "Traceback" not in errors
    assert errors.splitlines()[-1].startswith("stocktake: not complete: stopped")
    assert_equation(stocktake)
    assert stocktake.run("scan", str(slow_share), "--jobs", "2").returncode == 1
    assert [row["outcome"] for row in stocktake.export("coverage")] == ["complete"]
    assert stocktake.comparable() == whole_night


def _is_worker(pid: int) -> bool:
    """Tell whether a process has begun to work: it has given up its own output then."""
    try:
        return os.readlink(f"/proc/{pid}/fd/1") == os.devnull
    except OSError:
        return False


_HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
held.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


def test_readers_and_other_programs_do_not_lose_a_scan(stocktake: Stocktake, share: Path) -> None:
    assert stocktake.run("scan", str(share)).returncode == 0
    (share / "b.txt").write_text(NHS.replace("18", "26"))
    command = [sys.executable, "-c", _HOLD, str(stocktake.database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        process = stocktake.start("scan", str(share))
        time.sleep(2)  # it waits for the other to end
        assert process.poll() is None
        holder.communicate(b"")
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    with closing(sqlite3.connect(stocktake.database)) as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() == (2,)


def test_a_scan_begun_in_the_share_runs_nothing_that_lies_there(
    stocktake: Stocktake, share: Path, tmp_path: Path
) -> None:
    ran = tmp_path / "ran"
    names = ("multiprocessing", "threading", "signal", "scanner", "numpy", "hyperscan", "openpyxl")
    for name in names:
        (share / f"{name}.py").write_text(f"open({str(ran)!r}, 'a').write('{name} ')")
    command = tmp_path / "stocktake.py"
    command.write_text("from reports.cli import main\nif __name__ == '__main__':\n    main()")
    done = subprocess.run(
        [sys.executable, str(command), "scan", "."],
        cwd=share,
        env=stocktake.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not ran.exists(), ran.read_text()
    assert done.returncode == 0, done.stderr
    assert {state for state, _ in stocktake.states().values()} == {"examined"}
