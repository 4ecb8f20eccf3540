"""A share of hostile files, scanned by the real command: each costs itself, and never the run."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.scanner.hostile import archives, office, pdfs, texts
from tests.scanner.hostile.base import EXAMINED, Hostile
from tests.scanner.hostile.spoilt import flipped, spoilt_files
from tests.scanner.scanning import ORDINARY, Stocktake
from tests.scanner.test_run import assert_equation
from tests.scanner.watching import Watched, watched

NHS = "NHS number: 999 000 0018\n"
FILES: tuple[Hostile, ...] = (*archives.FILES, *office.FILES, *pdfs.FILES, *texts.FILES)
BESIDE = 20  # harmless files among the others
MOST_MB = 700
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ENDS = {EXAMINED, "encrypted", "rights-managed", "corrupt", "partial", "unsupported", "limit"}
ENDS |= {"needs-ocr", "memory", "timed-out"}


@dataclass(frozen=True)
class Night:
    """What one scan of a folder left behind."""

    stocktake: Stocktake
    share: Path
    left_over: list[str]  # in the temporary folder
    ended: Watched
    called: bool  # something outside the share was asked for

    def log(self) -> str:
        return (self.stocktake.home / "stocktake.log").read_text()

    def ends(self) -> dict[str, str]:
        states = self.stocktake.states()
        return {path: str(cause or state) for path, (state, cause) in states.items()}


def scanned(stocktake: Stocktake, share: Path, listener: socket.socket | None = None) -> Night:
    stocktake.home.mkdir()
    temporary = Path(tempfile.mkdtemp())  # a socket lies in it, so its path must be short
    os.environ["TMPDIR"] = str(temporary)
    try:
        ended = watched(stocktake.start("scan", str(share), "--jobs", "2"))
    finally:
        del os.environ["TMPDIR"]
        left = sorted(path.name for path in temporary.rglob("*"))
        shutil.rmtree(temporary)
    called = False
    if listener is not None:
        listener.settimeout(0)
        try:
            listener.accept()[0].close()
            called = True
        except BlockingIOError:
            pass
    return Night(stocktake, share, left, ended, called)


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    folder = tmp_path_factory.mktemp("hostile")
    share = folder / "share"
    share.mkdir()
    rng = Random(20261125)
    for file in FILES:
        (share / file.name).write_bytes(file.make(rng))
    for name, data in spoilt_files(rng, 4).items():
        (share / name).write_bytes(data)
    for number in range(BESIDE):
        (share / f"beside {number}.txt").write_text(f"{NHS}{number}")
    with (share / "sparse.txt").open("wb") as sparse:
        sparse.truncate(50_000_000_000)
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        asking = office.outside(address).encode()
        (share / "asks.xml").write_bytes(asking)
        (share / "asks.html").write_bytes(asking.replace(b"<a>", b"<html>"))
        (share / "asks.docx").write_bytes(office.asking_word(address))
        yield scanned(Stocktake(folder / "home"), share, listener)


def test_every_hostile_file_ends_as_it_should(night: Night) -> None:
    members: dict[str, set[str]] = defaultdict(set)
    for row in night.stocktake.export("gaps"):
        if row["member"] is not None:
            members[str(row["path"])].add(str(row["cause"]))
    ends = night.ends()
    wrong = {
        file.name: (ends[file.name], members[file.name])
        for file in FILES
        if ends[file.name] not in file.ends or not file.members <= members[file.name]
    }
    assert wrong == {}


def test_spoilt_files_end_as_gaps_or_as_read(night: Night) -> None:
    ends = night.ends()
    assert {name: end for name, end in ends.items() if end not in ENDS} == {}
    spoilt = {name: ends[name] for name in spoilt_files(Random(20261125), 0)}
    assert {spoilt[name] for name in spoilt if name.startswith("lies.")} == {EXAMINED}
    for ending in ("docx", "xlsx", "zip", "xml"):
        assert spoilt[f"cut 0.5.{ending}"] in {"partial", "corrupt"}
        assert spoilt[f"cut 0.9.{ending}"] in {"partial", "corrupt"}


def test_the_run_ends_whole_and_files_beside_are_read(night: Night) -> None:
    assert night.ended.status == 1, night.ended.errors
    found = assert_equation(night.stocktake)
    assert found["outcome"] == "complete"
    assert found["enumerated"] == len(list(night.share.iterdir()))
    ends = night.ends()
    assert {ends[f"beside {number}.txt"] for number in range(BESIDE)} == {EXAMINED}
    holders = {
        str(row["path"])
        for row in night.stocktake.export("occurrences")
        if row["entity"] == "UK_NHS"
    }
    assert {f"beside {number}.txt" for number in range(BESIDE)} <= holders
    # What could be read of the hostile ones is found, too.
    assert {"deep.json", "deep.html", "deep.xml", "far cell.xlsx", "flat bomb.zip"} <= holders


def test_workers_stay_within_their_memory_and_leave_nothing_behind(night: Night) -> None:
    assert 0 < night.ended.worker_mb < MOST_MB
    assert night.ended.parent_mb < 400
    assert night.left_over == []
    assert not Path("/tmp/stocktake-was-here.txt").exists()  # noqa: S108 - a member's name


def test_nothing_outside_is_asked_for(night: Night) -> None:
    assert not night.called
    with night.stocktake.database.open("rb") as file:
        assert b"root:x:0" not in file.read()


def test_the_log_holds_no_names_no_text_and_no_mistake_of_ours(night: Night) -> None:
    log = night.log()
    assert " ERROR " not in log
    for path in night.share.iterdir():
        if len(path.name) > 8:
            assert path.name not in log
    assert "999" not in log.replace("0999", "")
    # What parsers print may be text of documents: only our own lines are let through.
    for line in night.ended.errors.splitlines():
        assert " scanner." in line or " reports.cli.progress " in line, line


_SMALL_LIMITS = """
import sys
from pathlib import Path
from scanner.extractors.base import Limits
from scanner.keys import load_or_create_key
from scanner.run import Scan, scan
root, database = map(Path, sys.argv[1:])
scan(Scan((root,), database, load_or_create_key(), 2, database.with_name("stocktake.log"),
          limits=Limits(seconds=0.5)))
