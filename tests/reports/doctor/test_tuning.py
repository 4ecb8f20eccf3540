from pathlib import Path

import pytest

from reports.doctor import tuning
from reports.doctor.base import State


def test_settings_are_counted_refused_or_not_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert "none are needed" in tuning.checked(None).said
    good = tmp_path / "good.toml"
    good.write_text("[words.UK_NINO]\nlabels = ['staff ni']\n")
    assert tuning.checked(good).state is State.OK
    assert "0 own detectors, own words for 1 entities" in tuning.checked(good).said
    bad = tmp_path / "bad.toml"
    bad.write_text("words = 1")
    assert tuning.checked(bad).state is State.MISSING
    assert "line 1" in tuning.checked(bad).said


def test_the_files_that_settings_name_are_tried(tmp_path: Path) -> None:
    given = tmp_path / "stocktake.toml"
    given.write_text("[modulus_check]\nweights = 'weights.txt'\n")
    assert "Cannot read" in tuning.checked(given).said
    (tmp_path / "weights.txt").write_text("200000 209999 MOD10 0 0 0 0 0 0 1 1 1 1 1 1 1 1\n")
    assert tuning.checked(given).state is State.OK
    assert "the banks' table" in tuning.checked(given).said
