"""Options that several commands share, and where things lie when they are not given."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path

import click

from connectors.smb.address import SmbAddress, SmbServer, address_of, server_of, without_password
from reports.past import Days


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


class ShareName(click.ParamType["Path | SmbAddress"]):
    r"""What is to be scanned: a local folder, ``smb://server/share`` or ``\\server\share``."""

    name = "share"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | SmbAddress:
        """Return the folder or the address, or fail as wrong usage."""
        text = str(value)
        try:
            address = address_of(text)
        except ValueError as error:
            self.fail(f"{without_password(text)!r}: {error}", param, ctx)
        if address is not None:
            return address
        return Path(str(NamedPath().convert(text, param, ctx)))


class ShareOrServerName(click.ParamType["Path | SmbAddress | SmbServer"]):
    r"""As ``ShareName``, or all shares of a server: ``smb://server`` or ``\\server``."""

    name = "share"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | SmbAddress | SmbServer:
        """Return the folder, address or server, or fail as wrong usage."""
        text = str(value)
        try:
            server = server_of(text)
        except ValueError as error:
            self.fail(f"{without_password(text)!r}: {error}", param, ctx)
        return ShareName().convert(text, param, ctx) if server is None else server


class Day(click.ParamType["date"]):
    """A day as ISO 8601 writes it, which is the only way that is read alike everywhere.

    One that lies ahead by this place's clock is refused: nothing is known of it.
    """

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or fail as wrong usage."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day: write it as 2026-03-03", param, ctx)
        if day > datetime.now().astimezone().date():
            self.fail(f"{day} lies ahead: nothing is known of it", param, ctx)
        return day


AS_OF = click.option("--as-of", type=Day(), help="As it was known at the end of a past day.")

BETWEEN = click.option(
    "--between", type=Day(), nargs=2, help="All that was so at any time of these days."
)


def days_asked(as_of: date | None, between: tuple[date, date] | None) -> Days | None:
    """Return the days that were asked about; None: now. Raises UsageError."""
    if as_of and between:
        raise click.UsageError("Give --as-of or --between, not both.")
    if between and between[0] > between[1]:
        raise click.UsageError("The first day of --between comes after the second.")
    if between:
        return Days(*between)
    return Days(as_of) if as_of else None


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


RECOGNISERS = click.option(
    "--recognisers",
    type=NamedPath(exists=True, dir_okay=False, path_type=Path),
    help="Look for what Presidio recognisers of your own find too: their YAML file.",
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
