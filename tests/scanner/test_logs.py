"""The log of all processes: a child's line arrives, in the file and on standard error."""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scanner.errors import SettingsError
from scanner.logs import log_to_queue, logging_to
from tests.connectors.descriptors import open_descriptors
from tests.scanner.scanning import HOUSE, Stocktake

if TYPE_CHECKING:
    from scanner.logs import LogQueue

LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} ([A-Z]+) (\S+) (.*)")
logger = logging.getLogger("scanner.tested")


@pytest.fixture(params=["forkserver", "spawn"])
def context(request: pytest.FixtureRequest) -> ForkServerContext | SpawnContext:
    made = multiprocessing.get_context(request.param)
    assert isinstance(made, ForkServerContext | SpawnContext)
    return made


@pytest.fixture
def forkserver() -> ForkServerContext:
    return multiprocessing.get_context("forkserver")


@pytest.fixture(autouse=True)
def _root_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    assert (root.handlers, root.level) == (handlers, level)


def _child(queue: LogQueue, lines: int) -> None:
    log_to_queue(queue, logging.INFO)
    child = logging.getLogger("scanner.child")
    for number in range(lines):
        child.info("An entry took long", extra={"entry": number})
    child.debug("Too little to tell")
    child.warning("A parser gave up", extra={"entry": 7, "cause": "corrupt"})


def _lines(path: Path) -> list[tuple[str, str, str]]:
    found = []
    for line in path.read_text().splitlines():
        matched = LINE.fullmatch(line)
        assert matched, line
        found.append((matched[1], matched[2], matched[3]))
    return found


def test_a_childs_line_arrives_in_the_file_and_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], context: ForkServerContext
) -> None:
    path = tmp_path / "stocktake.log"
    with logging_to(path, logging.INFO, context) as queue:
        process = context.Process(target=_child, args=(queue, 3))
        process.start()
        process.join(60)
    assert process.exitcode == 0
    gave_up = ("WARNING", "scanner.child", "A parser gave up cause=corrupt entry=7")
    assert _lines(path) == [
        *(("INFO", "scanner.child", f"An entry took long entry={number}") for number in range(3)),
        gave_up,
    ]
    (shown,) = capsys.readouterr().err.splitlines()
    assert LINE.fullmatch(shown)
    assert shown.endswith(" ".join(gave_up))
    assert "A parser gave up" in path.read_text()


def test_the_lines_of_many_children_come_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], forkserver: ForkServerContext
) -> None:
    path = tmp_path / "stocktake.log"
    with logging_to(path, logging.INFO, forkserver) as queue:
        processes = [forkserver.Process(target=_child, args=(queue, 200)) for _ in range(4)]
        for process in processes:
            process.start()
        for number in range(200):
            logger.info("The parent works on", extra={"number": number})
        for process in processes:
            process.join(60)
    lines = _lines(path)
    assert len(lines) == 4 * 201 + 200
    ours = [words for _, name, words in lines if name == "scanner.tested"]
    assert ours == [f"The parent works on number={number}" for number in range(200)]
    assert len(capsys.readouterr().err.splitlines()) == 4


def test_the_parents_line_arrives_before_the_log_is_closed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], forkserver: ForkServerContext
) -> None:
    path = tmp_path / "stocktake.log"
    for number in range(3):  # the same file again: it goes on
        with logging_to(path, logging.INFO, forkserver):
            logger.error("The run is incomplete", extra={"run": number})
    assert [words for *_, words in _lines(path)] == [
        f"The run is incomplete run={number}" for number in range(3)
    ]
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_only_its_level_is_written_and_warnings_only_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], forkserver: ForkServerContext
) -> None:
    for level, expected in (
        (logging.DEBUG, ["DEBUG", "INFO", "WARNING", "ERROR"]),
        (logging.INFO, ["INFO", "WARNING", "ERROR"]),
        (logging.ERROR, ["ERROR"]),
    ):
        path = tmp_path / f"{level}.log"
        with logging_to(path, level, forkserver):
            for each in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR):
                logger.log(each, "A line")
        assert [written for written, *_ in _lines(path)] == expected
        shown = capsys.readouterr().err.splitlines()
        assert len(shown) == len([each for each in expected if each in ("WARNING", "ERROR")])


