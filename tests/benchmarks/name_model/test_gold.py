import gzip
import json
from pathlib import Path

from benchmarks.name_model.gold import Example, may_be_trained_on, parted, read, sources


def test_a_set_is_read_with_its_marks(tmp_path: Path) -> None:
    row = {"text": "Ask Jane Smith at Shelter.", "spans": [[4, 14, "PERSON"], [18, 25, "ORG"]]}
    with gzip.open(tmp_path / "invented.train.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    assert sources(tmp_path) == ["invented"]
    (example,) = read(tmp_path, "invented")
    assert example.people() == [(4, 14)]
    assert example.spans[1] == (18, 25, "ORG")


def test_no_weights_are_made_from_share_alike_text() -> None:
    assert not may_be_trained_on("some-bysatext")
    assert not may_be_trained_on("some-bysa")
    assert may_be_trained_on("some")


def test_the_three_parts_hold_every_text_once() -> None:
    texts = [Example(f"text {number}", ()) for number in range(500)]
    parts = parted(texts)
    assert sorted(each.text for part in parts for each in part) == sorted(t.text for t in texts)
    assert [len(part) > 20 for part in parts] == [True] * 3
    assert parted(texts) == parts
