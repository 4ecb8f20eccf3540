from __future__ import annotations

from pathlib import Path

from tests.reports.cli.calling import stocktake
from tests.reports.tiny_share import nino


def test_findings_says_what_is_where_and_who_can_read_it(share: Path, scanned_share: Path) -> None:
    done = stocktake("findings", "--database", scanned_share)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[1] == str(share)
    assert "National Insurance number identity 9 9 9" in lines
    assert "e-mail address contact 6 6 6" in lines
    assert any(line.startswith("About 9 people by their identifiers; ") for line in lines)
    exposed = lines[lines.index("most exposed first people in it can read it") + 1 :]
    assert any(line.startswith("Housing/letter.txt 1 ") for line in exposed)
    assert any(line.startswith("[bold]words[bold].txt 1 ") for line in exposed)


def test_findings_show_no_value_in_clear(scanned_share: Path) -> None:
    shown = stocktake("findings", "--database", scanned_share).stdout
    for number in range(6):
        assert nino(number) not in shown
    assert "Invented" not in shown


def test_findings_of_a_share_without_any_say_so(catalogue: Path) -> None:
    shown = stocktake("findings", "--database", catalogue).stdout
    parish = shown[shown.index("parish") :]
    assert "No personal data was found in what was read." in parish


def test_findings_in_a_narrow_terminal_are_lines_within_its_width(scanned_share: Path) -> None:
    shown = stocktake("findings", "--database", scanned_share, COLUMNS="40").stdout
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= 40
    words = " ".join(shown.split())
    assert "National Insurance number (identity): 9 files, 9 found, 9 different" in words
    assert "most exposed first: " in words


def test_findings_of_an_empty_catalogue_say_what_to_do(empty_catalogue: Path) -> None:
    done = stocktake("findings", "--database", empty_catalogue)
    assert done.returncode == 0
    assert done.stdout == "Nothing has been scanned yet: run 'stocktake scan PATH'.\n"
