import csv
from pathlib import Path

import pytest

from benchmarks.corpora import KINDS, corpus


@pytest.mark.parametrize("kind", KINDS)
def test_corpus_when_made_then_what_is_told_lies_there(kind: str, tmp_path: Path) -> None:
    made = corpus(kind, tmp_path / kind, 300_000)
    files = [path for path in (tmp_path / kind).iterdir() if path.is_file()]
    assert made.files == len(files) > 0
    assert made.size_bytes == sum(path.stat().st_size for path in files)
    # Both may be short where a machine has no documentation; the rest is there or generated.
    assert made.size_bytes >= 300_000 or kind in ("prose", "changelogs")


def test_corpus_when_people_then_every_file_has_the_header_and_whole_rows(tmp_path: Path) -> None:
    made = corpus("people", tmp_path / "people", 9_000_000)
    assert made.files > 1
    for path in made.root.iterdir():
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            assert next(rows)[0] == "CLAIM_REF"
            assert {len(row) for row in rows} == {8}


def test_corpus_when_made_again_then_the_old_files_are_gone(tmp_path: Path) -> None:
    corpus("letters", tmp_path / "c", 900_000)
    made = corpus("letters", tmp_path / "c", 100_000)
    assert len(list(made.root.iterdir())) == made.files == 1
