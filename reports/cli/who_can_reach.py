"""``stocktake who-can-reach PATH``: who, which right, by which grant; now or on a past day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from connectors.smb.address import SmbAddress, SmbServer
from reports.cli.asked import asked, shares_on
from reports.cli.options import (
    AS_OF,
    BETWEEN,
    DATABASE,
    ShareOrServerName,
    database_path,
    days_asked,
)
from reports.cli.rows import FORMAT, write_rows

if TYPE_CHECKING:
    from scanner.catalogue.engine import Connection
    from scanner.catalogue.queries.access import GrantRow, PathReach
    from scanner.catalogue.queries.below import Below
    from scanner.catalogue.queries.history import Between

_COLUMNS = (
    *("person", "identifier", "principal", "right", "steps", "begins", "ends", "only_after"),
    *("known", "statement", "place", "apart", "files", "paths", "readers", "more", "broad"),
)
_BROAD, _ADMINISTRATOR, _SYSTEM = "broad group", "administrator", "system account"
_BELOW = "place below"


@click.command("who-can-reach")
@click.argument("path", type=ShareOrServerName())
@AS_OF
@BETWEEN
@DATABASE
@FORMAT
def command(
    path: Path | SmbAddress | SmbServer,
    as_of: date | None,
    between: tuple[date, date] | None,
    database: Path | None,
    layout: str,
) -> None:
    """Print who can read or change a file or folder, and by which grant, as last scanned.

    PATH may lie on a share: smb://server/share/folder/file. Days are written 2026-03-03, and begin
    and end by this machine's clock. After a folder come the places below it that other people can
    read, those whom most can first; of smb://server alone, the places of all shares known of it.

    Jsonl and csv have a row for each person and right, and one for each broad group, system
    account and administrator (who can in any case, without a right or steps); one without a person
    where there is none; and one for each place below. Begins and ends are scans and refreshes, of
    --between.
    """
    days = days_asked(as_of, between)
    if days and isinstance(path, SmbServer):
        raise click.UsageError("Of the past a path can be asked: give smb://server/share.")
    from reports import reach
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries import history
    from scanner.catalogue.queries.below import on_server

    with opened(database_path(database)) as connection:
        if isinstance(path, SmbServer):
            server = on_server(connection, shares_on(connection, path))
            lines, rows = reach.server_lines(str(path), server), _filled(_places(server.below))
        elif days is None:
            found, inside = asked(connection, path, _with_below, "")
            lines, rows = reach.lines(found), _rows(found)
            if inside:
                lines = chain(lines, reach.below_lines(inside))
                rows = chain(rows, _filled(_places(inside)))
        elif days.last is None:
            past = asked(connection, path, partial(history.as_of, when=days.end), str(days))
            lines, rows = reach.past_lines(past), _rows(past.reach)
        else:
            ask = partial(history.between, first=days.begin, last=days.end)
            ever = asked(connection, path, ask, str(days))
            lines, rows = reach.between_lines(ever, days), _between_rows(ever)
    if layout == "text":
        for line in lines:
            click.echo(line)
    else:
        write_rows(layout, _COLUMNS, rows)


def _with_below(
    connection: Connection, share_id: int, folder: str, name: str | None
) -> tuple[PathReach, Below | None] | None:
    """Return who can reach a path, and the places below it where it is a folder."""
    from scanner.catalogue.queries.access import who_can_reach
    from scanner.catalogue.queries.below import below

    found = who_can_reach(connection, share_id, folder, name)
    if found is None:
        return None
    return found, below(connection, share_id, folder) if name is None else None


def _places(found: Below) -> Iterator[dict[str, object]]:
    from reports.where import folder_of

    for each in found.places:
        yield {
            "principal": _BELOW,
            "right": "read",
            "known": each.known,
            "statement": list(each.statement),
            "place": folder_of(each),
            "apart": each.apart,
            "files": each.files,
            "paths": [f"{each.share}/{path}" for path in each.paths],
            "readers": each.readers if each.known else None,
            "more": each.more,
            "broad": list(each.broad),
        }


def _rows(found: PathReach) -> Iterator[dict[str, object]]:
    grants = chain(
        map(_grant, found.grants),
        _broad(found.broad),
        (_grant(each, _SYSTEM) for each in found.services),
        (_grant(each, _ADMINISTRATOR) for each in found.administrators),
    )
    yield from _whole(grants, found.known, found.statement)


def _between_rows(found: Between) -> Iterator[dict[str, object]]:
    grants = (
        {
            **_grant(each.grant),
            "begins": each.begins.at,
            "ends": each.ends and each.ends.at,
            "only_after": each.only_after,
        }
        for each in found.periods
    )
    others = (_grant(each, _SYSTEM) for each in found.services)
    told = chain(grants, _broad(found.broad), others)
    yield from _whole(told, not found.unknown, found.statement)


def _broad(groups: Iterable[tuple[str, str]]) -> Iterator[dict[str, object]]:
    for right, name in groups:
        yield {"person": name, "principal": _BROAD, "right": right}


def _grant(grant: GrantRow, kind: str = "") -> dict[str, object]:
    return {
        "person": grant.person,
        "identifier": grant.identifier,
        "principal": kind or grant.kind,
        "right": grant.right,
        "steps": list(grant.steps),
    }


def _whole(
    grants: Iterable[dict[str, object]],
    known: bool,  # noqa: FBT001 - a value of the row
    statement: tuple[str, ...],
) -> Iterator[dict[str, object]]:
    """Yield rows with all columns; one without a person where there is none."""
    told: dict[str, object] = {"known": known, "statement": list(statement)}
    yield from _filled({**told, **row} for row in [*grants] or [{}])


def _filled(rows: Iterable[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Yield rows with all columns."""
    empty: dict[str, object] = {**dict.fromkeys(_COLUMNS), "steps": [], "paths": [], "broad": []}
    for row in rows:
        yield {**empty, **row}
