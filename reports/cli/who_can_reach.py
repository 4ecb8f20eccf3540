"""``stocktake who-can-reach PATH``: who, which right, by which grant; now or on a past day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from connectors.smb.address import SmbAddress
from reports.cli.asked import asked
from reports.cli.options import DATABASE, Day, ShareName, database_path
from reports.visible import plain

if TYPE_CHECKING:
    from scanner.catalogue.queries.access import PathReach
    from scanner.catalogue.queries.history import Between, Moment, Past, Period

_OFTEN = 4  # scans and refreshes are listed one by one up to so many


@click.command("who-can-reach")
@click.argument("path", type=ShareName())
@click.option("--as-of", type=Day(), help="As it was known at the end of a past day.")
@click.option("--between", type=Day(), nargs=2, help="All who could at any time of these days.")
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
    if as_of and between:
        raise click.UsageError("Give --as-of or --between, not both.")
    if between and between[0] > between[1]:
        raise click.UsageError("The first day of --between comes after the second.")
    from reports.cli.catalogue import opened
    from scanner.catalogue.queries import access, history

    with opened(database_path(database)) as connection:
        if as_of:
            past = partial(history.as_of, when=_moment(as_of, time.max))
            lines = _past_lines(asked(connection, path, past, f"on {as_of}"))
        elif between:
            first, last = _moment(between[0], time.min), _moment(between[1], time.max)
            ever = partial(history.between, first=first, last=last)
            days = f"from {between[0]} to {between[1]}"
            lines = _between_lines(asked(connection, path, ever, days), days)
        else:
            lines = _lines(asked(connection, path, access.who_can_reach, ""))
    for line in lines:
        click.echo(plain(line))


def _moment(day: date, at: time) -> str:
    """Return a moment of this place's day as the catalogue writes times."""
    return datetime.combine(day, at).astimezone(UTC).isoformat(timespec="seconds")


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
    found = f"As the scan found it that ended {_at(past.seen)}"
    if past.refreshed:
        found += f", with the accounts of the refresh of {_at(past.refreshed)}"
    lines = [f"{found}:", *_lines(past.reach)]
    for each in past.following:
        what = "What changed after it" if each.by == "scan" else "A change of accounts after it"
        lines.append(f"{what} was seen by the next {each.by}, {_at(each.at)}.")
    return lines


def _between_lines(found: Between, days: str) -> list[str]:
    lines = [_period_line(each) for each in found.periods]
    if not found.periods:
        lines.append(f"No person's account that was known could read or change this {days}.")
    for begins, ends in found.unknown:
        until = f" until {_of(ends)}" if ends else " on"
        lines.append(f"From {_of(begins)}{until} it is not known who could.")
    lines += [f"Broad: {name} could {right} this for a time." for right, name in found.broad]
    if found.services:
        lines.append(f"System accounts that could read it: {', '.join(found.services)}")
    return [*lines, *found.statement, *_seen_lines(found)]


def _seen_lines(found: Between) -> list[str]:
    lines = []
    for by, what in (("scan", "Scans"), ("refresh", "Refreshes of accounts")):
        seen = [_at(each.at) for each in found.seen if each.by == by]
        if len(seen) > _OFTEN:
            seen = [seen[0], f"{len(seen) - 2} more", seen[-1]]
        if seen:
            lines.append(f"{what} that tell of this time: {', '.join(seen)}.")
    return [
        *lines[:-1],
        f"{lines[-1]} What came and went between two of them was not seen. Administrators could in"
        " any case.",
    ]


def _period_line(period: Period) -> str:
    grant = period.grant
    ends = f" until {_of(period.ends)}" if period.ends else ""
    doubt = " (first seen after these days; it may have begun in them)" if period.only_after else ""
    return (
        f"{grant.person} ({grant.kind}) could {grant.right} from {_of(period.begins)}{ends}"
        f"{doubt}: {' → '.join(grant.steps)}"
    )


def _of(moment: Moment) -> str:
    return f"the {moment.by} of {_at(moment.at)}"


def _at(moment: str) -> str:
    """Return a time of the catalogue as this place's clocks showed it."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