"""


def test_what_hung_or_was_denied_is_examined_the_next_night_and_so_is_what_arrives_with_an_old_date(
    tmp_path: Path,
) -> None:
    stocktake, share = Stocktake(tmp_path / "home"), tmp_path / "share"
    stocktake.home.mkdir()
    share.mkdir()
    (share / "slow.html").write_bytes(texts.attributes(100_000))  # one call of the parser
    for name in ("beside", "denied"):
        (share / f"{name}.txt").write_text(f"{NHS}{name}")
    (share / "denied.txt").chmod(0)
    subprocess.run(
        [*ORDINARY, sys.executable, "-c", _SMALL_LIMITS, str(share), str(stocktake.database)],
        env=stocktake.environment,
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert stocktake.states() == {
        "beside.txt": (EXAMINED, None),
        "denied.txt": ("gap", "denied"),
        "slow.html": ("gap", "timed-out"),
    }
    assert_equation(stocktake)
    (share / "denied.txt").chmod(0o600)
    (share / "old.txt").write_text(f"{NHS}old")
    os.utime(share / "old.txt", (1_000_000_000, 1_000_000_000))
    assert stocktake.run("scan", str(share), under=ORDINARY).returncode == 0
    assert stocktake.states() == {
        "beside.txt": ("unchanged", None),
        "denied.txt": (EXAMINED, None),
        "old.txt": (EXAMINED, None),
        "slow.html": (EXAMINED, None),
    }
    holders = {row["path"] for row in stocktake.export("occurrences")}
    assert holders == {"beside.txt", "denied.txt", "old.txt", "slow.html"}
    assert_equation(stocktake)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not there")
def test_real_documents_with_flipped_bytes_never_bring_a_mistake_of_ours_to_light(
    tmp_path: Path,
) -> None:
    stocktake, share = Stocktake(tmp_path / "home"), tmp_path / "share"
    share.mkdir()
    rng = Random(20261125)
    documents = [path for path in sorted(CORPUS.rglob("*")) if path.is_file()]
    small = [path for path in documents if 0 < path.stat().st_size < 100_000]
    for number, path in enumerate(rng.sample(small, 120)):
        (share / f"{number}{path.suffix}").write_bytes(flipped(rng, path.read_bytes()))
    night = scanned(stocktake, share)
    assert night.ended.status == 1, night.ended.errors
    assert assert_equation(stocktake)["enumerated"] == 120
    assert {end for end in night.ends().values() if end not in ENDS} == set()
    assert " ERROR " not in night.log()
    assert night.ended.worker_mb < MOST_MB
