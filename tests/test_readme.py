"""What README.md and docs/ tell people to type works, on a catalogue made here."""

from __future__ import annotations

import os
import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.share.build import build
from benchmarks.share.permissions import Guarding
from connectors.sharepoint.layouts import PLAIN
from detectors.registry import detectors
from reports.cli import cli
from scanner.catalogue.tables import metadata
from tests.connectors.sharepoint.exports import make_content, text
from tests.connectors.smb.collecting import collected, written

_HOUSE = Path(__file__).parent.parent
_README = (_HOUSE / "README.md").read_text("utf-8")
_CATALOGUE = (_HOUSE / "docs" / "catalogue.md").read_text("utf-8")
_ACCESS = (_HOUSE / "docs" / "access.md").read_text("utf-8")
_SETTINGS = (_HOUSE / "docs" / "settings.md").read_text("utf-8")
_LETTER = "Mrs Jane Example, NI number QQ 12 34 56 C, date of birth 01/02/1980, SW1A 1AA.\n"


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


_LINES = [line for block in _blocks(_README, "sh") for line in block.splitlines() if line]
_MAKE_LINES = [line for line in _LINES if line.startswith("make ")]
_STOCKTAKE_LINES = [line for line in _LINES if "stocktake " in line]
_IN_TABLE = re.findall(r"^\| `stocktake ([a-z-]+)", _README, re.MULTILINE)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Scan one letter and return the environment in which its catalogue and key are found."""
    base = tmp_path_factory.mktemp("readme")
    (base / "share").mkdir()
    (base / "share" / "letter.txt").write_text(_LETTER, "utf-8")
    (base / "bin").mkdir()
    command = base / "bin" / "stocktake"
    words = shlex.join([sys.executable, "-c", "from reports.cli import main; main()"])
    command.write_text(f'#!/bin/sh\nexec {words} "$@"\n', "utf-8")
    command.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{base / 'bin'}:{os.environ['PATH']}",
        "XDG_CONFIG_HOME": str(base),
        "STOCKTAKE_DATABASE": str(base / "catalogue.sqlite"),
        "PYTHONPATH": str(_HOUSE),
    }
    done = _shell(f"stocktake scan {shlex.quote(str(base / 'share'))}", environment)
    assert done.returncode == 0, done.stderr
    return environment


def _shell(
    line: str, environment: Mapping[str, str], folder: Path = _HOUSE
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", line],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_readme_shows_both_kinds_of_commands() -> None:
    assert [line.split()[1] for line in _MAKE_LINES[:2]] == ["scan", "test"]
    assert len(_STOCKTAKE_LINES) >= 3


@pytest.mark.parametrize("line", _STOCKTAKE_LINES)
def test_a_shown_command_works(line: str, environment: Mapping[str, str]) -> None:
    """The places of the example share are exchanged for those of the catalogue made here."""
    here = (
        line.replace(".venv/bin/stocktake", "stocktake")
        .replace("--database build/catalogue.sqlite", "")
        .replace("XDG_CONFIG_HOME=build ", "")
    )
    done = _shell(here, environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_shown_answer_is_what_the_example_gives(tmp_path: Path) -> None:
    """Of who can read it nothing is compared: that is the machine's, not the share's."""
    makefile = (_HOUSE / "Makefile").read_text("utf-8")
    sizes = [re.search(rf"^EXAMPLE_{name} := (\d+)$", makefile, re.M) for name in ("FILES", "SEED")]
    files, seed = (int(size[1]) for size in sizes if size)
    build(tmp_path / "share", files, seed, Guarding.MODES)
    done = _shell(
        f"{shlex.quote(sys.executable)} -c 'from reports.cli import main; main()' scan share",
        {
            **os.environ,
            "XDG_CONFIG_HOME": str(tmp_path),
            "STOCKTAKE_DATABASE": str(tmp_path / "catalogue.sqlite"),
            "PYTHONPATH": str(_HOUSE),
            "COLUMNS": "100",
        },
        tmp_path,
    )
    assert done.returncode == 1, done.stderr
    given = {line.rstrip() for line in re.split(r"[;\n]", done.stdout)}
    shown = _blocks(_README, "text")[0].partition("most exposed first")[0]
    lines = re.sub(r"(?<=;)[^.]*\.\n", "\n", shown).replace(";", "").splitlines()
    assert len(lines) > 10
    assert [line for line in lines if line not in given] == []


def test_as_many_kinds_are_looked_for_as_it_says() -> None:
    told = re.search(r"names and (\d+) other kinds of identifiers", _README)
    assert told
    assert len(detectors()) == 8 + int(told[1])  # eight are named before


def test_the_shown_commands_are_those_there_are() -> None:
    with cli.make_context("stocktake", [], resilient_parsing=True) as context:
        assert cli.list_commands(context) == _IN_TABLE


@pytest.mark.parametrize(
    "line",
    [
        *_MAKE_LINES,
        "make scan",
        "make check",
        "make bench",
        "make bench-detect",
        "make bench-access",
        "make accuracy",
    ],
)
def test_a_shown_target_is_in_the_makefile(line: str) -> None:
    done = _shell(line.replace("make", "make --dry-run", 1), os.environ)
    assert done.returncode == 0, done.stderr


def test_make_help_lists_every_target_that_the_readme_names() -> None:
    listed = set(re.findall(r"^make ([a-z-]+)", _shell("make help", os.environ).stdout, re.M))
    named = set(re.findall(r"make ([a-z-]+)\b", " ".join(re.findall(r"`([^`\n]+)`", _README))))
    assert named
    assert named <= listed


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", _README))
def test_a_link_leads_somewhere(target: str) -> None:
    assert (_HOUSE / target).exists()


@pytest.mark.parametrize("query", _blocks(_CATALOGUE, "sql"))
def test_a_documented_query_finds_rows(query: str, environment: Mapping[str, str]) -> None:
    place = Path(environment["STOCKTAKE_DATABASE"])
    connection = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    try:
        rows = connection.execute(query).fetchall()
    finally:
        connection.close()
    assert rows or "= 'gap'" in query  # the letter was read: nothing is a gap


@pytest.mark.parametrize("table", [table for table in metadata.tables if "_past" not in table])
def test_every_table_and_column_is_documented(table: str) -> None:
    row = re.search(rf"^\| `{table}` \|.*$", _CATALOGUE, re.MULTILINE)
    assert row, f"docs/catalogue.md has no row for {table}"
    missing = [c.name for c in metadata.tables[table].columns if f"`{c.name}`" not in row[0]]
    assert not missing


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_has_hashes_for_all_and_no_address(lock: str) -> None:
    text = (_HOUSE / lock).read_text("utf-8")
    packages = re.split(r"\n(?=\S)", text.strip())
    assert len(packages) > 20
    assert not [package for package in packages if "--hash=sha256:" not in package]
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash)", text, re.MULTILINE)


@pytest.mark.parametrize(
    "line", [*re.findall(r"`(stocktake [a-z]+ --settings FILE)`", _SETTINGS), "stocktake doctor"]
)
def test_a_command_shown_for_settings_works(line: str, environment: Mapping[str, str]) -> None:
    line = line.replace("FILE", "docs/stocktake.example.toml")
    if " detect " in line:
        line = f"echo 'Council tax account 70012345' | {line} -"
    done = _shell(line, environment)
    assert done.returncode in (0, 1), done.stderr
    assert "doctor" in line or "LOCAL_COUNCIL_TAX" in done.stdout


def test_the_commands_shown_for_servers_and_sharepoint_work_one_after_the_other(
    tmp_path: Path, environment: Mapping[str, str]
) -> None:
    make_content(tmp_path)
    (tmp_path / "sharing-report.csv").write_text(text("sharing.csv"))
    (tmp_path / "groups.csv").write_text(text("plain.tsv"))
    (tmp_path / "files01.json").write_bytes(written(collected({"Rents": "D:"})))
    elsewhere = {**environment, "STOCKTAKE_DATABASE": str(tmp_path / "catalogue.sqlite")}
    lines = [line for block in _blocks(_ACCESS, "sh") for line in block.splitlines()]
    assert len(lines) == 4
    for line in lines:
        done = _shell(line, elsewhere, tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), line
    assert "Gus Guest (guest) can read: permissions of the file" in done.stdout


def test_the_columns_shown_for_other_exports_are_those_that_are_read() -> None:
    row = re.search(r"^\| any other .*$", _ACCESS, re.MULTILINE)
    assert row
    named = {name for names in PLAIN.headings.values() for name in names}
    assert set(re.findall(r"`([A-Z][a-z ]+)`", row[0])) == named
