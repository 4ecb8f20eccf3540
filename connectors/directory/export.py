"""A domain's users and groups from an export to a file, where LDAP may not be asked.

What would make answers smaller without a word is refused: an export without the domain itself,
without an attribute that decides or without many that its groups name, and one that is too old.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from connectors.base import Accounts, DirectoryUnread
from connectors.directory import csvde, ldif
from connectors.directory.accounts import Domain, accounts_of, trusted
from connectors.directory.link import Found
from connectors.directory.objects import MEMBER, key_of, sid_of

OLDEST = timedelta(days=7)  # ours: people leave and move every week
_DECIDE = frozenset(
    {
        "objectClass",
        "sAMAccountName",
        "groupType",
        "primaryGroupID",
        "userAccountControl",
        "accountExpires",
        "member",
    }
)
_MOST_UNRECORDED = 0.01  # ours, of those named: a few that who exports may not see
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_export(path: Path, now: datetime) -> Accounts:
    """Return all users and groups in an export: CSV where it is called so, else LDIF.

    Raises DirectoryUnread.
    """
    is_csv = path.suffix.lower() == ".csv"
    name, records = ("CSV of csvde", csvde.records) if is_csv else ("LDIF", ldif.records)
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if now - made > OLDEST:
            raise DirectoryUnread(f"the export is of {made:%d %B %Y}: make a new one")
        with path.open("rb") as start:
            encoding = "utf-16" if start.read(2) in _UTF_16 else "utf-8-sig"
        with path.open(encoding=encoding, newline="") as lines:
            found = list(records(lines))
    except OSError as error:
        raise DirectoryUnread("the export cannot be read") from error
    except UnicodeDecodeError as error:
        raise DirectoryUnread("the export is neither UTF-8 nor Unicode: make it with -u") from error
    except ValueError as error:
        raise DirectoryUnread(f"the export is no {name}, or was cut short") from error
    lacking = _DECIDE - {name.partition(";")[0] for each in found for name in each.attributes}
    if lacking:
        raise DirectoryUnread(f"the export lacks {', '.join(sorted(lacking))}")
    try:
        unrecorded = _unrecorded(found)
        accounts = accounts_of(_domain(found), found, now)
    except (ValueError, LookupError) as error:
        raise DirectoryUnread("the export cannot be understood") from error
    return replace(accounts, whole=()) if unrecorded else accounts


def _unrecorded(found: Iterable[Found]) -> int:
    """Return how many that groups and members name have no record. Raises DirectoryUnread if many.

    So an export shows that it was cut between two records. Of other domains, below this one or
    not, none is expected; of few, the groups that name them are not told whole.
    """
    base = f",{key_of(_itself(found).dn)}"
    recorded = {key_of(each.dn) for each in found}
    named = {
        key_of(value.decode())
        for each in found
        for name, values in each.attributes.items()
        if name == "memberOf" or name.partition(";")[0] == MEMBER
        for value in values
    }
    here = {dn for dn in named if dn.endswith(base) and "dc=" not in dn.removesuffix(base)}
    lacking = len(here - recorded)
    if lacking > _MOST_UNRECORDED * len(here):
        raise DirectoryUnread(
            f"the export has no record of {lacking:,} of the {len(here):,} accounts and groups that"
            " memberships in it name: it was cut short, or who made it may not see them"
        )
    return lacking


def _itself(found: Iterable[Found]) -> Found:
    """Return the domain itself, which is one of its objects. Raises DirectoryUnread."""
    for each in found:
        classes = {value.lower() for value in each.attributes.get("objectClass", ())}
        if b"domaindns" in classes and each.attributes.get("objectSid"):
            return each
    raise DirectoryUnread("the export does not hold the domain itself")


def _domain(found: Iterable[Found]) -> Domain:
    """Return the domain of an export. Raises DirectoryUnread."""
    of_trusts: set[str] = set()
    for each in found:
        classes = {value.lower() for value in each.attributes.get("objectClass", ())}
        if b"trusteddomain" in classes:
            of_trusts.update(trusted(each.attributes))
    domain = _itself(found)
    label = domain.dn.partition("=")[2].partition(",")[0].upper()
    return Domain(sid_of(domain.attributes["objectSid"][0]), label, tuple(sorted(of_trusts)))
