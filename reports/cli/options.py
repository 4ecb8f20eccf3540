"""Options that several commands share, and where things lie when they are not given."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from detectors.base import Detector

DATABASE = click.option(
    "--database",
    envvar="STOCKTAKE_DATABASE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The catalogue: an SQLite file. By default in your data folder.",
)

NAME_MODEL = click.option(
    "--name-model",
    metavar="NAME|PATH|off",
    help="A spaCy model that is asked about names in running prose, or off.",
)


def name_model_of(given: str | None) -> str:
    """Return the name model asked for, or the one that comes with Stocktake."""
    from detectors.names.model import default

    return given or default()


def declared(name_model: str | None) -> tuple[Detector, ...]:
    """Return the detectors with a name model. Raises SettingsError for one that is not there."""
    from scanner.declared import declared_with

    return declared_with(name_model_of(name_model))


def database_path(given: Path | None) -> Path:
    """Return the catalogue that was asked for, or the one in the user's data folder."""
    if given is not None:
        return given
    base = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return Path(base) / "stocktake" / "catalogue.sqlite"
