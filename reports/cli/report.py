"""``stocktake report NAME``: reports made from the catalogue, written to a file."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli.options import DATABASE, NamedPath, database_path

if TYPE_CHECKING:
    from reports.base import Morning
    from scanner.keys import TokenKey


@click.group("report")
def command() -> None:
    """Write a report for people to read."""


@command.command("html")
@DATABASE
@click.option(
    "--output",
    type=NamedPath(dir_okay=False, path_type=Path),
    default=Path("stocktake-report.html"),
    show_default=True,
    help="Where to write it.",
)
def html(database: Path | None, output: Path) -> None:
    """Write one self-contained page: to read in a browser, print and pass on.

    It names files, folders and who can read them: only you can read it (mode 0600) until you pass
    it on.
    """
    from reports.html import REPORT
    from scanner.errors import SettingsError
    from scanner.own_pages import marked

    where = database_path(database)
    page = REPORT.render(read_morning(where))
    who = "it names files and people, so pass it on only to who may see them."
    said = [f"Written to {output}: {who}"]
    try:
        page = marked(page, _key_of(where))
    except SettingsError:  # the page is worth having all the same
        said.append("A scan of its folder will read it: the key that would mark it is not here.")
    _write(output, page)
    click.echo(" ".join(said))


def read_morning(database: Path) -> Morning:
    """Read what reports show, in one transaction: a scan may be writing meanwhile."""
    from reports.base import MOST_PLACES, Morning, ShareState
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries.access import shares
    from scanner.catalogue.queries.answer import share_answers
    from scanner.catalogue.queries.exposure import exposed_places, with_ways
    from scanner.catalogue.queries.places import entries_with_findings, place_totals
    from scanner.version import VERSION

    with opened(database) as connection:
        states = tuple(
            ShareState(
                answer,
                place_totals(connection, each),
                entries_with_findings(connection, each),
                with_ways(connection, exposed_places(connection, each), MOST_PLACES),
            )
            for each, _root in sorted(shares(connection), key=lambda share: share[1])
            for answer in share_answers(connection, each)
        )
    return Morning(states, datetime.now(UTC), VERSION)


def _key_of(database: Path) -> TokenKey:
    """Return the key that the catalogue was made with. Raises SettingsError where it is not here.

    Only with that one does a scan into this catalogue know the page again.
    """
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries.find import check_key
    from scanner.keys import load_key

    key = load_key()
    with opened(database) as connection:
        check_key(connection, key)
    return key


def _write(output: Path, text: str) -> None:
    """Put ``text`` in place whole or not at all. Raises SettingsError where it cannot be."""
    from scanner.errors import SettingsError

    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        with os.fdopen(os.open(beside, flags, 0o600), "w", encoding="utf-8") as file:
            try:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
                beside.replace(output)
            except OSError:
                beside.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise SettingsError(
            f"Cannot write the report {output}: {os.strerror(error.errno or 0)}."
            " Give another place with --output."
        ) from error
