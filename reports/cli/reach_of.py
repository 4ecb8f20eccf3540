"""``stocktake reach-of PRINCIPAL``: what one person can open, and by which grants."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli.options import DATABASE, database_path
from reports.cli.rows import FORMAT, write_rows

if TYPE_CHECKING:
    from scanner.catalogue.queries.person import PersonReach

_COLUMNS = (
    *("share", "folder", "opens", "files", "size_bytes", "unread", "grants", "entities"),
    *("categories", "people_least", "people_most", "statement"),
)


@click.command("reach-of")
@click.argument("principal", metavar="PRINCIPAL")
@DATABASE
@FORMAT
def command(principal: str, database: Path | None, layout: str) -> None:
    r"""Print what one person can open: per share, the folders where that begins, changes or ends.

    PRINCIPAL is an account's name, DOMAIN\name, SID or uid. Each folder counts what lies in it and
    below, but for folders that are named themselves. The answer is as of the last scan of each
    share.

    In jsonl and csv, opens is read, write, read and write, administrator (in any case, by no
    grant), not known, or none where it ends or not all is known about it.
    """
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries.person import reach_of
    from scanner.catalogue.queries.principals import account_named

    with opened(database_path(database)) as connection:
        found = reach_of(connection, account_named(connection, principal))
    if layout == "text":
        from reports.person import lines

        for line in lines(found):
            click.echo(line)
    else:
        write_rows(layout, _COLUMNS, _rows(found))


def _rows(found: PersonReach) -> Iterator[dict[str, object]]:
    for place in found.places:
        yield {
            "share": place.share,
            "folder": place.folder,
            "opens": place.opens.value,
            "files": place.files,
            "size_bytes": place.size_bytes,
            "unread": place.unread,
            "grants": [
                {"right": each.right, "steps": list(each.steps), "files": each.files}
                for each in place.grants
            ],
            "entities": {each.name: each.files for each in place.entities},
            "categories": {each.name: each.files for each in place.categories},
            "people_least": place.people[0],
            "people_most": place.people[1],
            "statement": list(place.statement),
        }
