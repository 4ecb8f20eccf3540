"""What ``newcomers`` writes is what it says is true, seen through ``stocktake extract``."""

import re
from pathlib import Path
from random import Random
from urllib.parse import unquote_plus

import pytest

from benchmarks.accuracy import corpus, fresh, judge, newcomers, outside, sealed, strangers, unseen
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.newcomers.layouts import document
from benchmarks.accuracy.newcomers.paper import Paper, papers
from benchmarks.accuracy.newcomers.pen import Pen
from benchmarks.accuracy.newcomers.people import Cast
from benchmarks.accuracy.newcomers.ways import SHORT, WAYS
from benchmarks.accuracy.scanner_run import texts
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
    "pdf", "ini", "vcf",
}  # fmt: skip
_DISTRICTS = sorted({district for _, _, district in rows("newcomers_towns")})
_SHAPES = {
    "UK_NINO": r"\b(?!QQ)[A-Z]{2}[ .\xa0-]*(?:\d\d[ .\xa0-]*){3}[A-D]\b",
    "UK_POSTCODE": rf"\b(?:{'|'.join(_DISTRICTS)})[ \xa0]+\d[ABD-HJLNP-UW-Z]{{2}}\b",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("newcomers")
    corpus.write(root, newcomers.documents(5, 400))
    return root


def _decoded(text: str) -> str:
    """Return a text with what a log writes as ``%40`` in plain letters below it."""
    return f"{text}\n{unquote_plus(text)}" if "%" in text else text


def test_every_value_can_be_read_again_from_its_file(written: Path) -> None:
    assert missing(written, 4_000, _decoded) == []


def test_nothing_stands_in_a_file_more_often_than_is_said(written: Path) -> None:
    assert more_often_than_told(written) == []
    assert mail_addresses_untold(written) == []


@pytest.mark.parametrize("entity", _SHAPES)
def test_what_is_shaped_like_a_value_is_one_in_a_file_about_somebody(
    written: Path, entity: str
) -> None:
    planted = {r["path"] for r in corpus.read(written / "files.jsonl") if r["kind"] == "planted"}
    truths = corpus.read(written / "truth.jsonl")
    told = {(t["path"], t["canonical"]) for t in truths if t["entity"] == entity}
    for path, text in texts(written / "files", written / "texts.jsonl").items():
        for shaped in re.findall(_SHAPES[entity], text):
            plain = re.sub(r"\W", "", shaped)[: 8 if entity == "UK_NINO" else None]
            assert path not in planted or (path, plain) in told, (path, shaped)


def test_eight_files_in_twenty_are_about_nobody(written: Path) -> None:
    kinds = [row["kind"] for row in corpus.read(written / "files.jsonl")]
    assert [kinds.count(kind.value) for kind in Kind] == [240, 100, 60]
    assert told_by_nobodys_files(written) == []


def test_each_planted_file_is_about_somebody(written: Path) -> None:
    planted = {r["path"] for r in corpus.read(written / "files.jsonl") if r["kind"] == "planted"}
    told = {t["path"] for t in corpus.read(written / "truth.jsonl") if t["required"]}
    assert planted == told


def test_files_about_nobody_hold_no_value_that_was_planted_elsewhere(written: Path) -> None:
    assert planted_among_nobody(written) == []


def test_the_same_seed_gives_the_same_files() -> None:
    assert same_by_seed(newcomers.documents)


def test_no_two_files_are_alike_and_they_are_of_many_formats() -> None:
    many = list(newcomers.documents(1, 1_500))
    plain = [each.data for each in many if each.suffix not in PACKED]
    assert len(set(plain)) == len(plain) > 1_000
    assert {each.suffix for each in many} >= _FORMATS


def test_so_many_files_are_written_as_are_asked_for() -> None:
    assert [len(list(newcomers.documents(1, count))) for count in (0, 1, 19, 41)] == [0, 1, 19, 41]


def _six_of(paper: Paper) -> list[Document]:
    return [document(paper, Random(f"{paper.name} {seed}")) for seed in range(6)]


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_no_slot_and_no_choice_is_left_in_a(paper: Paper) -> None:
    for each in _six_of(paper):
        if each.suffix not in PACKED | {"pdf", "eml"}:
            text = each.data.decode()
            assert not re.search(r"\[\[|\]\]|\{[a-z]\d?\.|^%", text, re.MULTILINE)


def test_there_are_many_kinds_of_document_each_with_a_name_of_its_own() -> None:
    assert len({paper.name for paper in papers()}) == len(papers()) >= 280
    assert sum(paper.kind is Kind.PLANTED for paper in papers()) >= 200


def test_everything_that_is_known_of_a_person_is_written_somewhere() -> None:
    told = {truth.entity for paper in papers() for each in _six_of(paper) for truth in each.truths}
    assert set(SHORT.values()) | {"PERSON", "UK_ADDRESS", "AGE", "SECRET"} <= told
    assert set(SHORT.values()) <= set(WAYS)


def test_special_categories_are_told_once_for_a_file_and_only_of_people() -> None:
    assert tell_special_categories_once(newcomers.documents(4, 160))


def test_the_dead_the_elected_and_offices_need_not_be_found() -> None:
    pen = Pen(Random(1), Cast(Random(1)), str)
    pen.fill("{v.name} {v.email} {x.full} {x.dob} {o.addr} {o.phone} {o.box:planning} {s.phone}")
    assert len(pen.truths) >= 8
    assert not any(truth.required for truth in pen.truths)


def test_a_household_shares_its_address() -> None:
    cast = Cast(Random(3))
    child, parent = cast.who("k"), cast.who("a")
    assert (child.street, child.town) == (parent.street, parent.town)
    assert child.known["UK_POSTCODE"] == parent.known["UK_POSTCODE"]


def test_its_lists_of_names_and_places_are_long() -> None:
    names = rows("newcomers_names")
    given = {name for row in names for name in ";".join(row[1:3]).split(";")}
    family = {name for row in names for name in row[3].split(";")}
    assert len(given) >= 400
    assert len(family) >= 280
    assert len(set(rows("newcomers_streets"))) >= 80
    assert len({town for _, town, _ in rows("newcomers_towns")}) >= 90


def test_next_to_none_of_its_people_are_in_the_other_corpora() -> None:
    own = list(newcomers.documents(1, 60))
    for other in (sealed, judge, fresh, unseen, outside, strangers):
        assert are_others(own, other.documents(1, 60))
