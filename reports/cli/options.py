"""Options that several commands share, and where things lie when they are not given."""

from __future__ import annotations

import os
from pathlib import Path

import click


class NamedPath(click.Path):
    """A path that has a name: ``Path("")``, an unset variable of a script, is the folder here."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path, or fail as wrong usage."""
        if value == "":
            self.fail("it is empty, and names nothing", param, ctx)
        return super().convert(value, param, ctx)


DATABASE = click.option(
    "--database",
    envvar="STOCKTAKE_DATABASE",
    type=NamedPath(dir_okay=False, path_type=Path),
    help="The catalogue: an SQLite file. By default in your data folder.",
)

SETTINGS = click.option(
    "--settings",
    "settings_file",
    envvar="STOCKTAKE_SETTINGS",
    type=NamedPath(dir_okay=False, path_type=Path),
    help="What is set for your council, a TOML file. By default stocktake.toml beside the key.",
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


def log_path(database: Path) -> Path:
    """Return where a scan into this catalogue keeps its log: beside it."""
    return database.with_name("stocktake.log")
