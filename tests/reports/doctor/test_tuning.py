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
