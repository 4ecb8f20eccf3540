"""``stocktake what-if``: who would lose what, and who still can; nothing is changed anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from connectors.smb.address import SmbAddress
from reports.cli.options import DATABASE, ShareName, database_path
from reports.cli.rows import FORMAT, write_rows

if TYPE_CHECKING:
    from scanner.what_if import Prediction

_COLUMNS = (
    *("effect", "person", "identifier", "authority", "principal", "right", "share", "folder"),
    *("files", "people_least", "people_most", "before", "after"),
)


@click.group("what-if")
def command() -> None:
    """Print who would lose or gain what by a change, and who still can by another grant.

    Nothing is changed anywhere: the answer is worked out of the last scan.
    """


@command.command("remove-member")
@click.argument("member")
@click.argument("group")
@DATABASE
@FORMAT
def remove_member(member: str, group: str, database: Path | None, layout: str) -> None:
    r"""Say what follows if MEMBER is no longer in GROUP.

    MEMBER is a person, or a group that GROUP names: then the nesting is broken. Each is a name,
    DOMAIN\name, SID, or uid:1000 or gid:100; a group that each server has of its own, such as
    Administrators, is that of all servers, and SERVER\name that of one.
    """
    from reports.cli.catalogue import opened
    from scanner import what_if
    from scanner.catalogue.queries.principals import principal_named

    with opened(database_path(database)) as connection:
        one, of = (principal_named(connection, each) for each in (member, group))
        found = what_if.remove_member(connection, one[0].identifier, of)
    _write(found, layout)


@command.command("remove-ace")
@click.argument("trustee")
@click.argument("path", type=ShareName())
@click.option("--of-share", is_flag=True, help="The share's own permissions, not the folder's.")
@DATABASE
@FORMAT
def remove_ace(
    trustee: str,
    path: Path | SmbAddress,
    of_share: bool,  # noqa: FBT001 - click's
    database: Path | None,
    layout: str,
) -> None:
    r"""Say what follows if the permissions of PATH no longer name TRUSTEE.

    PATH is a folder or file, also on a share (smb://server/share/folder). What is inherited from
    it below goes too; on a local disk it is as after setfacl -x. TRUSTEE is a person or group: a
    name, DOMAIN\name, SID, or uid:1000 or gid:100.
    """
    from reports.cli.asked import asked
    from reports.cli.catalogue import opened
    from scanner import what_if
    from scanner.catalogue.queries.guards import target
    from scanner.catalogue.queries.principals import trustee_named

    with opened(database_path(database)) as connection:
        at = asked(connection, path, target, "")
        who = trustee_named(connection, trustee)
        if of_share:
            found = what_if.remove_share_ace(connection, who, at.share_id)
        else:
            found = what_if.remove_ace(connection, who, at)
    _write(found, layout)


def _write(found: Prediction, layout: str) -> None:
    if layout == "text":
        from reports.what_if import lines

        for line in lines(found):
            click.echo(line)
    else:
        write_rows(layout, _COLUMNS, _rows(found))


def _rows(found: Prediction) -> Iterator[dict[str, object]]:
    for each in found.consequences:
        yield {
            "effect": each.effect.value,
            "person": each.principal.name or each.principal.identifier,
            "identifier": each.principal.identifier,
            "authority": each.principal.authority,
            "principal": each.principal.kind.value,
            "right": each.right,
            "share": each.share,
            "folder": each.folder,
            "files": each.files,
            "people_least": each.people[0],
            "people_most": each.people[1],
            "before": list(each.before),
            "after": list(each.after),
        }
