"""Who can reach what was listed: accounts, then one answer per distinct access key.

Asked again when anything that guards an entry changed, or any account, group or membership did.
"""

from __future__ import annotations

from enum import Enum, auto

from connectors.accounts import read_accounts
from scanner.access.directory import directory
from scanner.access.posix import NoAcl, Posix, Tag, decode
from scanner.access.reach import reach
from scanner.catalogue import access
from scanner.catalogue.writer import Writer


class Guards(Enum):
    """Whether what guards a share's entries is the same as when its reach was last refreshed."""

    KNOWN = auto()
    CHANGED = auto()


def refresh(writer: Writer, share_id: int, share_run_id: int, guards: Guards) -> None:
    """Bring the reach of a share up to date with its descriptors and this machine's accounts."""
    if guards is Guards.CHANGED:
        access.open_access_keys(writer, share_id)
    uids, gids = _numbers(access.posix_descriptors(writer))
    accounts = read_accounts(uids, gids)
    digest = access.accounts_digest(accounts)
    stale = [key for key in access.access_keys(writer) if key.answered_for != digest]
    if not stale:
        return
    ids = access.store_accounts(writer, share_run_id, accounts)
    known = directory(accounts)
    for key in stale:
        answer = reach(key.gate, key.descriptor, known, share=key.share)
        access.store_reach(writer, share_run_id, key, answer, ids, digest)


def _numbers(raws: tuple[bytes, ...]) -> tuple[set[int], set[int]]:
    """Return the uids and gids that stand on files: NSS may know them without listing them."""
    uids: set[int] = set()
    gids: set[int] = set()
    for raw in raws:
        posix = decode(raw)
        if isinstance(posix, Posix):
            uids.add(posix.owner)
            gids.add(posix.group)
            for entry in () if isinstance(posix.acl, NoAcl) else posix.acl:
                if entry.tag is Tag.USER:
                    uids.add(entry.identifier)
                elif entry.tag is Tag.GROUP:
                    gids.add(entry.identifier)
    return uids, gids
