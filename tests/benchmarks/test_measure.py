import os
import sys
from pathlib import Path

import pytest

from benchmarks.measure import CannotMeasure, fresh_database, on_one_core, run


def test_run_when_a_child_computes_then_its_processor_time_is_counted() -> None:
    idle = run([sys.executable, "-c", "pass"])
    busy = run([sys.executable, "-c", "sum(range(20_000_000))"])
    assert busy.cpu_seconds > idle.cpu_seconds


def test_run_when_a_grandchild_takes_memory_then_the_peak_is_its() -> None:
    inner = "'x' * 200_000_000"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    assert run([sys.executable, "-c", outer]).peak_bytes > 150_000_000


def test_run_when_workers_outlive_a_fork_server_nobody_waits_for_then_they_are_counted(
    tmp_path: Path,
) -> None:
    # As the scanner's pool does it: the workers are the fork server's children, not the command's.
    script = tmp_path / "pool.py"
    script.write_text(
        "import multiprocessing, time\n"
        "def work():\n"
        "    held = bytearray(b'x') * 150_000_000\n"
        "    until = time.process_time() + 1.0\n"
        "    while time.process_time() < until:\n"
        "        pass\n"
        "if __name__ == '__main__':\n"
        "    child = multiprocessing.get_context('forkserver').Process(target=work)\n"
        "    child.start()\n"
        "    child.join()\n"
    )
    cost = run([sys.executable, str(script)])
    assert cost.cpu_seconds >= 1.0
    assert cost.peak_bytes > 150_000_000


def test_run_when_we_are_large_ourselves_then_a_small_child_is_small() -> None:
    held = bytearray(b"x") * 300_000_000
    assert run(["true"]).peak_bytes < 100_000_000 < len(held)


def test_run_when_output_is_asked_for_then_written(tmp_path: Path) -> None:
    run([sys.executable, "-c", "print('said')"], output=tmp_path / "out")
    assert (tmp_path / "out").read_text() == "said\n"


def test_run_when_status_is_not_expected_then_says_the_last_line() -> None:
    with pytest.raises(CannotMeasure, match="ended with status 3: no such share"):
        run(
            [
                sys.executable,
                "-c",
                "import sys; print('no such share', file=sys.stderr); sys.exit(3)",
            ]
        )


def test_run_when_command_is_missing_then_says_so() -> None:
    with pytest.raises(CannotMeasure, match="cannot be run"):
        run(["./no-such-command"])


def test_fresh_database_when_an_old_one_lies_there_then_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first = fresh_database("a")
    first.write_text("old")
    first.with_name("a.sqlite-wal").write_text("old")
    assert not fresh_database("a").exists()
    assert not first.with_name("a.sqlite-wal").exists()


def test_run_when_a_child_computes_then_it_is_not_the_commands_own_time() -> None:
    inner = "sum(range(20_000_000))"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    cost = run([sys.executable, "-c", outer])
    assert cost.own_cpu_seconds < cost.cpu_seconds / 2


def test_on_one_core_when_left_then_commands_may_use_as_many_as_before() -> None:
    count = [sys.executable, "-c", "import os, sys; sys.exit(len(os.sched_getaffinity(0)))"]
    with on_one_core():
        run(count, (1,))
    run(count, (len(os.sched_getaffinity(0)),))
