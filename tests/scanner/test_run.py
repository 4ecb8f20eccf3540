"""Nights from end to end: killed, stopped, repeated, denied, dropped, searched for clear text."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.share.build import build, truth_path
from benchmarks.share.permissions import Guarding
from tests.scanner.scanning import Stocktake

NHS = "NHS number: 999 000 0018\n"
KILLS = 20


def assert_equation(stocktake: Stocktake) -> dict[str, object]:
    """Hold the equation against the entries themselves, and the totals against the findings."""
    found = stocktake.coverage()
    counts = {"examined": 0, "unchanged": 0, "excluded": 0, "gap": 0}
    for state, _ in (stocktake.states()).values():
        counts[str(state)] += 1
    assert found["examined"] == counts["examined"]
    assert found["unchanged"] == counts["unchanged"]
    assert found["excluded"] == counts["excluded"]
    assert found["gaps"] == counts["gap"]
    assert found["enumerated"] == sum(counts.values())
    with stocktake.connected() as connection:
        totals = connection.execute(
            "SELECT entity, entries, occurrences FROM total WHERE folder_id = 0 AND entries > 0"
        ).fetchall()
        findings = connection.execute(
            "SELECT entity, count(*), sum(n) FROM (SELECT n.entity AS entity, n.occurrences AS n"
            " FROM entry e JOIN finding n ON n.content_id = e.content_id AND n.until IS NULL"
            " UNION ALL SELECT n.entity, n.occurrences FROM entry e JOIN finding n"
            " ON n.entry_id = e.id AND n.until IS NULL) GROUP BY entity"
        ).fetchall()
    assert {row[0]: row[2] for row in totals} == {row[0]: row[2] for row in findings}
    return found


def test_a_night_killed_again_and_again_ends_as_one_that_was_not(tmp_path: Path) -> None:
    seeded = random.Random(20261125)
    tree = tmp_path / "share"
    build(tree, 150, 7, Guarding.NONE, 0)
    clean = Stocktake(tmp_path / "clean")
    clean.home.mkdir()
    # One key for both, so that tokens can be compared.
    os.environ["STOCKTAKE_TOKEN_KEY"] = "11" * 32
    try:
        assert clean.run("scan", str(tree), "--jobs", "2").returncode == 1
        expected = clean.comparable()
        killed = Stocktake(tmp_path / "killed")
        killed.home.mkdir()
        for number in range(KILLS):
            process = killed.start("scan", str(tree), "--jobs", "2")
            time.sleep(seeded.uniform(0.2, 2.0))
            if number % 3 == 2:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
            process.communicate()
            if number % 5 == 4:  # a night that got through: begin another from nothing
                assert killed.run("scan", str(tree), "--jobs", "2").returncode == 1
                runs = killed.export("coverage")
                if len(runs) == 1:
                    assert killed.comparable() == expected
                for path in killed.home.glob("catalogue.sqlite*"):
                    path.unlink()
    finally:
        del os.environ["STOCKTAKE_TOKEN_KEY"]


def test_a_killed_worker_costs_nothing(tmp_path: Path) -> None:
    tree = tmp_path / "share"
    build(tree, 150, 8, Guarding.NONE, 0)
    stocktake = Stocktake(tmp_path / "home")
    stocktake.home.mkdir()
    process = stocktake.start("scan", str(tree), "--jobs", "2")
    deadline = time.monotonic() + 60
    while len(_workers(process.pid)) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.kill(_workers(process.pid)[-1], signal.SIGKILL)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 1, errors
    found = assert_equation(stocktake)
    assert found["enumerated"] == 150
    causes = {cause for _, cause in stocktake.states().values()}
    assert not causes & {"crashed", "memory", "not-reached"}


def test_workers_end_when_the_scan_is_killed(tmp_path: Path) -> None:
    tree = tmp_path / "share"
    build(tree, 300, 9, Guarding.NONE, 0)
    stocktake = Stocktake(tmp_path / "home")
    stocktake.home.mkdir()
    process = stocktake.start("scan", str(tree), "--jobs", "2")
    time.sleep(1.2)
    workers = _descendants(process.pid)
    process.kill()
    process.communicate()
    deadline = time.monotonic() + 20
    while any(_alive(pid) for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_stopped_night_goes_on_under_its_own_id(stocktake: Stocktake, share: Path) -> None:
    for number in range(3000):
        (share / f"{number}.txt").write_text(f"{NHS} {number}")
    process = stocktake.start("scan", str(share), "--jobs", "1")
    while not _begun(stocktake):
        assert process.poll() is None
        time.sleep(0.05)
    began = time.monotonic()
    process.send_signal(signal.SIGTERM)
    output, errors = process.communicate(timeout=30)
    assert time.monotonic() - began < 10
    assert process.returncode == 3
    assert "listed =" in output
    assert "not complete: stopped" in errors
    assert stocktake.coverage()["outcome"] == "stopped"
    assert stocktake.run("scan", str(share)).returncode == 0
    runs = stocktake.export("coverage")
    assert [row["outcome"] for row in runs] == ["complete"]
    assert runs[0]["examined"] == 3000
    assert_equation(stocktake)


def _begun(stocktake: Stocktake) -> bool:
    """Return whether a scan has come to its share."""
    if not stocktake.database.exists():
        return False
    with suppress(sqlite3.OperationalError), stocktake.connected() as connection:
        return connection.execute("SELECT 1 FROM share_run").fetchone() is not None
    return False


def test_a_second_night_opens_nothing_and_tries_again_what_may_have_passed(
    stocktake: Stocktake, share: Path
) -> None:
    (share / "kept.txt").write_text(NHS)
    (share / "broken.zip").write_bytes(b"PK\x03\x04 cut off")
    os.utime(share / "kept.txt", (1_000_000_000, 1_000_000_000))
    read_before = (share / "kept.txt").stat().st_atime_ns
    assert stocktake.run("scan", str(share)).returncode == 1
    assert (share / "kept.txt").stat().st_atime_ns == read_before
    with stocktake.connected() as connection:  # as if it had been locked
        connection.execute(
            "UPDATE entry SET state = 'gap', cause = 'in-use' WHERE name = 'kept.txt'"
        )
    old = share / "old.txt"
    old.write_text(NHS)
    os.utime(old, (1_000_000_000, 1_000_000_000))
    assert stocktake.run("scan", str(share)).returncode == 1
    states = stocktake.states()
    assert states["kept.txt"] == ("examined", None)
    assert states["old.txt"] == ("examined", None)
    assert states["broken.zip"][0] == "gap"
    assert_equation(stocktake)
    assert stocktake.run("scan", str(share)).returncode == 1
    found = assert_equation(stocktake)
    assert (found["examined"], found["unchanged"], found["gaps"]) == (0, 2, 1)
    assert (share / "kept.txt").stat().st_atime_ns == read_before


def test_whatever_lies_in_a_share_is_counted(stocktake: Stocktake, share: Path) -> None:
    (share / "plain.txt").write_text(NHS)
    os.utime(share / "plain.txt", ns=(0, 2**63 * 3 // 2))  # the year 2408, as far as it is kept
    stray = os.fsencode(share) + b"/caf\xe9 \xff.txt"
    Path(os.fsdecode(stray)).write_text(NHS)
    (share / "new\nline.txt").write_text(NHS)
    (share / "link.txt").symlink_to("plain.txt")
    os.mkfifo(share / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        at = os.open(share, os.O_RDONLY)
        server.bind(f"/proc/self/fd/{at}/socket")
        os.close(at)
    deep = os.open(share, os.O_RDONLY)
    for _ in range(300):
        os.mkdir("folder-with-a-long-name", dir_fd=deep)
        below = os.open("folder-with-a-long-name", os.O_RDONLY, dir_fd=deep)
        os.close(deep)
        deep = below
    with os.fdopen(os.open("deep.txt", os.O_WRONLY | os.O_CREAT, dir_fd=deep), "w") as file:
        file.write(NHS)
    os.close(deep)
    done = stocktake.run("scan", str(share))
    assert done.returncode == 0, done.stderr
    found = assert_equation(stocktake)
    assert (found["examined"], found["excluded"], found["gaps"]) == (4, 3, 0)
    states = stocktake.states()
    assert states["caf\\xe9 \\xff.txt"] == ("examined", None)
    assert states["link.txt"] == ("excluded", "symlink")
    assert states["pipe"] == ("excluded", "special-file")
    found_in = {row["path"] for row in stocktake.export("occurrences")}
    assert any(str(path).endswith("deep.txt") for path in found_in)


def test_a_dropped_mount_is_not_a_clean_share(stocktake: Stocktake, share: Path) -> None:
    for number in range(5):
        (share / f"{number}.txt").write_text(f"{NHS} {number}")
    assert stocktake.run("scan", str(share)).returncode == 0
    aside = share.with_name("aside")
    aside.mkdir()
    for path in share.iterdir():
        path.rename(aside / path.name)
    done = stocktake.run("scan", str(share))
    assert done.returncode == 3
    assert "5 of 5 files are gone" in done.stderr
    assert {cause for _, cause in stocktake.states().values()} == {"unreachable"}
    found = assert_equation(stocktake)
    assert found["outcome"] == "incomplete"
    for path in aside.iterdir():
        path.rename(share / path.name)
    assert stocktake.run("scan", str(share)).returncode == 0
    found = assert_equation(stocktake)
    assert (found["outcome"], found["enumerated"], found["gaps"]) == ("complete", 5, 0)
    for path in list(share.iterdir())[:4]:
        path.unlink()
    assert stocktake.run("scan", str(share), "--accept-loss").returncode == 0
    assert assert_equation(stocktake)["enumerated"] == 1
    assert {row["path"] for row in stocktake.export("occurrences")} == set(stocktake.states())


def test_copies_are_examined_once(stocktake: Stocktake, share: Path) -> None:
    for number in range(50):
        (share / f"copy {number}.txt").write_text(NHS)
    (share / "other.txt").write_text(NHS.replace("18", "26"))  # as large, with other bytes
    assert stocktake.run("scan", str(share), "--jobs", "2").returncode == 0
    with stocktake.connected() as connection:
        assert connection.execute("SELECT count(*) FROM content").fetchone() == (2,)
    assert len({row["path"] for row in stocktake.export("occurrences")}) == 51
    assert_equation(stocktake)


def test_other_detectors_mean_that_all_is_examined_again(stocktake: Stocktake, share: Path) -> None:
    for name in ("a.txt", "b.txt", "Jane 999 000 0018.txt"):
        (share / name).write_text(NHS)
    assert stocktake.run("scan", str(share)).returncode == 0
    before = stocktake.comparable()["occurrences"]
    with stocktake.connected() as connection:
        connection.execute("UPDATE content SET sets = x'00'")
        connection.execute("UPDATE folder SET sets = x'00'")
    assert stocktake.run("scan", str(share)).returncode == 0
    found = assert_equation(stocktake)
    assert (found["examined"], found["unchanged"]) == (3, 0)
    assert stocktake.comparable()["occurrences"] == before


def test_nothing_planted_is_kept_in_clear(tmp_path: Path) -> None:
    tree = tmp_path / "share"
    build(tree, 120, 5, Guarding.NONE, 0)
    stocktake = Stocktake(tmp_path / "home")
    stocktake.home.mkdir()
    assert stocktake.run("scan", str(tree)).returncode == 1
    stored = b"".join(path.read_bytes() for path in stocktake.home.glob("*.*") if path.is_file())
    exported = json.dumps([stocktake.export(table) for table in ("occurrences", "findings")])
    names = " ".join(stocktake.states())
    planted = 0
    for line in truth_path(tree).read_text().splitlines():
        row = json.loads(line)
        for value in {row.get("canonical"), row.get("written")} - {None}:
            # A name of a word or two may stand in a path, or by chance in a rule's name.
            if len(value) < 8 or value.lower() in names.lower() or row["entity"] == "PERSON":
                continue
            planted += 1
            assert value.encode() not in stored, row["entity"]
            assert value not in exported, row["entity"]
    assert planted > 500


@pytest.mark.parametrize(
    ("arrange", "status", "says"),
    [
        ("missing folder", 2, "there is no such folder"),
        ("wrong key", 2, "is not the one the catalogue was made with"),
        ("unwritable database", 2, "Cannot write the catalogue"),
        ("newer schema", 2, "newer Stocktake"),
        ("second scan", 3, "Another scan is writing"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    stocktake: Stocktake, share: Path, arrange: str, status: int, says: str
) -> None:
    (share / "a.txt").write_text(NHS)
    words = ["scan", str(share)]
    holder = None
    if arrange == "missing folder":
        words[1] += "/nowhere"
    elif arrange == "unwritable database":
        (stocktake.home / "file").touch()
        words += ["--database", str(stocktake.home / "file" / "catalogue.sqlite")]
    else:
        assert stocktake.run(*words).returncode == 0
    if arrange == "wrong key":
        (stocktake.home / "config/stocktake/token.key").write_text("22" * 32)
    elif arrange == "newer schema":
        with stocktake.connected() as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
    elif arrange == "second scan":
        for number in range(2000):
            (share / f"{number}.txt").write_text(f"{NHS} {number}")
        holder = stocktake.start(*words, "--jobs", "1")
        time.sleep(1.5)
    done = stocktake.run(*words)
    if holder is not None:
        holder.terminate()
        holder.communicate()
    assert done.returncode == status, done.stderr
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def _descendants(pid: int) -> list[int]:
    """Return the processes below ``pid``, nearest first."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            child = int(stat.parent.name)
            found += [child, *_descendants(child)]
    return found


def _workers(pid: int) -> list[int]:
    """Return the workers of a scan: what its forkserver forked."""
    servers = [each for each in _descendants(pid) if _descendants(each)]
    return [worker for server in servers for worker in _descendants(server)]


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_key_that_is_missing_is_not_made_anew(stocktake: Stocktake, share: Path) -> None:
    (share / "letter.txt").write_text(NHS)
    assert stocktake.run("scan", str(share)).returncode == 0
    key = stocktake.home / "config/stocktake/token.key"
    key.rename(stocktake.home / "kept.key")
    refused = stocktake.run("scan", str(share))
    assert refused.returncode == 2
    assert "The token key is missing" in refused.stderr
    assert str(key) in refused.stderr
    assert not key.exists()
    (stocktake.home / "kept.key").rename(key)
    assert stocktake.run("scan", str(share)).returncode == 0
