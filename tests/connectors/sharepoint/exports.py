"""One invented site of SharePoint, as each program that exports permissions writes it.

The library "Documents" is called "Shared Documents" in addresses. Its folder Rents and the letter
in it have permissions of their own; all else inherits. Nothing of it comes from a real SharePoint.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

DATA = Path(__file__).parent / "data"
LETTER = "Rents/2026/a letter.txt"
FILES = {
    LETTER: "Dear Ms Invented, NI number: QQ 12 34 56 C\n",
    "Rents/list.txt": "NI number: QQ 12 34 56 C\n",
    "Plans/plan.txt": "Bins on Tuesday. NI number: QQ 12 34 56 C\n",
}


def text(name: str) -> str:
    """Return an export as it lies beside this module."""
    return (DATA / name).read_text("utf-8")


def _text(name: str, encoding: str = "utf-8", separator: str = ",") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "export.csv"
        content = text(name).replace(",", separator).replace("\n", "\r\n")
        path.write_bytes(content.encode(encoding))
        return path

    return write


def _graph(folder: Path) -> Path:
    path = folder / "export.json"
    path.write_text(text("items.json"), "utf-8")
    return path


def _folder(folder: Path) -> Path:
    return shutil.copytree(DATA / "package", folder / "package")


def _packed(folder: Path) -> Path:
    path = folder / "package.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in (DATA / "package").iterdir():
            packed.write(each, each.name)
        packed.writestr("00000001.dat", "the bytes of a file")
    return path


EXPORTS: Mapping[str, Callable[[Path], Path]] = {
    "sharing report": _text("sharing.csv"),
    "sharing report, UTF-16": _text("sharing.csv", "utf-16"),
    "sharing report, semicolons and mark": _text("sharing.csv", "utf-8-sig", ";"),
    "PnP": _text("pnp.csv"),
    "Diary": _text("diary.csv", "utf-16"),
    "NovaPoint": _text("novapoint.csv"),
    "plain": _text("plain.tsv"),
    "Graph": _graph,
    "package": _folder,
    "packed package": _packed,
}
"""Each writes the site's export into a folder and returns its path."""


def make_content(folder: Path, name: str = "Housing - Documents") -> Path:
    """Make the library's files, as OneDrive or a browser brought them here."""
    root = folder / name
    for path, content in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content)
    return root
