"""What ``unseen`` writes is what it says is true, seen through ``stocktake extract``."""

import re
from pathlib import Path
from random import Random

import pytest

from benchmarks.accuracy import corpus, fresh, judge, sealed, unseen
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.unseen.cast import Cast
from benchmarks.accuracy.unseen.hand import FIELDS, FORMS_HERE, hand
from benchmarks.accuracy.unseen.pen import Pen
from benchmarks.accuracy.unseen.writer import Writer
from benchmarks.accuracy.unseen.writers import WRITERS
from tests.benchmarks.accuracy.truths import (
    PACKED,
    are_others,
    missing,
    of_two_kinds_or_names,
    planted_among_nobody,
    same_by_seed,
    tell_special_categories_once,
    told_by_nobodys_files,
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("unseen")
    corpus.write(root, unseen.documents(5, 200))
    return root


def test_every_value_can_be_read_again_from_its_file(written: Path) -> None:
    assert missing(written, 3_000) == []


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


def test_the_same_seed_gives_the_same_files() -> None:
    assert same_by_seed(unseen.documents)


def test_so_many_files_are_written_as_are_asked_for() -> None:
    assert [len(list(unseen.documents(1, count))) for count in (0, 1, 19, 41)] == [0, 1, 19, 41]


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_no_slot_is_left_in_a_document_of(writer: Writer) -> None:
    for kind in Kind:
        for shape in writer.shapes(kind):
            document = shape.make(Pen(Random(1), writer.hand, Cast(Random(2))), kind)
            assert document.suffix in PACKED or not re.search(
                rb"\{\+?[A-Za-z]\w*\??(?:\.\w+)?(?::[^{}]*)?\}", document.data
            )


def test_no_document_is_of_two_kinds_or_by_two_names() -> None:
    assert of_two_kinds_or_names(WRITERS) == []


def test_there_are_many_writers_each_with_a_name_of_its_own() -> None:
    assert len({writer.name for writer in WRITERS}) == len(WRITERS) >= 40


def test_hands_name_only_forms_that_there_are() -> None:
    for writer in WRITERS:
        for entity, forms in writer.hand.forms.items():
            assert set(forms) <= set(FORMS_HERE[entity]), writer.name
    assert all(entity in FORMS_HERE for entity in FIELDS.values())


def test_a_file_that_tells_of_somebody_cannot_be_said_to_be_clean() -> None:
    pen = Pen(Random(1), hand(), Cast(Random(1)))
    pen.fill("{p.full}")
    with pytest.raises(ValueError, match="tells of somebody"):
        pen.document("letter", "txt", "", Kind.CLEAN)


def test_of_two_texts_only_the_chosen_one_leaves_a_truth() -> None:
    pen = Pen(Random(1), hand(), Cast(Random(1)))
    for _ in range(20):
        pen.truths.clear()
        text = pen.fill("[nobody|seen: {p.full}, {p.dob:ISO}]")
        assert (text == "nobody") == (pen.truths == [])
        assert text == "nobody" or [t.entity for t in pen.truths] == ["PERSON", "DATE_OF_BIRTH"]


def test_special_categories_are_told_once_for_a_file_and_only_of_people() -> None:
    assert tell_special_categories_once(unseen.documents(4, 160))


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("unseen_names")
    given = {name for row in names for name in ";".join(row[2:4]).split(";")}
    family = {name for row in names for name in row[4].split(";")}
    assert len(given) >= 250
    assert len(family) >= 350
    assert len(set(rows("unseen_streets"))) >= 150
    assert len({town for town, _ in rows("unseen_towns")}) >= 80


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(unseen.documents(1, 60))
    for other in (sealed, judge, fresh):
        assert are_others(own, other.documents(1, 60))
