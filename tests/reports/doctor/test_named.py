"""Shares that the settings name; servers are held by tests/scanner/test_places.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.doctor import named
from reports.doctor.base import State
from scanner.shares import USER


def _settings(folder: Path, *paths: object) -> Path:
    file = folder / "stocktake.toml"
    file.write_text("".join(f'[[share]]\npath = "{path}"\n' for path in paths))
    return file


def test_each_folder_that_is_named_is_tried(tmp_path: Path) -> None:
    found = list(named.checked(_settings(tmp_path, tmp_path, tmp_path / "none")))
    assert [each.state for each in found] == [State.OK, State.MISSING]
    assert found[0].said == f"{tmp_path} can be listed"
    assert found[1].said.startswith(f"{tmp_path / 'none'}: ")


def test_a_share_without_who_asks_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(USER, raising=False)
    (found,) = named.checked(_settings(tmp_path, "smb://files01"))
    assert found.state is State.MISSING
    assert USER in found.said


def test_settings_that_are_wrong_are_said_elsewhere(tmp_path: Path) -> None:
    assert list(named.checked(_settings(tmp_path, "files01"))) == []
    assert list(named.checked(_settings(tmp_path))) == []
