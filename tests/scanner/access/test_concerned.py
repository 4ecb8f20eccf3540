"""Answers that a change of memberships is said not to concern are the same, asked anew."""

from __future__ import annotations

import random
from dataclasses import replace

from connectors.base import Accounts, DescriptorKind, Principal, PrincipalKind, SecurityDescriptor
from scanner.access.concerned import groups_concerned
from scanner.access.directory import directory
from scanner.access.reach import reach
from tests.scanner.access.nt.small_office import SIDS, office_accounts
from tests.servers.descriptors import ALLOW, DENY, AceBytes, encode

_OFFICE = office_accounts()
_USERS = tuple(f"S-1-5-21-10-20-30-{rid}" for rid in range(2000, 2012))
_GROUPS = tuple(f"S-1-5-21-10-20-30-{rid}" for rid in range(3000, 3012))
_EVERYWHERE = ("S-1-1-0", "S-1-5-11", "S-1-5-32-545", "S-1-3-4")


def _accounts(chance: random.Random) -> Accounts:
    """Return users in groups, groups in groups and loops of them."""
    members = (*_USERS, *_GROUPS)
    pairs = {(chance.choice(_GROUPS), chance.choice(members)) for _ in range(16)}
    kinds = ((_USERS, PrincipalKind.STAFF), (_GROUPS, PrincipalKind.GROUP))
    return Accounts(
        "OFFICE",
        tuple(Principal("OFFICE", sid, kind, sid[-4:]) for sids, kind in kinds for sid in sids),
        tuple(sorted(pairs)),
        untold=(chance.choice(_GROUPS),),
    )


def _descriptor(chance: random.Random) -> tuple[SecurityDescriptor, frozenset[str]]:
    sids = [chance.choice((*_USERS, *_GROUPS, *_EVERYWHERE)) for _ in range(3)]
    aces = [AceBytes(chance.choice((ALLOW, ALLOW, DENY)), 0, 0x1F01FF, sid) for sid in sids]
    owner = chance.choice(_GROUPS)
    return SecurityDescriptor(DescriptorKind.NT, encode(owner, "", aces)), frozenset((owner, *sids))


def test_what_is_not_concerned_stays_the_same() -> None:
    stood = changed = 0
    for seed in range(40):
        chance = random.Random(seed)
        before = _accounts(chance)
        gone = set(chance.sample(before.memberships, 2))
        new = (chance.choice(_GROUPS), chance.choice((*_USERS, *_GROUPS)))
        now = replace(before, memberships=tuple(sorted({*before.memberships, new} - gone)))
        groups = groups_concerned(before, now)
        assert groups is not None
        told, anew = directory(before), directory(now)
        for _ in range(60):
            own, named = _descriptor(chance)
            was, is_now = (reach(b"", own, known, share=own) for known in (told, anew))
            changed += was != is_now
            if groups.isdisjoint(named):
                stood += 1
                assert was == is_now, seed
    assert min(stood, changed) > 200, "the trials spare some and change some"


def test_a_change_of_accounts_or_of_who_stands_past_permissions_concerns_all() -> None:
    one, *others = _OFFICE.principals
    gone = replace(_OFFICE, principals=tuple(others))
    disabled = replace(_OFFICE, principals=(replace(one, enabled=False), *others))
    heads = (("S-1-5-32-544", SIDS["payroll"]),)
    led = replace(_OFFICE, memberships=(*_OFFICE.memberships, *heads))
    through = replace(led, memberships=(*led.memberships, (SIDS["payroll"], SIDS["bob"])))
    for before, now in ((_OFFICE, gone), (_OFFICE, disabled), (_OFFICE, led), (led, through)):
        assert groups_concerned(before, now) is None
    assert groups_concerned(_OFFICE, _OFFICE) == frozenset()
