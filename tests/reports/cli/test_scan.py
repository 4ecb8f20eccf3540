from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.detectors.names.ruled_model import model_that_sees
from tests.reports.cli.calling import says, stocktake
from tests.reports.cli.conftest import LETTER


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    root = tmp_path / "letters"
    root.mkdir()
    for number in range(4):
        (root / f"letter{number}.txt").write_text(LETTER.format(30 + number))
    return root


def _scan(root: Path, *words: str) -> tuple[int, str, str]:
    database = str(root.parent / "catalogue.sqlite")
    done = stocktake("scan", root, "--jobs", "1", "--database", database, *words)
    return done.returncode, done.stdout, done.stderr


def test_a_share_read_in_full_ends_with_0_and_prints_the_answer(letters: Path) -> None:
    status, shown, errors = _scan(letters)
    assert (status, errors) == (0, "")
    assert str(letters) in shown
    assert "4 listed = 4 examined + 0 unchanged + 0 excluded + 0 gaps" in shown
    assert "National Insurance number" in shown
    log = (letters.parent / "stocktake.log").read_text()
    assert "Scan ended" in log
    assert "letter" not in log
    assert "JG" not in log
    assert "4 listed = 0 examined + 4 unchanged" in _scan(letters)[1]


def test_a_share_with_gaps_ends_with_1_and_says_what_to_do(letters: Path) -> None:
    (letters / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(40))
    status, shown, errors = _scan(letters)
    assert (status, errors) == (1, "")
    assert "5 listed = 4 examined + 0 unchanged + 0 excluded + 1 gap" in shown
    assert "ask the owner whether it still opens" in shown


def test_a_share_that_has_lost_most_ends_with_3_until_the_loss_is_accepted(letters: Path) -> None:
    _scan(letters)
    for number in range(3):
        (letters / f"letter{number}.txt").unlink()
    status, shown, errors = _scan(letters)
    assert status == 3
    assert "Not complete: 3 of 4 files are gone since last time" in " ".join(shown.split())
    assert errors.startswith("stocktake: not complete: 3 of 4 files")
    assert "--accept-loss" in errors
    assert len(errors.splitlines()) == 1
    status, shown, errors = _scan(letters, "--accept-loss")
    assert (status, errors) == (0, "")
    assert "1 listed" in shown


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("absent", ("no such folder", "Give a folder")),
        ("lost", ("no such folder", "Give a folder")),
        ("no\x1b[31mne", ("no such folder", "Give a folder")),
        ("pipe", ("it is a pipe, not a folder", "Give a folder")),
        ("file.txt", ("it is a file, not a folder", "Scan its folder", "'stocktake detect'")),
    ],
)
def test_what_is_no_folder_is_refused_by_its_kind_and_no_catalogue_made(
    name: str, said: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "file.txt").touch()
    (tmp_path / "lost").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    done = stocktake("scan", tmp_path / name, "--database", tmp_path / "catalogue.sqlite")
    says(done, 2, "Cannot scan", *said)
    assert "\x1b" not in done.stderr
    assert not (tmp_path / "catalogue.sqlite").exists()


def test_without_settings_the_catalogue_is_made_for_its_owner_only(letters: Path) -> None:
    home = letters.parent / "home"
    done = stocktake("scan", letters, "--jobs", "1", HOME=str(home), XDG_DATA_HOME="")
    assert (done.returncode, done.stderr) == (0, "")
    made = home / ".local" / "share" / "stocktake"
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()}
    assert {"catalogue.sqlite", "stocktake.log"} <= modes.keys()
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_share_whose_own_name_is_hostile_is_written_out(tmp_path: Path) -> None:
    root = tmp_path / "r\x1b[31med"
    root.mkdir()
    (root / "bins.txt").write_text("The bins are emptied on Tuesday.\n")
    status, shown, errors = _scan(root)
    assert (status, errors) == (0, "")
    assert "\x1b" not in shown
    assert "r[U+001B][31med" in shown.replace("\n", "")


def test_an_empty_folder_is_a_lost_mount_until_one_says_otherwise(tmp_path: Path) -> None:
    root = tmp_path / "empty"
    root.mkdir()
    status, shown, errors = _scan(root)
    assert status == 3
    assert "not complete: the folder is empty; if a mount was dropped" in errors
    assert "0 listed = 0 examined" in shown
    status, shown, errors = _scan(root, "--accept-loss")
    assert (status, errors) == (0, "")
    assert "0 listed = 0 examined" in shown
    assert os.listdir(root) == []


def test_a_share_is_not_counted_in_another(letters: Path, tmp_path: Path) -> None:
    (letters / "inside").mkdir()
    (letters / "inside" / "note.txt").write_text("words")
    options = ("--jobs", "1", "--database", tmp_path / "catalogue.sqlite")
    assert stocktake("scan", letters, *options).returncode == 0
    for other in (letters / "inside", letters.parent):
        done = stocktake("scan", other, *options)
        says(done, 2, "would be counted twice", str(letters))
    assert stocktake("scan", letters, *options).returncode == 0


def test_another_name_model_has_every_file_read_again(letters: Path) -> None:
    model = model_that_sees(letters.parent / "model", ["Zoë"])
    (letters / "note.txt").write_text(
        "Zoë’s cat is damp and he said that the flat was cold and that nobody came to see them."
    )
    assert "person's name" not in _scan(letters, "--name-model", "off")[1]
    shown = _scan(letters, "--name-model", model)[1]
    assert "5 listed = 5 examined + 0 unchanged" in shown
    assert "person's name" in shown
    assert "5 examined + 0 unchanged" not in _scan(letters, "--name-model", model)[1]
