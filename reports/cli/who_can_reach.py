"""``stocktake who-can-reach PATH``: who, which right, by which grant; now or on a past day."""

from __future__ import annotations

from datetime import date
from functools import partial
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
from reports.past import Days, found_by, seen_next, stood, told_by
from reports.visible import plain

if TYPE_CHECKING:
    from scanner.catalogue.queries.access import PathReach
    from scanner.catalogue.queries.history import Between, Past, Period


@click.command("who-can-reach")
@click.argument("path", type=ShareName())
@AS_OF
@BETWEEN
@DATABASE
def command(
    path: Path | SmbAddress,
    as_of: date | None,
    between: tuple[date, date] | None,
    database: Path | None,
) -> None:
    """Print who can read or change a file or folder, and by which grant, as last scanned.

    PATH may lie on a share: smb://server/share/folder/file. Days are written 2026-03-03.
    """
    days = days_asked(as_of, between)
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries import access, history

    with opened(database_path(database)) as connection:
        if days is None:
            lines = _lines(asked(connection, path, access.who_can_reach, ""))
        elif days.last is None:
            past = partial(history.as_of, when=days.end)
            lines = _past_lines(asked(connection, path, past, str(days)))
        else:
            ever = partial(history.between, first=days.begin, last=days.end)
            lines = _between_lines(asked(connection, path, ever, str(days)), days)
    for line in lines:
        click.echo(plain(line))


def _lines(found: PathReach) -> list[str]:
    lines = [] if found.known else ["Who can reach this is not known."]
    lines += [
        f"{grant.person} ({grant.kind}) can {grant.right}: {' → '.join(grant.steps)}"
        for grant in found.grants
    ]
    if found.known and not found.grants:
        lines.append("No person's account that is known can read or change this.")
    lines += [f"Broad: {name} can {right} this." for right, name in found.broad]
    if found.services:
        lines.append(f"System accounts that can read it: {', '.join(found.services)}")
    if found.administrators:
        lines.append(
            f"Administrators, and who may give themselves access: {', '.join(found.administrators)}"
        )
    return [*lines, *found.statement]


def _past_lines(past: Past) -> list[str]:
    after = [seen_next(past.seen_next)] if past.seen_next else []
    return [found_by(past.seen), *_lines(past.reach), *after]


def _between_lines(found: Between, days: Days) -> list[str]:
    lines = [_period_line(each) for each in found.periods]
    if not found.periods:
        lines.append(f"No person's account that was known could read or change this {days}.")
    lines += [
        f"It is not known who could {stood(*unknown, only_after=False)}."
        for unknown in found.unknown
    ]
    lines += [f"Broad: {name} could {right} this for a time." for right, name in found.broad]
    if found.services:
        lines.append(f"System accounts that could read it: {', '.join(found.services)}")
    return [*lines, *found.statement, told_by(found.scans)]


def _period_line(period: Period) -> str:
    grant = period.grant
    when = stood(period.begins, period.ends, only_after=period.only_after)
    return f"{grant.person} ({grant.kind}) could {grant.right} {when}: {' → '.join(grant.steps)}"
