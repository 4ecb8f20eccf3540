"""The rules one by one, and all of them against a plain evaluator that takes one user at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.access.directory import in_set
from scanner.access.nt.descriptor import Ace, Effect, NoDacl, NtDescriptor
from scanner.access.nt.evaluate import (
    FileRight,
    Guards,
    Server,
    effective,
    granted,
    grounds,
    mapped,
    undecided,
)
from tests.scanner.access.nt.small_office import SIDS, Vector, nt, office, vectors

_KNOWN = office()
_TOKENS = {
    "ann": {SIDS["ann"], SIDS["payroll"], SIDS["finance"], "S-1-1-0", "S-1-5-11", "S-1-5-2"},
    "bob": {SIDS["bob"], "S-1-1-0", "S-1-5-11", "S-1-5-2"},
}
_SIDS = (*SIDS.values(), "S-1-1-0", "S-1-5-11", "S-1-5-2", "S-1-5-4", "S-1-3-0", "S-1-3-4")
_ACES = st.builds(
    Ace,
    st.sampled_from((0, 1)),
    st.sampled_from((0, 0, 0x0B, 0x10)),
    st.sampled_from((0x1, 0x2, 0x10000, 0x40000, 0x1F01FF, 0x80000000, 0x10000000, 0x1200A9)),
    st.sampled_from(_SIDS),
)


@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector.rule)
def test_vector(vector: Vector) -> None:
    guards = Guards(
        nt(vector.own),
        nt(vector.folder) if vector.folder else None,
        nt(vector.share) if vector.share else None,
        Server.WINDOWS if vector.mark == "derived-windows" else Server.SAMBA,
    )
    users = effective(guards, FileRight[vector.right], _KNOWN)
    allowed = vector.user in {each.name for each in in_set(users, _KNOWN)}
    assert allowed is (vector.granted == "yes")


def _one_user(descriptor: NtDescriptor, token: set[str]) -> int:
    """Return the mask that [MS-DTYP] 2.5.3.2 gives one user, as its pseudocode goes."""
    assert not isinstance(descriptor.dacl, NoDacl)
    allow = deny = 0
    speaking = [ace for ace in descriptor.dacl if not ace.flags & 0x08]
    if descriptor.owner in token and all(ace.sid != "S-1-3-4" for ace in speaking):
        allow = 0x60000
    for ace in speaking:
        sid = descriptor.owner if ace.sid == "S-1-3-4" else ace.sid
        if sid in token:
            if ace.effect is Effect.ALLOW:
                allow |= mapped(ace.mask) & ~deny
            else:
                deny |= mapped(ace.mask) & ~allow
    return allow


@given(st.sampled_from(tuple(SIDS.values())), st.lists(_ACES, max_size=6))
def test_sets_of_users_are_answered_as_each_user_alone(owner: str, aces: list[Ace]) -> None:
    descriptor = NtDescriptor(owner, "", 0, tuple(aces))
    for right in FileRight:
        users = {each.name for each in in_set(granted(descriptor, right, _KNOWN), _KNOWN)}
        assert users == {u for u, token in _TOKENS.items() if _one_user(descriptor, token) & right}


@given(st.lists(_ACES, max_size=6))
def test_nobody_stands_in_two_grounds(aces: list[Ace]) -> None:
    descriptor = NtDescriptor(SIDS["ann"], "", 0, tuple(aces))
    for right in FileRight:
        seen = 0
        for ground in grounds(descriptor, right, _KNOWN):
            assert not seen & ground.users
            seen |= ground.users


@pytest.mark.parametrize(
    ("sddl", "number"),
    [
        ("D:(XA;;FR;;;WD;(Member_of))(A;;FR;;;WD)", 1),
        ("D:(XD;;FR;;;WD;(Member_of))(OA;;FR;;;WD)(OD;;FR;;;WD)", 3),
        ("D:(A;;FR;;;S-1-5-113)", 1),  # local accounts: depends on where one logs on
        ("D:(XA;OICIIO;FR;;;WD;(Member_of))", 0),  # says nothing here
        ("D:(AU;;FR;;;S-1-5-113)", 0),
        ("D:NO_ACCESS_CONTROL", 0),
    ],
)
def test_what_is_not_decided_is_told(sddl: str, number: int) -> None:
    assert len(undecided(nt(sddl))) == number
