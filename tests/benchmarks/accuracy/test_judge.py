from pathlib import Path

import pytest
from stdnum.gb import nhs, upn, utr
from stdnum.iban import is_valid as is_iban
from stdnum.luhn import is_valid as is_luhn

from benchmarks.accuracy import corpus, judge
from benchmarks.accuracy.corpus import Row


@pytest.fixture(scope="module")
def truths(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    root = tmp_path_factory.mktemp("judge")
    corpus.write(root, judge.documents(3, 150))
    return list(corpus.read(root / "truth.jsonl"))


def _values(truths: list[Row], entity: str) -> list[str]:
    return [str(truth["canonical"]) for truth in truths if truth["entity"] == entity]


def test_the_same_seed_gives_the_same_truth(tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        corpus.write(tmp_path / name, judge.documents(3, 12))
        written.append((tmp_path / name / "truth.jsonl").read_text("utf-8"))
    corpus.write(tmp_path / "other", judge.documents(4, 12))
    assert written[0] == written[1]
    assert written[0] != (tmp_path / "other" / "truth.jsonl").read_text("utf-8")


def test_a_third_of_the_files_and_more_hold_nothing_to_be_found(tmp_path: Path) -> None:
    corpus.write(tmp_path, judge.documents(3, 60))
    files = list(corpus.read(tmp_path / "files.jsonl"))
    planted = {row["path"] for row in corpus.read(tmp_path / "truth.jsonl") if row["required"]}
    empty = [row for row in files if row["kind"] != "planted"]
    assert len(empty) * 3 >= len(files)
    assert not planted & {row["path"] for row in empty}


def test_invented_identifiers_pass_the_checks_of_another_author(truths: list[Row]) -> None:
    for entity, valid in (
        ("UK_NHS", nhs.is_valid),
        ("UK_CHI", nhs.is_valid),
        ("UK_UPN", upn.is_valid),
        ("UK_UTR", utr.is_valid),
        ("IBAN_CODE", is_iban),
        ("CREDIT_CARD", is_luhn),
    ):
        values = _values(truths, entity)
        assert values
        assert [value for value in values if not valid(value)] == []


def test_no_value_is_from_an_address_that_could_be_someones(truths: list[Row]) -> None:
    assert all(value.endswith("@example.org") for value in _values(truths, "EMAIL_ADDRESS"))
    drama = ("+447700900", "+441632960", "+442079460", "+442896496", "+442920180", "+441914980")
    for value in _values(truths, "PHONE_NUMBER"):
        assert value.startswith(drama) or value[6:9] == "496"
