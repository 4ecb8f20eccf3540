"""What ``fresh`` writes is what it says is true, seen through ``stocktake extract``."""

import re
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from benchmarks.accuracy import corpus, fresh, judge, sealed
from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.scanner_run import texts
from tests.benchmarks.accuracy.truths import (
    are_others,
    holds,
    missing,
    planted_among_nobody,
    same_by_seed,
    tell_special_categories_once,
    told_by_nobodys_files,
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fresh")
    corpus.write(root, fresh.documents(5, 200))
    return root


def test_every_value_can_be_read_again_from_its_file(written: Path) -> None:
    assert missing(written, 1_000, lambda text: f"{text}\n{unquote_plus(text)}") == []


def test_a_value_that_is_not_there_is_not_seen() -> None:
    row: Row = {"entity": "UK_NINO", "canonical": "QQ123456"}
    assert holds("NI QQ/12/34/56/C", row)
    assert not holds("NI QQ/12/34/57/C", row)
    assert not holds("born 3/4/1984", {"entity": "DATE_OF_BIRTH", "canonical": "1984-03-04"})


def test_two_files_in_five_are_about_nobody(written: Path) -> None:
    empty = {r["path"] for r in corpus.read(written / "files.jsonl") if r["kind"] != "planted"}
    assert len(empty) == 80
    assert told_by_nobodys_files(written) == []


def test_files_about_nobody_hold_no_value_that_was_planted_elsewhere(written: Path) -> None:
    assert planted_among_nobody(written) == []


def test_the_same_seed_gives_the_same_files() -> None:
    assert same_by_seed(fresh.documents)


def test_a_resident_turns_up_in_documents_of_several_departments() -> None:
    layouts: dict[str, set[str]] = {}
    for document in fresh.documents(1, 25):
        for truth in document.truths:
            if truth.entity == "PERSON" and truth.required:
                layouts.setdefault(truth.canonical, set()).add(document.layout)
    assert max(map(len, layouts.values())) > 1


def test_no_slot_is_left_in_a_document(written: Path) -> None:
    for path, text in texts(written / "files", written / "texts.jsonl").items():
        assert not re.search(r"\{[a-z]\.[a-z]+\}|\{#\d+\}|\{(?:day|ref|money|time)\}", text), path


def test_special_categories_are_told_once_for_a_file_and_only_of_people() -> None:
    assert tell_special_categories_once(fresh.documents(4, 150))


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(fresh.documents(1, 60))
    for other in (sealed, judge):
        assert are_others(own, other.documents(1, 60))
