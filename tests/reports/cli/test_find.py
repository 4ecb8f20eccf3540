from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.cli.calling import says, stocktake
from tests.reports.tiny_share import nino


def test_find_names_every_file_that_holds_a_value_however_it_is_written(
    share: Path, scanned_share: Path
) -> None:
    values = f"{nino(0)}\nJG103459\njg-10-38-59-a\n".encode()
    done = stocktake("find", "UK_NINO", "-", "--database", scanned_share, typed=values)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"1\t{share}/Housing/letter.txt\t1",
        f"2\t{share}/beside.txt\t1",
        f"3\t{share}/old.zip > in[U+001B][31mner.txt\t1",
    ]


def test_find_writes_out_what_a_terminal_would_obey(scanned_share: Path) -> None:
    done = stocktake(
        *("find", "UK_NINO", "-", "--database", scanned_share), typed=b"JG 10 36 59 A\n"
    )
    assert done.stdout.count("\n") == 1
    assert "esc[U+001B][31mred" in done.stdout
    assert "\x1b" not in done.stdout


def test_find_says_which_values_are_nowhere_and_where_else_to_look(scanned_share: Path) -> None:
    values = f"JG 10 99 59 A\n{nino(0)}\n\nJG 10 98 59 A\n".encode()
    done = stocktake("find", "UK_NINO", "-", "--database", scanned_share, typed=values)
    assert done.returncode == 0
    assert [row.split("\t")[0] for row in done.stdout.splitlines()] == ["2"]
    *absent, where_else = done.stderr.splitlines()
    assert absent == [
        "stocktake: Line 1 (******59): in no file that was read.",
        "stocktake: Line 4 (******59): in no file that was read.",
    ]
    assert where_else.startswith("stocktake: 2 of 3 values not found: 'stocktake coverage'")


def test_find_never_shows_a_secret_not_even_its_end_or_length(empty_catalogue: Path) -> None:
    done = stocktake(
        *("find", "SECRET", "-", "--database", empty_catalogue), typed=b"correct-Horse7battery!\n"
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "Line 1 (********): in no file" in done.stderr


def test_find_with_a_value_on_the_command_line_finds_it_and_warns(scanned_share: Path) -> None:
    done = stocktake("find", "UK_NINO", nino(0), "--database", scanned_share)
    assert done.returncode == 0
    assert done.stdout.startswith("1\t")
    assert "standard input" in done.stderr
    assert nino(0) not in done.stderr


@pytest.mark.parametrize("wrong", [b"DF 12 34 56 C", b"\xff\xfe", b"Smith"])
def test_find_of_no_such_value_looks_nothing_up_and_names_its_line(
    wrong: bytes, scanned_share: Path
) -> None:
    values = nino(0).encode() + b"\n" + wrong + b"\n"
    done = stocktake("find", "UK_NINO", "-", "--database", scanned_share, typed=values)
    says(done, 2, "Line 2", "UK_NINO")
    assert done.stdout == ""
    assert "Smith" not in done.stderr


def test_find_of_an_unknown_entity_names_the_list(scanned_share: Path) -> None:
    done = stocktake("find", "UK_SHOE\x1b[31m", "-", "--database", scanned_share)
    says(done, 2, "UK_SHOE[U+001B]", "stocktake detectors")


def test_find_with_another_key_is_refused_rather_than_finding_nothing(scanned_share: Path) -> None:
    done = stocktake(
        *("find", "UK_NINO", "-", "--database", scanned_share),
        typed=nino(0).encode(),
        STOCKTAKE_TOKEN_KEY="11" * 32,
    )
    says(done, 2, "key", "--database")
    assert done.stdout == ""


def test_find_with_half_a_key_says_what_a_key_is(scanned_share: Path) -> None:
    done = stocktake(
        *("find", "UK_NINO", "-", "--database", scanned_share),
        typed=nino(0).encode(),
        STOCKTAKE_TOKEN_KEY="too short",
    )
    says(done, 2, "STOCKTAKE_TOKEN_KEY", "64 hexadecimal digits")


def test_find_in_an_empty_catalogue_finds_nothing(empty_catalogue: Path) -> None:
    done = stocktake(
        *("find", "UK_NINO", "-", "--database", empty_catalogue), typed=nino(0).encode()
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "Line 1 (" in done.stderr
