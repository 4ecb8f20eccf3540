import json
import pickle
import warnings
from pathlib import Path

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of libraries that spaCy brings with it
    import spacy

from detectors import names
from detectors.names.model import SHIPPED, ModelMissing, NameModel
from tests.detectors.names.ruled_model import model_that_sees


def test_a_model_on_disk_gives_people_and_nothing_else_in_order(tmp_path: Path) -> None:
    model = NameModel(model_that_sees(tmp_path, ["Ngozi Thrale", "Zoë Quill"], ["Quill Homes"]))
    text = "Zoë Quill of Quill Homes met Ngozi Thrale."
    assert [text[start:end] for start, end in model.people(text)] == ["Zoë Quill", "Ngozi Thrale"]


def test_a_model_that_is_not_there_is_refused_and_not_fetched(tmp_path: Path) -> None:
    for name in ("en_no_such_model", str(tmp_path), ""):
        with pytest.raises(ModelMissing, match="no spaCy model"):
            NameModel(name)


def test_the_digest_tells_models_apart_and_not_copies(tmp_path: Path) -> None:
    one = NameModel(model_that_sees(tmp_path / "1", ["Ngozi Thrale"]))
    same = NameModel(model_that_sees(tmp_path / "2", ["Ngozi Thrale"]))
    other = NameModel(model_that_sees(tmp_path / "3", ["Zoë Quill"]))
    assert one.digest == same.digest != other.digest


def test_a_model_travels_to_another_process(tmp_path: Path) -> None:
    model = NameModel(model_that_sees(tmp_path, ["Ngozi Thrale"]))
    model.people("Ngozi Thrale")
    there = pickle.loads(pickle.dumps(model))  # noqa: S301  # our own bytes
    assert (there.digest, there.people("Ngozi Thrale")) == (model.digest, [(0, 12)])


def test_the_model_that_comes_along_sees_people_and_holds_no_word_it_was_trained_on() -> None:
    model = NameModel(SHIPPED)
    text = "Mum told us that Priya Thrale and Tomasz Wojcik had met the nurse at Mill Lane Surgery."
    assert [text[start:end] for start, end in model.people(text)] == [
        "Priya Thrale",
        "Tomasz Wojcik",
    ]
    files = [path for path in (Path(names.__file__).parent / "model").rglob("*") if path.is_file()]
    assert 1_000_000 < sum(path.stat().st_size for path in files) < 15_000_000
    words = json.loads(next(path for path in files if path.name == "strings.json").read_text())
    of_english = set(spacy.blank("en").vocab.strings)
    assert set(words) - of_english <= {"PERSON", "ORG", "LOC", "ROOT"}
