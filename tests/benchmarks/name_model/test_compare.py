import gzip
import json
from pathlib import Path

from benchmarks.name_model.compare import compared, documents
from benchmarks.name_model.gold import Example
from tests.detectors.names.ruled_model import model_that_sees


def test_sentences_are_joined_with_their_marks() -> None:
    one, two = Example("Ask Zoë.", ((4, 7, "PERSON"),)), Example("Shelter.", ((0, 7, "ORG"),))
    (joined, left) = documents([one, two, one], 2)
    assert joined == Example("Ask Zoë. Shelter.", ((4, 7, "PERSON"), (9, 16, "ORG")))
    assert left == one


def test_what_a_model_adds_is_counted_set_by_set(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    text = (
        "Mrs Hill came. Then Priya Lantern said that she had not been told and that she was cold."
    )
    row = {"text": text, "spans": [[4, 8, "PERSON"], [20, 33, "PERSON"]]}
    with gzip.open(gold / "invented-bysa.train.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    lines = list(compared(gold, model_that_sees(tmp_path / "model", ["Priya Lantern"])))
    assert lines[-1] == (
        "all sets not trained on: rules P 1.000 R 0.500 F1 0.667 of 2;"
        " with model P 1.000 R 1.000 F1 1.000 of 2"
    )
