"""``stocktake who-can-reach PATH``: who, which right, by which grant; now or on a past day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from connectors.smb.address import SmbAddress
from reports.cli.asked import asked
from reports.cli.options import (
    AS_OF,
    BETWEEN,
    DATABASE,
    ShareName,
    database_path,
    days_asked,
)
from reports.cli.rows import FORMAT, write_rows

if TYPE_CHECKING:
    from scanner.catalogue.queries.access import GrantRow, PathReach
    from scanner.catalogue.queries.history import Between

_COLUMNS = (
    *("person", "identifier", "principal", "right", "steps", "begins", "ends", "only_after"),
    *("known", "statement"),
)
_BROAD, _ADMINISTRATOR, _SYSTEM = "broad group", "administrator", "system account"


@click.command("who-can-reach")
@click.argument("path", type=ShareName())
@AS_OF
@BETWEEN
@DATABASE
@FORMAT
def command(
    path: Path | SmbAddress,
    as_of: date | None,
    between: tuple[date, date] | None,
    database: Path | None,
    layout: str,
) -> None:
    """Print who can read or change a file or folder, and by which grant, as last scanned.

    PATH may lie on a share: smb://server/share/folder/file. Days are written 2026-03-03, and begin
    and end by this machine's clock.

    Jsonl and csv have a row for each person and right, and one for each broad group, system
    account and administrator (who can in any case, without a right or steps); one without a person
    where there is none. Begins and ends are scans and refreshes, of --between.
    """
    days = days_asked(as_of, between)
    from reports import reach
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries import access, history

    with opened(database_path(database)) as connection:
        if days is None:
            found = asked(connection, path, access.who_can_reach, "")
            lines, rows = reach.lines(found), _rows(found)
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
    empty: dict[str, object] = {**dict.fromkeys(_COLUMNS), "steps": [], **told}
    for row in [*grants] or [{}]:
        yield {**empty, **row}
