"""A share of a few files, scanned for real: what the tests of reports look at."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reports.cli import EXIT_DONE, EXIT_GAPS

HOUSE = Path(__file__).parents[2]

IMAGE_NAME = "<img src=x onerror=alert(1)> & 'co'.txt"
TURNED_NAME = "photo\u202egpj.txt"  # shown by a naive page as "phototxt.jpg"
BROKEN_LINE_NAME = "two\nlines\x07.txt"
STRAY_BYTE_NAME = b"caf\xe9.txt"

_COMMAND = "from reports.cli import main; main()"
_LETTER = "Dear Mrs Invented,\nNational Insurance number: {}\nE-mail: someone{}@example.org\n"


def make_share(root: Path) -> Path:
    """Make seven readable files, a damaged one, a picture and a link."""
    (root / "Housing" / "Lettings").mkdir(parents=True)
    (root / "Pensions").mkdir()
    for number, (folder, name) in enumerate(
        (
            ("Housing", "letter.txt"),
            ("Housing/Lettings", IMAGE_NAME),
            ("Housing/Lettings", TURNED_NAME),
            ("Pensions", BROKEN_LINE_NAME),
            (".", "beside.txt"),
        )
    ):
        _write(root / folder / name, number)
    with open(bytes(root / "Pensions") + b"/" + STRAY_BYTE_NAME, "wb") as file:
        file.write(_LETTER.format(nino(5), 5).encode())
    (root / "Pensions" / "nothing.txt").write_text("The bins are emptied on Tuesday.\n")
    (root / "Pensions" / "broken.zip").write_bytes(b"PK\x03\x04" + bytes(40))
    (root / "Pensions" / "plan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (root / "Pensions" / "link.txt").symlink_to(root / "beside.txt")
    return root


def make_clean_share(root: Path) -> Path:
    """Make one file, of which nothing stays unread."""
    root.mkdir()
    (root / "bins.txt").write_text("The bins are emptied on Tuesday.\n")
    return root


def scanned(root: Path, database: Path) -> None:
    """Scan a folder into ``database`` as a user does. Raises AssertionError if that fails."""
    done = subprocess.run(
        [sys.executable, "-c", _COMMAND, "scan", str(root), "--jobs", "1"],
        env={
            **os.environ,
            "PYTHONPATH": str(HOUSE),
            "STOCKTAKE_DATABASE": str(database),
            "STOCKTAKE_TOKEN_KEY": "5a" * 32,
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode in (EXIT_DONE, EXIT_GAPS), done.stderr


def nino(number: int) -> str:
    """Return a National Insurance number made up for file ``number``."""
    return f"JG 10 3{number} 59 A"


def _write(path: Path, number: int) -> None:
    path.write_text(_LETTER.format(nino(number), number))
