"""A domain's users and groups from an export to a file, where LDAP may not be asked.

The file is LDIF, as ``ldifde`` writes it on Windows and ``ldapsearch`` elsewhere. What would make
answers smaller without a word is refused: an export without the domain itself, or without an
attribute that decides, and one that is too old.

Source  RFC 2849; Windows Server documentation, "ldifde"; read 2026-11-26.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

from connectors.base import Accounts, DirectoryUnread
from connectors.directory.accounts import Domain, accounts_of, trusted
from connectors.directory.link import Found
from connectors.directory.objects import sid_of

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
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_export(path: Path, now: datetime) -> Accounts:
    """Return all users and groups in an export. Raises DirectoryUnread."""
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        with path.open("rb") as start:
            encoding = "utf-16" if start.read(2) in _UTF_16 else "utf-8-sig"
        with path.open(encoding=encoding) as lines:
            found = list(records(lines))
    except OSError as error:
        raise DirectoryUnread("the export cannot be read") from error
    except ValueError as error:
        raise DirectoryUnread("the export is no LDIF") from error
    if now - made > OLDEST:
        raise DirectoryUnread(f"the export is of {made:%d %B %Y}: make a new one")
    lacking = _DECIDE - {name.partition(";")[0] for each in found for name in each.attributes}
    if lacking:
        raise DirectoryUnread(f"the export lacks {', '.join(sorted(lacking))}")
    try:
        return accounts_of(_domain(found), found, now)
    except (ValueError, LookupError) as error:
        raise DirectoryUnread("the export cannot be understood") from error


def records(lines: Iterable[str]) -> Iterator[Found]:
    """Yield the objects of LDIF; what has no name, such as a referral, is left out.

    Raises ValueError for what is no LDIF.

    >>> next(records(["dn: CN=Ann", "mail:: YW5uQA==", "cn: An", " n"])).attributes["cn"]
    [b'Ann']
    """
    attributes: dict[str, list[bytes]] = {}
    for line in chain(_unfolded(lines), ("",)):
        if line:
            name, value = _attribute(line)
            attributes.setdefault(name, []).append(value)
            continue
        dn = attributes.pop("dn", None)
        if dn is not None:
            yield Found(dn[0].decode(), attributes)
        attributes = {}


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """Yield whole lines, with comments left out and an empty one between objects."""
    whole: str | None = None
    for each in lines:
        line = each.rstrip("\r\n")
        if line.startswith(" ") and whole is not None:
            whole += line[1:]
            continue
        if whole is not None and not whole.startswith("#"):
            yield whole
        whole = line
    if whole is not None and not whole.startswith("#"):
        yield whole


def _attribute(line: str) -> tuple[str, bytes]:
    name, colon, value = line.partition(":")
    if not colon or not name:
        raise ValueError("a line without a name")
    if value.startswith("<"):
        raise ValueError("a value that lies elsewhere: nothing is fetched")
    if not value.startswith(":"):
        return name, value.removeprefix(" ").encode()
    try:
        return name, base64.b64decode(value[1:].strip(), validate=True)
    except binascii.Error as error:
        raise ValueError("a value that is no base64") from error


def _domain(found: Iterable[Found]) -> Domain:
    """Return the domain itself, which is one of its objects. Raises DirectoryUnread."""
    of_trusts: set[str] = set()
    domain: Found | None = None
    for each in found:
        classes = {value.lower() for value in each.attributes.get("objectClass", ())}
        if b"domaindns" in classes and each.attributes.get("objectSid"):
            domain = each
        elif b"trusteddomain" in classes:
            of_trusts.update(trusted(each.attributes))
    if domain is None:
        raise DirectoryUnread("the export does not hold the domain itself")
    label = domain.dn.partition("=")[2].partition(",")[0].upper()
    return Domain(sid_of(domain.attributes["objectSid"][0]), label, tuple(sorted(of_trusts)))