def test_the_log_is_its_owners_alone(tmp_path: Path, forkserver: ForkServerContext) -> None:
    path = tmp_path / "new" / "logs" / "stocktake.log"
    before = os.umask(0)
    try:
        with logging_to(path, logging.INFO, forkserver):
            pass
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_all_is_given_back(tmp_path: Path, forkserver: ForkServerContext) -> None:
    def once() -> None:
        with logging_to(tmp_path / "stocktake.log", logging.INFO, forkserver):
            logger.info("A line")

    once()
    before = open_descriptors()
    for _ in range(5):
        once()
    assert open_descriptors() <= before + 4  # what a collected queue has not closed yet


def test_a_block_that_fails_keeps_its_lines(tmp_path: Path, forkserver: ForkServerContext) -> None:
    path = tmp_path / "stocktake.log"
    opened = ExitStack()
    opened.enter_context(logging_to(path, logging.INFO, forkserver))
    logger.info("Before")
    with pytest.raises(ValueError, match="a mistake"), opened:
        raise ValueError("a mistake")
    assert [words for *_, words in _lines(path)] == ["Before"]


_KILLED = """
import logging, multiprocessing, os, signal, sys
from pathlib import Path
from scanner.logs import logging_to

def dies(queue):
    queue._wlock.acquire()  # as one that is killed in the midst of a line
    os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    context = multiprocessing.get_context("forkserver")
    with logging_to(Path(sys.argv[1]), logging.INFO, context) as queue:
        process = context.Process(target=dies, args=(queue,))
        process.start()
        process.join()
        assert process.exitcode == -signal.SIGKILL
        logging.getLogger("scanner.tested").info("Lost, and nobody waits for it")
    print("ended")
"""


def test_a_child_killed_in_the_midst_of_a_line_does_not_hold_up_the_scans_end(
    tmp_path: Path,
) -> None:
    script = tmp_path / "killed.py"
    script.write_text(_KILLED)
    process = subprocess.Popen(
        [sys.executable, script, tmp_path / "stocktake.log"],
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=60)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
    assert output == "ended\n"
    assert process.returncode == 0


def test_a_nights_log_holds_no_name_and_no_value(tmp_path: Path) -> None:
    share = tmp_path / "Zebedee Quillfeather"
    (share / "Peregrine Ashdown").mkdir(parents=True)
    texts = {
        "Ottoline Marchbanks.txt": b"NHS number: 999 000 0018\nDear Ms Ottoline Marchbanks\n",
        "Peregrine Ashdown/Clementine.pdf": b"%PDF-1.7\n999 000 0018 Clementine Ashdown",
        "Peregrine Ashdown/Barnabas.zip": b"PK\x03\x04 Barnabas 999 000 0018",
        "Leopold.docx": b"PK\x03\x04" + bytes(60) + b"Leopold",
        "Araminta.json": b'{"name": "Araminta", "nhs": "999 000 0018"',
        "Cornelius.eml": b"From: Cornelius <cornelius@example.org>\nSubject: Cornelius\n\nhello",
    }
    for name, content in texts.items():
        (share / name).write_bytes(content)
    stocktake = Stocktake(tmp_path / "home")
    stocktake.home.mkdir()
    done = stocktake.run("scan", str(share), "--jobs", "2")
    assert done.returncode in (0, 1), done.stderr
    log = (stocktake.home / "stocktake.log").read_text()
    assert "Scan began" in log
    assert "Scan ended" in log
    words = {word for name in (*texts, share.name) for word in re.findall(r"[A-Z][a-z]{3,}", name)}
    assert {"Ottoline", "Quillfeather", "Leopold"} <= words
    for told in (*words, "999 000 0018", "9990000018", "cornelius@example.org", str(tmp_path)):
        assert told not in log
        assert told not in done.stderr


def test_a_log_that_cannot_be_opened_is_said_in_one_line(
    tmp_path: Path, forkserver: ForkServerContext
) -> None:
    folder = tmp_path / "log"
    folder.write_text("a file stands where the folder should")
    with (
        pytest.raises(SettingsError, match=r"Cannot write the log .*: File exists"),
        logging_to(folder / "stocktake.log", logging.INFO, forkserver),
    ):
        pass


def test_a_log_whose_disk_is_full_stops_nothing(
    forkserver: ForkServerContext, capfd: pytest.CaptureFixture[str]
) -> None:
    with logging_to(Path("/dev/full"), logging.INFO, forkserver):
        logger.info("Said, and written nowhere")
    assert capfd.readouterr().err == ""
