from __future__ import annotations

from pathlib import Path

import pytest

from tests.scanner.scanning import Stocktake


@pytest.fixture
def stocktake(tmp_path: Path) -> Stocktake:
    home = tmp_path / "home"
    home.mkdir()
    return Stocktake(home)


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder
