"""``stocktake doctor``: what is installed, reachable, allowed, and what is missing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from reports.cli.options import DATABASE, database_path

_LIBRARIES = (
    *("hyperscan", "python-magic", "pypdfium2", "pdfminer.six", "python-calamine", "openpyxl"),
    *("python-docx", "selectolax", "presidio-analyzer", "spacy", "sqlalchemy", "pebble"),
)
_CAP_DAC_READ_SEARCH, _CAP_FOWNER = 2, 3  # capabilities(7), linux/capability.h


@click.command("doctor")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@DATABASE
def command(path: Path | None, database: Path | None) -> int:
    """Say what is installed, allowed and missing; with PATH, how that folder can be read.

    Exit status 1 when something is missing.
    """
    from scanner.errors import SettingsError
    from scanner.keys import load_key
    from scanner.version import VERSION

    click.echo(f"Stocktake {VERSION}, Python {sys.version.split()[0]}")
    missing = list(_missing())
    for line in missing:
        click.echo(f"missing: {line}")
    where = database_path(database)
    click.echo(f"catalogue: {where} ({'there' if where.exists() else 'not made yet'})")
    try:
        click.echo(f"token key: {load_key().key_id}")
    except SettingsError as error:
        click.echo(f"token key: {error}")
    held = _capabilities()
    if held >> _CAP_DAC_READ_SEARCH & 1:
        click.echo("rights: this account may read every local file")
    else:
        click.echo("rights: only what this account may read is read; the rest becomes gaps")
    if not held >> _CAP_FOWNER & 1:
        click.echo("last-access times: kept for this account's own files, not for those of others")
    if path is not None:
        click.echo(f"{path}: {'can be listed' if os.access(path, os.R_OK | os.X_OK) else 'cannot'}")
    return 1 if missing else 0


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
