from pathlib import Path

from benchmarks.accuracy import corpus, judge, sealed
from benchmarks.accuracy.corpus import Row


def _written(root: Path, count: int) -> tuple[list[Row], list[Row]]:
    corpus.write(root, sealed.documents(3, count))
    return list(corpus.read(root / "truth.jsonl")), list(corpus.read(root / "files.jsonl"))


def test_every_value_stands_in_the_text_of_its_file(tmp_path: Path) -> None:
    truths, _ = _written(tmp_path, 120)
    checked = 0
    for truth in truths:
        path = tmp_path / "files" / str(truth["path"])
        if truth["entity"] == "EMAIL_ADDRESS" and path.suffix in (".txt", ".csv", ".sql"):
            assert str(truth["canonical"]) in path.read_text("utf-8").lower().replace("''", "'")
            checked += 1
    assert checked > 5


def test_nothing_of_the_grammar_is_left_in_a_document(tmp_path: Path) -> None:
    _written(tmp_path, 120)
    for path in tmp_path.glob("files/*/*.txt"):
        text = path.read_text("utf-8")
        assert not {"<note>", "<trap>", "<next>", "{c:", "{#", "{@"} & set(text.split())
        assert "{" not in text


def test_two_files_in_five_hold_nothing_to_be_found(tmp_path: Path) -> None:
    truths, files = _written(tmp_path, 50)
    empty = {row["path"] for row in files if row["kind"] != "planted"}
    assert len(empty) == 20
    assert not empty & {truth["path"] for truth in truths if truth["required"]}


def test_sealed_has_people_whom_the_judge_has_not(tmp_path: Path) -> None:
    truths, _ = _written(tmp_path / "sealed", 60)
    corpus.write(tmp_path / "judge", judge.documents(3, 60))
    others = {
        truth["canonical"]
        for truth in corpus.read(tmp_path / "judge" / "truth.jsonl")
        if truth["entity"] == "PERSON"
    }
    assert not others & {t["canonical"] for t in truths if t["entity"] == "PERSON"}
