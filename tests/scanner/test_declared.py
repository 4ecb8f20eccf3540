from pathlib import Path

import pytest

from detectors.names.model import OFF
from detectors.registry import detectors
from scanner.declared import declared_with
from scanner.errors import SettingsError
from scanner.sets import sets_of
from tests.detectors.names.ruled_model import model_that_sees


def test_without_a_model_all_detectors_are_as_declared() -> None:
    assert declared_with(OFF) == detectors()


def test_a_model_is_one_more_opinion_of_the_same_detectors(tmp_path: Path) -> None:
    model = model_that_sees(tmp_path, ["Zoë"])
    assert [one.entity for one in declared_with(model)] == [one.entity for one in detectors()]
    assert sets_of(declared_with(model)) != sets_of(detectors())


def test_a_model_that_is_not_there_says_what_to_do() -> None:
    with pytest.raises(SettingsError, match="Install it, give its path, or give off"):
        declared_with("en_no_such_model")
