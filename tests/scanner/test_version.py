"""The version is the installed distribution's, or says that it is not known."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.scanner.scanning import HOUSE

_CODE = (
    "import sys; sys.path[:0] = sys.argv[1:]; from scanner.version import VERSION; print(VERSION)"
)


def _version_with(*folders: Path) -> str:
    """Return the version as a fresh interpreter without installed packages sees it."""
    return subprocess.run(
        [sys.executable, "-I", "-S", "-c", _CODE, *map(str, folders)],
        cwd="/",
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout.strip()


def _module_alone(folder: Path) -> Path:
    """Return a folder with the module and nothing beside it that names a version."""
    (folder / "alone" / "scanner").mkdir(parents=True)
    source = (HOUSE / "scanner" / "version.py").read_bytes()
    (folder / "alone" / "scanner" / "version.py").write_bytes(source)
    return folder / "alone"


def test_an_installed_version_is_told(tmp_path: Path) -> None:
    metadata = tmp_path / "site" / "stocktake-9.8.7.dist-info" / "METADATA"
    metadata.parent.mkdir(parents=True)
    metadata.write_text("Metadata-Version: 2.1\nName: stocktake\nVersion: 9.8.7\n")
    assert _version_with(_module_alone(tmp_path), metadata.parents[1]) == "9.8.7"


def test_a_checkout_that_was_not_installed_runs_without_a_version(tmp_path: Path) -> None:
    assert _version_with(_module_alone(tmp_path)) == "unknown"
