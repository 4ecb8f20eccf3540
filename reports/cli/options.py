"""Options that several commands share, and where things lie when they are not given."""

from __future__ import annotations

import os
from pathlib import Path

import click

DATABASE = click.option(
    "--database",
    envvar="STOCKTAKE_DATABASE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The catalogue: an SQLite file. By default in your data folder.",
)

NAME_MODEL = click.option(
    "--name-model",
    metavar="shipped|NAME|PATH|off",
    default="off",
    show_default=True,
    help="Ask a spaCy model about names in running prose: the one that comes with it, or another.",
)


def database_path(given: Path | None) -> Path:
    """Return the catalogue that was asked for, or the one in the user's data folder."""
    if given is not None:
        return given
    base = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return Path(base) / "stocktake" / "catalogue.sqlite"
