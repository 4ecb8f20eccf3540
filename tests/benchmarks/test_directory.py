from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks import directory
from connectors.directory.export import read_export


def test_the_invented_domain_has_as_many_users_and_groups_as_were_asked_for(
    tmp_path: Path,
) -> None:
    directory.write_export(tmp_path / "lab.ldif", users=30, groups=6)
    told = read_export(tmp_path / "lab.ldif", datetime.now(UTC))
    assert len(told.principals) == 36
    assert told.untold == ()


def test_each_step_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "BENCH", tmp_path)
    monkeypatch.setattr(directory, "fresh_database", lambda name: tmp_path / name)
    result = directory.measure(users=30, groups=6)
    assert (result["users"], result["groups"]) == (30, 6)
    assert "within limit" in result, "said, not asserted: other tests use memory here too"
