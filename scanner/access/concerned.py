"""Which answers a change of memberships can concern: most stand as they are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from connectors.base import Accounts
from scanner.access.nt.sids import ADMINISTRATORS, BACKUP_OPERATORS


def groups_concerned(before: Accounts, now: Accounts) -> frozenset[str] | None:
    """Return the groups in which anything changed, themselves or in a group within.

    Answers by NT permissions that name none of them stay the same. None: the accounts themselves
    changed, or who stands past permissions, and any answer may.
    """
    if replace(before, memberships=(), details=()) != replace(now, memberships=(), details=()):
        return None
    pairs = set(before.memberships), set(now.memberships)
    holding: dict[str, set[str]] = defaultdict(set)
    for group, member in pairs[0] | pairs[1]:
        holding[member].add(group)
    found = {group for group, _ in pairs[0] ^ pairs[1]}
    left = list(found)
    while left:
        new = holding[left.pop()] - found
        found |= new
        left += new
    past = {ADMINISTRATORS, BACKUP_OPERATORS, *now.administrator_groups}
    past |= {holder for _, holder in now.privileges}
    return None if found & past else frozenset(found)
