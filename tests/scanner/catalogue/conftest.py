from __future__ import annotations

from pathlib import Path

import pytest

from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "catalogue.sqlite")


@pytest.fixture
def share() -> MemoryShare:
    return MemoryShare()
