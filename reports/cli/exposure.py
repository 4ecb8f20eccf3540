"""``stocktake exposure``: the places where most people can read about most people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli.options import DATABASE, database_path
from reports.cli.rows import FORMAT, write_rows

if TYPE_CHECKING:
    from scanner.catalogue.queries.exposure import ExposedPlace

_COLUMNS = (
    *(
        "share",
        "folder",
        "apart",
        "files",
        "paths",
        "people_least",
        "people_most",
        "readers",
        "known",
        "more",
        "broad",
    ),
    *("counted_as", "exposure", "categories", "entities", "statement"),
)


@click.command("exposure")
@DATABASE
@FORMAT
def command(database: Path | None, layout: str) -> None:
    """Print how exposed each place is: people in the data times people who can read it.

    A place is a folder from which on other people can read than above it, with all below it that
    the same people can read, or those files in it that others can (apart); most exposed first.
    Where not all who can read it are known (more), they count as the most that can read anything
    (counted_as), and it is said. Files apart are named, the first where they are several (paths:
    the first ten).
    """
    from reports.cli.catalogue import opened
    from reports.exposure import lines
    from scanner.catalogue.queries.exposure import exposed_places

    with opened(database_path(database)) as connection:
        places = exposed_places(connection)
    if layout == "text":
        for line in lines(places):
            click.echo(line)
    else:
        write_rows(layout, _COLUMNS, _rows(places))


def _rows(places: Iterable[ExposedPlace]) -> Iterator[dict[str, object]]:
    for place in places:
        yield {
            "share": place.share,
            "folder": place.folder,
            "apart": place.apart,
            "files": place.files,
            "paths": list(place.paths),
            "people_least": place.people[0],
            "people_most": place.people[1],
            "readers": place.readers if place.known else None,
            "known": place.known,
            "more": place.more,
            "broad": list(place.broad),
            "counted_as": place.counted_as,
            "exposure": place.exposure,
            "categories": {each.name: each.files for each in place.categories},
            "entities": {each.name: each.files for each in place.entities},
            "statement": list(place.statement),
        }
