"""What the corpora written blind say is true is so, seen through ``stocktake extract``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from benchmarks.accuracy import arrivals, corpus, journeymen, newcomers, wayfarers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Document, Kind
from benchmarks.accuracy.scanner_run import texts
from tests.benchmarks.accuracy.truths import (
    PACKED,
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
_NINO = r"\b(?!QQ)[A-Z]{2}[ .\xa0-]*(?:\d\d[ .\xa0-]*){3}[A-D]\b"


@dataclass(frozen=True)
class Blind:
    """One corpus, and of 400 files how many are planted, look like something, and are clean."""

    name: str
    documents: Callable[[int, int], Iterator[Document]]
    kinds: tuple[int, int, int]


_BLIND = (
    Blind("newcomers", newcomers.documents, (240, 100, 60)),
    Blind("arrivals", arrivals.documents, (260, 100, 40)),
    Blind("wayfarers", wayfarers.documents, (280, 80, 40)),
    Blind("journeymen", journeymen.documents, (220, 120, 60)),
)
each_blind = pytest.mark.parametrize("blind", _BLIND, ids=lambda blind: blind.name)


@pytest.fixture(scope="module", params=_BLIND, ids=lambda blind: blind.name)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    blind: Blind = request.param
    root = tmp_path_factory.mktemp(blind.name)
    corpus.write(root, blind.documents(5, 400))
    return Made(blind, root)


@dataclass(frozen=True)
class Made:
    """A corpus and where it was written."""

    blind: Blind
    root: Path


def _decoded(text: str) -> str:
    """Return a text with what a log writes as ``%40`` in plain letters below it."""
    return f"{text}\n{unquote_plus(text)}" if "%" in text else text


def test_every_value_can_be_read_again_from_its_file(made: Made) -> None:
    assert missing(made.root, 4_000, _decoded) == []


def test_nothing_stands_in_a_file_more_often_than_is_said(made: Made) -> None:
    assert more_often_than_told(made.root) == []
    assert mail_addresses_untold(made.root) == []


@pytest.mark.parametrize("entity", ["UK_NINO", "UK_POSTCODE"])
def test_what_is_shaped_like_a_value_is_one_in_a_file_about_somebody(
    made: Made, entity: str
) -> None:
    districts = sorted({district for _, _, district in rows(f"{made.blind.name}_towns")})
    postcode = rf"\b(?:{'|'.join(districts)})[ \xa0]+\d[ABD-HJLNP-UW-Z]{{2}}\b"
    shape = _NINO if entity == "UK_NINO" else postcode
    files = corpus.read(made.root / "files.jsonl")
    planted = {row["path"] for row in files if row["kind"] == "planted"}
    truths = corpus.read(made.root / "truth.jsonl")
    told = {(t["path"], t["canonical"]) for t in truths if t["entity"] == entity}
    for path, text in texts(made.root / "files", made.root / "texts.jsonl").items():
        for shaped in re.findall(shape, text):
            plain = re.sub(r"\W", "", shaped)[: 8 if entity == "UK_NINO" else None]
            assert path not in planted or (path, plain) in told, (path, shaped)


def test_as_many_files_are_about_nobody_as_is_said(made: Made) -> None:
    kinds = [row["kind"] for row in corpus.read(made.root / "files.jsonl")]
    assert tuple(kinds.count(kind.value) for kind in Kind) == made.blind.kinds
    assert told_by_nobodys_files(made.root) == []


def test_each_planted_file_is_about_somebody(made: Made) -> None:
    files = corpus.read(made.root / "files.jsonl")
    planted = {row["path"] for row in files if row["kind"] == "planted"}
    truths = corpus.read(made.root / "truth.jsonl")
    assert planted == {truth["path"] for truth in truths if truth["required"]}


def test_files_about_nobody_hold_no_value_that_was_planted_elsewhere(made: Made) -> None:
    assert planted_among_nobody(made.root) == []


@each_blind
def test_the_same_seed_gives_the_same_files(blind: Blind) -> None:
    assert same_by_seed(blind.documents)


@each_blind
def test_no_two_files_are_alike_and_they_are_of_many_formats(blind: Blind) -> None:
    many = list(blind.documents(1, 1_500))
    plain = [each.data for each in many if each.suffix not in PACKED]
    assert len(set(plain)) == len(plain) > 1_000
    assert {each.suffix for each in many} >= _FORMATS


@each_blind
def test_so_many_files_are_written_as_are_asked_for(blind: Blind) -> None:
    assert [len(list(blind.documents(1, count))) for count in (0, 1, 19, 41)] == [0, 1, 19, 41]


@each_blind
def test_special_categories_are_told_once_for_a_file_and_only_of_people(blind: Blind) -> None:
    assert tell_special_categories_once(blind.documents(4, 160))
