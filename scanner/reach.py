"""Who can reach what was listed: accounts, then one answer per distinct access key.

Asked again when anything that guards an entry changed, or any account, group or membership did;
where memberships alone did, of what names a group that it concerns.
The accounts are those the share's permissions are about: this machine's, or a server's with those
of its domain.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto

from connectors.base import (
    Accounts,
    DescriptorKind,
    DirectoryUnread,
    SecurityDescriptor,
    ShareUnreachable,
)
from scanner.access.concerned import groups_concerned
from scanner.access.directory import directory
from scanner.access.nt import descriptor as nt
from scanner.access.nt.sids import identifier
from scanner.access.posix import NoAcl, Posix, Tag, decode
from scanner.access.reach import reach
from scanner.catalogue import access
from scanner.catalogue.directories import Kept, directory_of, keep_directory
from scanner.catalogue.writer import Writer
from scanner.domain import Source

SERVER_UNASKED = "The server could not be asked who has accounts"
_Named = Mapping[SecurityDescriptor | None, frozenset[str]]
_NOT_YET = "{why}: who can reach this is not known yet."


class Guards(Enum):
    """Whether what guards a share's entries is the same as when its reach was last refreshed."""

    KNOWN = auto()
    CHANGED = auto()


def refresh(
    writer: Writer, source: Source, share_id: int, share_run_id: int, guards: Guards
) -> str | None:
    """Bring the reach of a share up to date with its descriptors and their accounts.

    Where the accounts cannot be had now, what was known before stays, each answer says so, and
    the reason is returned.
    """
    if guards is Guards.CHANGED:
        access.open_access_keys(writer, share_id, share_run_id)
    keys = access.access_keys(writer, share_id)
    named = _named(keys)
    before = directory_of(writer, share_id)
    try:
        accounts = source.accounts(sorted(_own(before).union(*named.values())))
    except ShareUnreachable:
        return _left(writer, share_run_id, keys, SERVER_UNASKED)
    except DirectoryUnread as error:
        return _left(
            writer, share_run_id, keys, f"The directory of the domain could not be read ({error})"
        )
    digest = access.accounts_digest(accounts)
    keep_directory(writer, share_id, digest, accounts)
    stale = [key for key in keys if key.answered_for != digest]
    ids = access.store_accounts(writer, share_run_id, accounts) if stale else {}
    access.store_details(writer, accounts)
    access.store_removed(writer, share_run_id, accounts)
    if not stale:
        return None
    known = directory(accounts)
    standing = _standing(stale, before, accounts, named)
    for key in stale:
        if key.id in standing:
            access.let_stand(writer, key, digest)
            continue
        answer = reach(key.gate, key.descriptor, known, share=key.share)
        access.store_reach(writer, share_run_id, key, answer, ids, digest, accounts.asker)
    return None


def _own(before: Kept | None) -> frozenset[str]:
    """Return whom a source told of its own before: it is asked whether they are there still.

    A name service may list no account of a domain, and tell only of whom it is asked.
    """
    if before is None:
        return frozenset()
    told = before.accounts
    return frozenset(
        each.identifier for each in told.principals if each.authority == told.authority
    )


def _standing(
    keys: Iterable[access.AccessKey], before: Kept | None, accounts: Accounts, named: _Named
) -> frozenset[int]:
    """Return the keys whose answers a change of memberships cannot concern."""
    groups = None if before is None else groups_concerned(before.accounts, accounts)
    if before is None or groups is None:
        return frozenset()
    return frozenset(
        key.id
        for key in keys
        if key.answered_for == before.digest
        and key.descriptor.kind is DescriptorKind.NT
        and groups.isdisjoint(named[key.descriptor].union(named.get(key.share, ())))
    )


def keep(writer: Writer, share_id: int, share_run_id: int, why: str) -> None:
    """Let answers stand as they were, each saying so; of what is new, that they are not known."""
    access.open_access_keys(writer, share_id, share_run_id)
    keep_known(writer, share_id, share_run_id, why)


def keep_known(writer: Writer, share_id: int, share_run_id: int, why: str) -> None:
    """Let answers stand as they were, each saying so, where nothing new was seen."""
    _left(writer, share_run_id, access.access_keys(writer, share_id), why)


def _left(writer: Writer, share_run_id: int, keys: Iterable[access.AccessKey], why: str) -> str:
    for key in keys:
        if key.answered_for:
            access.keep_answer(writer, share_run_id, key, why)
        else:
            access.leave_unanswered(writer, share_run_id, key, _NOT_YET.format(why=why))
    return why


def _named(keys: Iterable[access.AccessKey]) -> _Named:
    """Return whom each descriptor names: their source may know them without listing them."""
    distinct = {key.descriptor for key in keys} | {key.share for key in keys if key.share}
    return {descriptor: frozenset(_named_in(descriptor)) for descriptor in distinct}


def _named_in(descriptor: SecurityDescriptor) -> Iterator[str]:
    match descriptor.kind:
        case DescriptorKind.POSIX:
            yield from _named_in_posix(descriptor.raw)
        case DescriptorKind.NT:
            yield from _named_in_nt(descriptor.raw)
        case DescriptorKind.SHAREPOINT:
            return  # an export tells of everybody whom it names


def _named_in_posix(raw: bytes) -> Iterator[str]:
    posix = decode(raw)
    if not isinstance(posix, Posix):
        return
    yield f"uid:{posix.owner}"
    yield f"gid:{posix.group}"
    for entry in () if isinstance(posix.acl, NoAcl) else posix.acl:
        if entry.tag is Tag.USER:
            yield f"uid:{entry.identifier}"
        elif entry.tag is Tag.GROUP:
            yield f"gid:{entry.identifier}"


def _named_in_nt(raw: bytes) -> Iterator[str]:
    try:
        found = nt.decode(raw)
    except ValueError:  # its answer says that it is damaged
        return
    aces = () if isinstance(found.dacl, nt.NoDacl) else found.dacl
    for sid in (found.owner, *(ace.sid for ace in aces)):
        if sid:
            yield identifier(sid)
