from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scanner.catalogue.engine import writer
from scanner.catalogue.migrate import migrate
from tests.reports.tiny_share import make_share, scanned

RED_NAME = "esc\x1b[31mred\x1b]0;owned\x07.txt"
LETTER = "National Insurance number: JG 10 {} 59 A\n"


@pytest.fixture(scope="session")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the share of a few files, with names that a terminal would obey among them."""
    root = make_share(tmp_path_factory.mktemp("cli") / "council")
    (root / RED_NAME).write_text(LETTER.format(36))
    (root / "[bold]words[bold].txt").write_text(LETTER.format(37))
    (root / "=cmd.zip").write_bytes(b"PK\x03\x04" + bytes(40))
    with zipfile.ZipFile(root / "old.zip", "w") as archive:
        archive.writestr("in\x1b[31mner.txt", LETTER.format(38))
        archive.writestr("pic\x1b[31m.png", b"\x89PNG\r\n\x1a\n" + bytes(40))
    return root


@pytest.fixture(scope="session")
def scanned_share(share: Path) -> Path:
    """Return the catalogue of ``share``, scanned once for all tests here."""
    database = share.parent / "catalogue.sqlite"
    scanned(share, database)
    return database


@pytest.fixture
def empty_catalogue(tmp_path: Path) -> Path:
    """Return a catalogue into which nothing has been scanned."""
    database = tmp_path / "empty.sqlite"
    engine = writer(database)
    migrate(engine, database)
    engine.dispose()
    return database
