"""The record of watched acts; that commands make it is held by tests/reports/cli."""

from __future__ import annotations

import json
import os
import pwd
from pathlib import Path

import pytest

from scanner.audit import audit_path, record
from scanner.catalogue.engine import own_paths
from scanner.catalogue.queries.principals import Account
from scanner.errors import SettingsError

_ANN = Account(1, "files01", "uid:1100", "staff", "ann")


def test_each_act_is_added_with_who_when_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUDO_USER", "ann")
    database = tmp_path / "catalogue.sqlite"
    for reason in ("Case 1\nof two", "Case \udcff2"):
        record(database, "reach-of", _ANN, "on 2026-03-03", reason)
    path = audit_path(database)
    assert path.stat().st_mode & 0o777 == 0o600
    first, second = map(json.loads, path.read_text("utf-8").splitlines())
    assert first.pop("at") <= second["at"]
    assert first == {
        "by": pwd.getpwuid(os.getuid()).pw_name,
        "sudo": "ann",
        "act": "reach-of",
        "authority": "files01",
        "identifier": "uid:1100",
        "asked": "on 2026-03-03",
        "reason": "Case 1\nof two",
    }
    assert path in own_paths(database), "it is no file of the council's"


def test_what_cannot_be_recorded_is_refused_and_a_link_is_not_followed(tmp_path: Path) -> None:
    database, elsewhere = tmp_path / "catalogue.sqlite", tmp_path / "elsewhere"
    audit_path(database).symlink_to(elsewhere)
    with pytest.raises(SettingsError, match="Nothing was looked up"):
        record(database, "reach-of", _ANN, "", "Case 1")
    assert not elsewhere.exists()
