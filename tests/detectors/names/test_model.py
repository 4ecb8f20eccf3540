import pickle
from pathlib import Path

import pytest

from detectors.names.model import OFF, SHIPPED, ModelMissing, NameModel, default
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


def test_the_default_is_the_model_that_comes_along_if_any() -> None:
    assert default() in (OFF, str(SHIPPED))
