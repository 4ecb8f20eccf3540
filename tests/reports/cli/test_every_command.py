"""What holds for every command: help, exit status, errors in one line, pipes, colours."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from reports.cli import _COMMANDS
from tests.reports.cli.calling import COMMAND, environment, on_a_terminal, says, stocktake

NOT_YET = ("serve", "campaign")
READERS = (
    *(("coverage",), ("findings",), ("export", "gaps"), ("who-can-reach", ".")),
    *(("reach-of", "ann", "--reason=test"), ("exposure",), ("refresh-access",)),
)


def test_help_lists_the_commands_that_work_and_no_other() -> None:
    done = stocktake("--help")
    assert (done.returncode, done.stderr) == (0, "")
    listed = done.stdout.partition("Commands:")[2]
    for name in _COMMANDS:
        assert f"\n  {name} " in listed
    for name in NOT_YET:
        assert name not in listed


@pytest.mark.parametrize("name", _COMMANDS)
def test_each_listed_command_has_help_in_a_narrow_terminal(name: str) -> None:
    done = stocktake(name, "-h", COLUMNS="40")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: stocktake {name}")


@pytest.mark.parametrize("name", NOT_YET)
def test_a_command_that_does_not_work_yet_is_unknown(name: str) -> None:
    says(stocktake(name), 2, name, "stocktake --help")


def test_help_loads_none_of_the_rooms() -> None:
    program = (
        "import sys\nfrom reports.cli import cli\ncli.main(['--help'], standalone_mode=False)\n"
        "heavy = {'rich', 'sqlalchemy', 'numpy', 'hyperscan', 'alembic'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([COMMAND[0], "-c", program], env=environment(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_a_command_the_help_is_shown_and_nothing_done() -> None:
    done = stocktake()
    assert done.returncode == 2
    assert "Usage: stocktake" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("scan",), ("PATH", "stocktake scan --help")),
        (("scan", ".", "--jobs", "0"), ("--jobs", "stocktake scan --help")),
        (("export",), ("TABLE", "findings", "stocktake export --help")),
        (("export", "people"), ("people", "occurrences")),
        (("findings", "--colour"), ("--colour", "stocktake findings --help")),
        (("findings", "--database", "/"), ("--database", "directory")),
        (("\x1b[31m",), ("stocktake --help",)),
        (("scan", ""), ("PATH", "empty", "stocktake scan --help")),
        (("detect", ""), ("PATH", "empty")),
        (("extract", ""), ("PATH", "empty")),
        (("doctor", ""), ("PATH", "empty")),
        (("who-can-reach", ""), ("PATH", "empty")),
        (("findings", "--database", ""), ("--database", "empty")),
        (("report", "html", "--output", ""), ("--output", "empty")),
    ],
)
def test_wrong_usage_is_one_line_that_names_the_help(
    words: tuple[str, ...], said: tuple[str, ...]
) -> None:
    done = stocktake(*words)
    says(done, 2, *said)
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize("words", READERS)
def test_without_a_catalogue_each_reader_says_what_to_do(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    absent = tmp_path / "no\x1b[31mne.sqlite"
    done = stocktake(*words, "--database", absent)
    says(done, 2, "No catalogue at", "[U+001B]", "stocktake scan PATH")
    assert "\x1b" not in done.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("words", READERS)
def test_a_file_that_is_no_catalogue_is_named_and_left_alone(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    other = tmp_path / "other.sqlite"
    other.write_bytes(b"no database at all" * 100)
    says(stocktake(*words, "--database", other), 2, "other.sqlite", "--database")
    assert other.read_bytes() == b"no database at all" * 100


@pytest.mark.parametrize("place", ["before", "behind"])
def test_debug_adds_the_traceback_and_changes_nothing_else(place: str, tmp_path: Path) -> None:
    words = ("findings", "--database", str(tmp_path / "none"))
    done = stocktake(*(("--debug", *words) if place == "before" else (*words, "--debug")))
    assert done.returncode == 2
    *trace, last = done.stderr.splitlines()
    assert trace[0] == "Traceback (most recent call last):"
    assert last == stocktake(*words).stderr.rstrip("\n")


def test_debug_behind_two_hyphens_is_a_name() -> None:
    says(stocktake("detect", "--", "--debug"), 2, "Cannot read --debug")


@pytest.mark.parametrize("debug", [(), ("--debug",)])
def test_a_mistake_of_ours_stops_with_status_3_and_tells_no_value(debug: tuple[str, ...]) -> None:
    program = (
        "import reports.cli as c\n"
        "c.cli.get_command = lambda *_: {}['JG 10 30 59 A']\n"  # what nobody foresaw
        "c.main()"
    )
    done = subprocess.run(
        [COMMAND[0], "-c", program, *debug, "findings"],
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 3
    assert ("Traceback" in done.stderr) is bool(debug)
    if not debug:
        assert "JG 10" not in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert "KeyError" in done.stderr
        assert "--debug" in done.stderr


@pytest.mark.parametrize(
    "words", [("export", "entries"), ("findings",), ("coverage",), ("detectors",), ("--help",)]
)
def test_a_reader_of_the_output_that_leaves_ends_it_quietly(
    words: tuple[str, ...], scanned_share: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [*COMMAND, *words],
            env=environment(STOCKTAKE_DATABASE=str(scanned_share)),
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert (done.returncode, done.stderr) == (3, "")


@pytest.mark.parametrize("words", [("export", "entries"), ("findings",), ("detectors",)])
def test_a_full_disk_behind_the_output_is_one_line(
    words: tuple[str, ...], scanned_share: Path
) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*COMMAND, *words],
            env=environment(STOCKTAKE_DATABASE=str(scanned_share)),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    says(done, 3, "No space left on device")


@pytest.mark.parametrize("words", [("findings",), ("coverage",), ("who-can-reach", "{share}")])
def test_a_poor_locale_ends_no_command(
    words: tuple[str, ...], share: Path, scanned_share: Path
) -> None:
    asked = [word.format(share=share) for word in words]
    done = stocktake(*asked, "--database", scanned_share, PYTHONIOENCODING="ascii:strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()


def _shown(*words: str, database: Path) -> str:
    status, written = on_a_terminal(
        (*COMMAND, *words), STOCKTAKE_DATABASE=str(database), COLUMNS="80"
    )
    assert status in (0, 1)
    return written


def test_a_terminal_has_colours_a_pipe_has_none(scanned_share: Path) -> None:
    shown = _shown("coverage", database=scanned_share)
    assert "\x1b[33m" in shown  # yellow: a share with gaps is never green
    assert "\x1b[32m" not in shown
    assert "\x1b" not in stocktake("coverage", "--database", scanned_share).stdout


@pytest.mark.parametrize(
    "words",
    [
        ("findings",),
        ("coverage",),
        ("detect", "{share}"),
        ("extract", "{share}"),
        ("export", "entries", "--format", "csv"),
        ("export", "gaps"),
        ("export", "gaps", "--format", "csv"),
    ],
)
def test_no_name_is_ever_obeyed_by_a_terminal(
    words: tuple[str, ...], share: Path, scanned_share: Path
) -> None:
    shown = _shown(*(word.format(share=share) for word in words), database=scanned_share)
    assert ".zip" in shown
    for obeyed in ("\x1b[31m", "\x1b]0;", "\x07", "\u202e"):
        assert obeyed not in shown
