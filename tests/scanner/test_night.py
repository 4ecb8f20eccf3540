"""Entries on their way: what was seen before decides what is done with them tonight."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.scanner.scanning import ORDINARY, Stocktake
from tests.scanner.sums import assert_sums
from tests.scanner.totals import assert_totals

NHS = "NHS number: 999 000 0018\n"


def _execute(stocktake: Stocktake, sql: str, *values: object) -> None:
    with stocktake.connected() as connection:
        connection.execute(sql, values)


@pytest.mark.parametrize("cause", ["timed-out", "memory", "crashed", "unreachable"])
def test_what_passed_is_examined_again_though_its_bytes_are_known(
    stocktake: Stocktake, share: Path, cause: str
) -> None:
    (share / "slow.txt").write_text(NHS)
    (share / "copy of slow.txt").write_text(NHS)
    assert stocktake.run("scan", str(share)).returncode == 0
    # As a night leaves it in which the time ran out after a part of the text had been read.
    _execute(stocktake, "UPDATE content SET cause = ?", cause)
    _execute(stocktake, "UPDATE entry SET state = 'gap', cause = ?", cause)
    _execute(stocktake, "DELETE FROM occurrence")
    _execute(stocktake, "DELETE FROM finding")
    _execute(stocktake, "DELETE FROM total")
    assert stocktake.run("scan", str(share)).returncode == 0
    assert set(stocktake.states().values()) == {("examined", None)}
    assert {row["path"] for row in stocktake.export("occurrences")} == {
        "slow.txt",
        "copy of slow.txt",
    }
    assert_totals(stocktake.database)
    assert_sums(stocktake.database)


def test_two_shares_with_the_same_bytes_keep_their_own_totals(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(NHS)
        assert stocktake.run("scan", str(tmp_path / name)).returncode == 0
    assert_totals(stocktake.database)
    assert_sums(stocktake.database)
    # As other detectors leave it: they found the number twice.
    _execute(stocktake, "UPDATE content SET sets = x'00'")
    _execute(stocktake, "UPDATE folder SET sets = x'00'")
    _execute(stocktake, "UPDATE finding SET occurrences = 2")
    _execute(stocktake, "UPDATE total SET occurrences = 2")
    for name in ("one", "two"):
        assert stocktake.run("scan", str(tmp_path / name)).returncode == 0
        assert_totals(stocktake.database)
        assert_sums(stocktake.database)


def test_what_a_file_held_goes_when_a_link_takes_its_name(
    stocktake: Stocktake, share: Path
) -> None:
    (share / "a.txt").write_text(NHS)
    (share / "b.txt").write_text(NHS.replace("18", "26"))
    assert stocktake.run("scan", str(share)).returncode == 0
    (share / "a.txt").unlink()
    (share / "a.txt").symlink_to("b.txt")
    assert stocktake.run("scan", str(share)).returncode == 0
    assert stocktake.states()["a.txt"] == ("excluded", "symlink")
    assert {row["path"] for row in stocktake.export("occurrences")} == {"b.txt"}
    assert_totals(stocktake.database)
    assert_sums(stocktake.database)


def test_a_folder_whose_name_is_no_utf8_is_scanned_as_a_share(
    stocktake: Stocktake, tmp_path: Path
) -> None:
    share = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Stra\xdfe"))
    share.mkdir()
    (share / "a.txt").write_text(NHS)
    done = stocktake.run("scan", os.fsdecode(os.fsencode(share)))
    assert done.returncode == 0, done.stderr
    assert stocktake.states() == {"a.txt": ("examined", None)}


def test_many_copies_of_a_slow_file_do_not_use_up_the_descriptors(
    stocktake: Stocktake, share: Path
) -> None:
    slow = "".join(
        f"{number} NHS number: 999 000 0018 of Jane Sample\n" for number in range(60_000)
    )
    for number in range(150):
        (share / f"{number}.txt").write_text(slow)
    done = stocktake.run("scan", str(share), "--jobs", "2", under=("prlimit", "--nofile=160:160"))
    assert done.returncode == 0, done.stderr
    assert stocktake.coverage()["examined"] == 150


def test_denied_files_keep_their_cause_until_they_can_be_read(
    stocktake: Stocktake, share: Path
) -> None:
    (share / "closed").mkdir()
    (share / "closed" / "inside.txt").write_text(NHS)
    for name in ("a.txt", "b.txt"):
        (share / name).write_text(NHS.replace("18", "26"))
        (share / name).chmod(0)
    (share / "closed").chmod(0)
    assert stocktake.run("scan", str(share), under=ORDINARY).returncode == 1
    denied = dict.fromkeys(("a.txt", "b.txt", "closed"), ("gap", "denied"))
    assert stocktake.states() == denied
    os.utime(share / "a.txt", (1, 1))  # changed, and as closed as before
    assert stocktake.run("scan", str(share), under=ORDINARY).returncode == 1
    assert stocktake.states() == denied
    (share / "closed").chmod(0o700)
    (share / "b.txt").chmod(0o600)
    assert stocktake.run("scan", str(share), under=ORDINARY).returncode == 1
    assert stocktake.states() == {
        "a.txt": ("gap", "denied"),
        "b.txt": ("examined", None),
        "closed/inside.txt": ("examined", None),
    }
    assert_totals(stocktake.database)
    assert_sums(stocktake.database)


def test_what_lies_in_a_folder_that_was_closed_stays_known(
    stocktake: Stocktake, share: Path
) -> None:
    (share / "closed" / "below").mkdir(parents=True)
    (share / "closed" / "inside.txt").write_text(NHS)
    (share / "closed" / "below" / "inside.txt").write_text(NHS)
    assert stocktake.run("scan", str(share), under=ORDINARY).returncode == 0
    before = stocktake.export("occurrences")
    (share / "closed").chmod(0)
    assert stocktake.run("scan", str(share), under=ORDINARY).returncode == 1
    assert stocktake.states() == {"closed": ("gap", "denied")}
    assert stocktake.export("occurrences") == before
    (share / "closed").chmod(0o700)
    assert stocktake.run("scan", str(share), under=ORDINARY).returncode == 0
    assert set(stocktake.states().values()) <= {("unchanged", None), ("examined", None)}
    assert stocktake.export("occurrences") == before
    assert_totals(stocktake.database)
    assert_sums(stocktake.database)
