from pathlib import Path

import pytest

from detectors.engine import Engine
from detectors.names.model import OFF
from detectors.registry import detectors
from scanner.declared import declared_with
from scanner.errors import SettingsError
from scanner.sets import sets_of
from scanner.settings import Settings
from scanner.settings.shape import ModulusCheck
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


def _set(folder: Path, weights: str) -> Settings:
    (folder / "weights.txt").write_text(weights)
    return Settings(modulus_check=ModulusCheck(weights=folder / "weights.txt"))


def test_with_the_banks_table_accounts_are_held_against_it(tmp_path: Path) -> None:
    ten = "200000 209999 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 1"
    before, after = declared_with(OFF), declared_with(OFF, _set(tmp_path, ten))
    assert {one.entity for one in set(after) - set(before)} == {"UK_SORT_CODE", "UK_BANK_ACCOUNT"}
    assert sets_of(before) != sets_of(after)
    other = declared_with(OFF, _set(tmp_path, ten.replace("209999", "208888")))
    assert sets_of(other) != sets_of(after), "another table examines again"
    found = Engine(after).session().text("change it to 20-45-77 / 73920163")
    assert not found, "it does not fit"


def test_a_table_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="line 1 is no row"):
        declared_with(OFF, _set(tmp_path, "<html>"))
    with pytest.raises(SettingsError, match="Cannot read"):
        declared_with(OFF, Settings(modulus_check=ModulusCheck(weights=tmp_path / "none.txt")))
