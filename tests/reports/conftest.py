from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.tiny_share import make_clean_share, make_share, scanned


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalogue of two scanned shares: one with gaps, one read in full."""
    folder = tmp_path_factory.mktemp("reports")
    database = folder / "catalogue.sqlite"
    scanned(make_share(folder / "council"), database)
    scanned(make_clean_share(folder / "parish"), database)
    return database
