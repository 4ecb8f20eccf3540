"""``stocktake reach-of PRINCIPAL``: what one person can open, and by which grants."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.cli.options import AS_OF, BETWEEN, DATABASE, database_path, days_asked
from reports.cli.rows import FORMAT, write_rows
from scanner.errors import SettingsError

if TYPE_CHECKING:
    from scanner.catalogue.queries.person import GrantPath, PersonReach

_COLUMNS = (
    *(
        "share",
        "folder",
        "opens",
        "apart",
        "files",
        "of_files",
        "paths",
        "size_bytes",
        "unread",
        "grants",
        "entities",
    ),
    *("categories", "people_least", "people_most", "statement"),
)


@click.command("reach-of")
@click.argument("principal", metavar="PRINCIPAL")
@click.option("--reason", metavar="WHY", help="Why you ask, such as a case's number: it is kept.")
@AS_OF
@BETWEEN
@DATABASE
@FORMAT
def command(
    principal: str,
    reason: str | None,
    as_of: date | None,
    between: tuple[date, date] | None,
    database: Path | None,
    layout: str,
) -> None:
    r"""Print what one person can open: per share, the folders where that begins, changes or ends.

    PRINCIPAL is an account's name, DOMAIN\name, SID or uid. Each folder counts what lies in it and
    below, but for folders that are named themselves. The answer is as of the last scan of each
    share, or of the past. Days are written 2026-03-03, and begin and end by this machine's clock.

    Who asks about a person is watched: that you asked, when and why is kept in a file beside the
    catalogue (.audit). Without --reason you are asked for it.

    In jsonl and csv, opens is read, write, read and write, administrator (in any case, by no
    grant), not known, or none where it ends or not all is known about it. Where the folder itself
    opens otherwise (apart), files are some of of_files, and paths the first ten.
    """
    days = days_asked(as_of, between)
    from reports.cli.asked import reason_given
    from reports.cli.catalogue import opened
    from scanner.audit import record
    from scanner.catalogue.queries import person_past
    from scanner.catalogue.queries.person import reach_of
    from scanner.catalogue.queries.principals import account_named

    path = database_path(database)
    with opened(path) as connection:
        account = account_named(connection, principal)
        why = reason_given(reason)
        record(path, "reach-of", account, str(days or ""), why)
        found: PersonReach | None
        if days is None:
            found = reach_of(connection, account)
        elif days.last is None:
            found = person_past.as_of(connection, account, days.end)
        else:
            found = person_past.between(connection, account, days.begin, days.end)
    if found is None:
        raise SettingsError(f"Nothing was known {days}: no scan had ended by then.")
    if layout == "text":
        from reports.person import lines

        for line in lines(found, days):
            click.echo(line)
    else:
        write_rows(layout, _COLUMNS, _rows(found))


def _rows(found: PersonReach) -> Iterator[dict[str, object]]:
    for place in found.places:
        yield {
            "share": place.share,
            "folder": place.folder,
            "opens": place.opens.value,
            "apart": place.apart,
            "files": place.files,
            "of_files": place.of_files,
            "paths": list(place.paths),
            "size_bytes": place.size_bytes,
            "unread": place.unread,
            "grants": [_grant(each) for each in place.grants],
            "entities": {each.name: each.files for each in place.entities},
            "categories": {each.name: each.files for each in place.categories},
            "people_least": place.people[0],
            "people_most": place.people[1],
            "statement": [sentence for sentence, _ in place.statement],
        }


def _grant(way: GrantPath) -> dict[str, object]:
    told: dict[str, object] = {"right": way.right, "steps": list(way.steps), "files": way.files}
    if way.stood:
        begins, ends, only_after = way.stood
        told |= {"begins": begins.at, "ends": ends and ends.at, "only_after": only_after}
    return told
