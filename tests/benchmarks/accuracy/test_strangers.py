"""What ``strangers`` writes is what it says is true, seen through ``stocktake extract``."""

import re
from pathlib import Path
from random import Random

import pytest

from benchmarks.accuracy import corpus, fresh, judge, outside, sealed, strangers, unseen
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Kind
from benchmarks.accuracy.scanner_run import texts
from benchmarks.accuracy.strangers.families import GENRES
from benchmarks.accuracy.strangers.genre import Genre
from benchmarks.accuracy.strangers.pen import Pen
from benchmarks.accuracy.strangers.people import Cast
from benchmarks.accuracy.strangers.written import WRITTEN, habits
from benchmarks.accuracy.unseen.hand import FIELDS
from tests.benchmarks.accuracy.truths import (
    PACKED,
    are_others,
    mail_addresses_untold,
    missing,
    more_often_than_told,
    planted_among_nobody,
    same_by_seed,
    tell_special_categories_once,
    told_by_nobodys_files,
)

_FORMATS = {
    "txt", "csv", "tsv", "md", "html", "json", "xml", "yaml", "sql", "log", "eml", "docx", "xlsx",
    "pdf",
}  # fmt: skip


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("strangers")
    corpus.write(root, strangers.documents(5, 300))
    return root


def test_every_value_can_be_read_again_from_its_file(written: Path) -> None:
    assert missing(written, 3_000) == []


def test_nothing_stands_in_a_file_more_often_than_is_said(written: Path) -> None:
    assert more_often_than_told(written) == []
    assert mail_addresses_untold(written) == []


def test_eight_files_in_twenty_are_about_nobody(written: Path) -> None:
    kinds = [row["kind"] for row in corpus.read(written / "files.jsonl")]
    assert [kinds.count(kind.value) for kind in Kind] == [180, 75, 45]
    assert told_by_nobodys_files(written) == []


def test_each_planted_file_is_about_somebody(written: Path) -> None:
    planted = {r["path"] for r in corpus.read(written / "files.jsonl") if r["kind"] == "planted"}
    told = {t["path"] for t in corpus.read(written / "truth.jsonl") if t["required"]}
    assert planted == told


def test_files_about_nobody_hold_no_value_that_was_planted_elsewhere(written: Path) -> None:
    assert planted_among_nobody(written) == []


def test_files_are_of_many_formats(written: Path) -> None:
    suffixes = {str(row["path"]).rpartition(".")[2] for row in corpus.read(written / "files.jsonl")}
    assert suffixes >= _FORMATS


def test_the_same_seed_gives_the_same_files() -> None:
    assert same_by_seed(strangers.documents)


def test_so_many_files_are_written_as_are_asked_for() -> None:
    assert [len(list(strangers.documents(1, count))) for count in (0, 1, 19, 41)] == [0, 1, 19, 41]


@pytest.mark.parametrize("genre", GENRES, ids=lambda genre: genre.name)
def test_no_slot_and_no_choice_is_left_in_a(genre: Genre) -> None:
    for seed in range(6):
        rng = Random(f"{genre.name} {seed}")
        document = genre.document(Pen(rng, Cast(rng)))
        if document.suffix not in PACKED | {"pdf", "eml", "md"}:
            assert not re.search(r"[«»]|\[[^\]\n]*\|[^\[\n]*\]", document.data.decode())


def test_no_slot_is_left_in_a_text(written: Path) -> None:
    for path, text in texts(written / "files", written / "texts.jsonl").items():
        assert not re.search("[«»]", text), path


def test_there_are_many_kinds_of_document_each_with_a_name_of_its_own() -> None:
    assert len({genre.name for genre in GENRES}) == len(GENRES) >= 200
    assert sum(genre.kind is Kind.PLANTED for genre in GENRES) >= 150


def test_habits_name_only_forms_that_there_are() -> None:
    for entity, forms in WRITTEN.items():
        assert set(habits(entity)) <= set(forms), entity


def test_everything_that_is_known_of_a_person_is_written_somewhere() -> None:
    documents = [
        genre.document(Pen(rng, Cast(rng))) for genre in GENRES for rng in map(Random, range(8))
    ]
    told = {truth.entity for each in documents for truth in each.truths}
    assert set(FIELDS.values()) | {"PERSON", "UK_ADDRESS", "AGE", "SECRET"} <= told


def test_special_categories_are_told_once_for_a_file_and_only_of_people() -> None:
    assert tell_special_categories_once(strangers.documents(4, 160))


def test_the_dead_and_bodies_need_not_be_found() -> None:
    rng = Random(1)
    pen = Pen(rng, Cast(rng))
    pen.fill("«d» «d.dob» «o.addr» «o.phone» «council.addr» «council.box:planning»")
    assert pen.truths
    assert not any(truth.required for truth in pen.truths)


def test_a_household_shares_its_address() -> None:
    cast = Cast(Random(3))
    child, parent = cast.who("c"), cast.who("p")
    assert (child.house, child.street, child.town) == (parent.house, parent.street, parent.town)
    assert child.known["UK_POSTCODE"] == parent.known["UK_POSTCODE"]


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("strangers_names")
    given = {name for row in names for name in ";".join(row[2:4]).split(";")}
    family = {name for row in names for name in row[4].split(";")}
    assert len(given) >= 400
    assert len(family) >= 400
    assert len(set(rows("strangers_streets"))) >= 140
    assert len({town for town, _, _ in rows("strangers_towns")}) >= 120


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(strangers.documents(1, 60))
    for other in (sealed, judge, fresh, unseen, outside):
        assert are_others(own, other.documents(1, 60))
