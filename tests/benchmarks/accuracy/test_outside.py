"""What ``outside`` writes is what it says is true, seen through ``stocktake extract``."""

import re
from pathlib import Path
from random import Random

import pytest

from benchmarks.accuracy import corpus, fresh, judge, outside, sealed, unseen
from benchmarks.accuracy.corpus import Row
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.outside.senders import SENDERS
from benchmarks.accuracy.outside.written import WRITTEN
from benchmarks.accuracy.scanner_run import texts
from benchmarks.accuracy.unseen.hand import FIELDS
from benchmarks.accuracy.unseen.writer import Writer
from tests.benchmarks.accuracy.truths import (
    PACKED,
    are_others,
    holds,
    missing,
    of_two_kinds_or_names,
    planted_among_nobody,
    same_by_seed,
    tell_special_categories_once,
    told_by_nobodys_files,
)

_FORMATS = {"txt", "csv", "html", "json", "xml", "eml", "docx", "xlsx", "pdf"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("outside")
    corpus.write(root, outside.documents(5, 200))
    return root


def test_every_value_can_be_read_again_from_its_file(written: Path) -> None:
    assert missing(written, 2_000) == []


def test_a_date_that_is_closed_up_is_seen() -> None:
    row: Row = {"entity": "DATE_OF_BIRTH", "canonical": "1984-03-04"}
    assert holds("BIRTH_DT 19840304", row)
    assert not holds("119840304", row)


def test_eleven_files_in_twenty_are_about_nobody(written: Path) -> None:
    kinds = [row["kind"] for row in corpus.read(written / "files.jsonl")]
    assert [kinds.count(kind.value) for kind in Kind] == [90, 70, 40]
    assert told_by_nobodys_files(written) == []


def test_each_planted_file_is_about_somebody(written: Path) -> None:
    planted = {r["path"] for r in corpus.read(written / "files.jsonl") if r["kind"] == "planted"}
    told = {t["path"] for t in corpus.read(written / "truth.jsonl") if t["required"]}
    assert planted == told


def test_files_about_nobody_hold_no_value_that_was_planted_elsewhere(written: Path) -> None:
    assert planted_among_nobody(written) == []


def test_files_are_of_all_formats(written: Path) -> None:
    suffixes = {str(row["path"]).rpartition(".")[2] for row in corpus.read(written / "files.jsonl")}
    assert suffixes == _FORMATS


def test_the_same_seed_gives_the_same_files() -> None:
    assert same_by_seed(outside.documents)


def test_so_many_files_are_written_as_are_asked_for() -> None:
    assert [len(list(outside.documents(1, count))) for count in (0, 1, 19, 41)] == [0, 1, 19, 41]


@pytest.mark.parametrize("sender", SENDERS, ids=lambda sender: sender.name)
def test_no_slot_is_left_in_a_document_of(sender: Writer) -> None:
    for kind in Kind:
        for shape in sender.shapes(kind):
            document = shape.make(outside.pen_of(sender, Random(1)), kind)
            assert document.suffix in PACKED | {"pdf"} or not re.search(
                rb"\{[+~]?[A-Za-z?.]+(?::[^{}\"]*)?\}", document.data
            )


def test_no_slot_or_choice_is_left_in_a_text(written: Path) -> None:
    for path, text in texts(written / "files", written / "texts.jsonl").items():
        assert not re.search(r"\{[+~]?[A-Za-z?.0-9]+\}|\[[^\]\n]*\|[^\[\n]*\]", text), path


def test_no_document_is_of_two_kinds_or_by_two_names() -> None:
    assert of_two_kinds_or_names(SENDERS) == []


def test_there_are_many_senders_each_with_a_name_of_its_own() -> None:
    assert len({sender.name for sender in SENDERS}) == len(SENDERS) >= 40


def test_hands_name_only_forms_that_there_are() -> None:
    for sender in SENDERS:
        for entity, forms in sender.hand.forms.items():
            assert set(forms) <= set(WRITTEN[entity]), sender.name


def test_everything_that_is_known_of_a_person_is_written_somewhere() -> None:
    told = {t.entity for d in outside.documents(1, 600) for t in d.truths if t.required}
    assert set(FIELDS.values()) | {"PERSON", "UK_ADDRESS", "AGE", "SECRET"} <= told


def test_special_categories_are_told_once_for_a_file_and_only_of_people() -> None:
    assert tell_special_categories_once(outside.documents(4, 160))


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("outside_names")
    given = {name for row in names for name in ";".join(row[2:4]).split(";")}
    family = {name for row in names for name in row[4].split(";")}
    assert len(given) >= 250
    assert len(family) >= 350
    assert len(set(rows("outside_streets"))) >= 120
    assert len({town for town, _ in rows("outside_towns")}) >= 80


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(outside.documents(1, 60))
    for other in (sealed, judge, fresh, unseen):
        assert are_others(own, other.documents(1, 60))
