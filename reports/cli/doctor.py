"""``stocktake doctor``: what is installed, reachable, allowed, and what is missing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from reports.cli import EXIT_DONE, EXIT_GAPS
from reports.cli.options import DATABASE, NamedPath, database_path
from reports.visible import plain

_LIBRARIES = (
    *("hyperscan", "python-magic", "pypdfium2", "pdfminer.six", "python-calamine", "openpyxl"),
    *("python-docx", "selectolax", "presidio-analyzer", "spacy", "sqlalchemy", "pebble"),
)
_CAP_DAC_READ_SEARCH, _CAP_FOWNER = 2, 3  # capabilities(7), linux/capability.h


@click.command("doctor")
@click.argument("path", required=False, type=NamedPath(path_type=Path))
@DATABASE
def command(path: Path | None, database: Path | None) -> int:
    """Say what is installed, allowed and missing; with PATH, how that folder can be read.

    Exit status 1 when something is missing or PATH cannot be listed.
    """
    from scanner.errors import SettingsError
    from scanner.keys import load_key
    from scanner.version import VERSION

    click.echo(f"Stocktake {VERSION}, Python {sys.version.split()[0]}")
    missing = list(_missing())
    for line in missing:
        click.echo(f"missing: {line}")
    where = database_path(database)
    click.echo(
        plain(f"catalogue: {where} ({'there' if os.path.exists(where) else 'not made yet'})")
    )
    try:
        click.echo(f"token key: {load_key().key_id}")
    except SettingsError as error:
        click.echo(plain(f"token key: {error}"))
    held = _capabilities()
    if held >> _CAP_DAC_READ_SEARCH & 1:
        click.echo("rights: this account may read every local file")
    else:
        click.echo("rights: only what this account may read is read; the rest becomes gaps")
    if not held >> _CAP_FOWNER & 1:
        click.echo("last-access times: kept for this account's own files, not for those of others")
    listed = path is None or _listed(path)
    return EXIT_DONE if listed and not missing else EXIT_GAPS


def _listed(folder: Path) -> bool:
    """Say whether a folder can be listed, and why not; return whether."""
    try:
        with os.scandir(folder) as entries:
            next(entries, None)
    except OSError as error:
        click.echo(plain(f"{folder}: cannot be listed: {os.strerror(error.errno or 0)}"))
        return False
    click.echo(plain(f"{folder}: can be listed"))
    return True


def _missing() -> Iterator[str]:
    for name in _LIBRARIES:
        try:
            version(name)
        except PackageNotFoundError:
            yield name
    try:
        import magic  # noqa: F401 - importing it looks for the C library
    except ImportError:
        yield "libmagic1 (Debian package)"


def _capabilities() -> int:
    """Return the effective capabilities: proc(5), status, CapEff."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("CapEff:"):
            return int(line.split()[1], 16)
    return 0
