"""The directory snapshot: who there is and who is a member of what, ready to be asked in bulk.

A set of users is one integer with a bit per user, so that a question about ten thousand people
is one operation on a thousand bytes, not ten thousand look-ups.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NewType

from connectors.base import Accounts, Principal, PrincipalKind, Privilege
from scanner.access.nt.sids import AUTHENTICATED, EVERYONE, NETWORK, OF_ALL, USERS, is_guest
from scanner.access.posix import SUPERUSER

UserSet = NewType("UserSet", int)
"""Bit n stands for the n-th user of the directory."""

NOBODY = UserSet(0)
_FEW = 16  # below one in so many, looking for the bits that are set is faster than at each (timed)
_SUPERUSER = f"uid:{SUPERUSER}"


@dataclass(frozen=True, slots=True, eq=False)
class Directory:
    """Users and groups of one authority at one moment, by identifier.

    ``places`` holds the number of each user's bit, ``direct`` the users a group names itself,
    ``nested`` the groups it names, ``members`` all users it has in the end, disabled ones too.
    Among its groups are those that Windows gives to whoever comes over the network. ``everyone``
    and ``services`` leave out disabled accounts and the superuser, whom no permission holds back.
    Of groups that are ``partly_known`` not all members are told, themselves or in groups within.
    ``privileges`` and ``recorded`` are as in ``Accounts``.
    """

    authority: str
    users: tuple[Principal, ...]
    places: Mapping[str, int]
    direct: Mapping[str, UserSet]
    nested: Mapping[str, tuple[str, ...]]
    members: Mapping[str, UserSet]
    group_names: Mapping[str, str]
    everyone: UserSet
    services: UserSet
    disabled: UserSet
    administrator_groups: tuple[str, ...]
    partly_known: frozenset[str]
    privileges: tuple[tuple[Privilege, str], ...] = ()
    recorded: str = ""

    @property
    def people(self) -> UserSet:
        """Everyone who is or may be a person: staff, guests, unknown accounts and so on."""
        return UserSet(self.everyone & ~self.services)

    def user(self, identifier: str) -> UserSet:
        """Return the user of this identifier alone; nobody if there is none."""
        place = self.places.get(identifier)
        return NOBODY if place is None else UserSet(1 << place)

    def holders(self, identifier: str) -> UserSet:
        """Return the user of this identifier, or all members of this group; else nobody."""
        return self.user(identifier) or self.members.get(identifier, NOBODY)

    def is_group(self, identifier: str) -> bool:
        """Return whether a group of this identifier is known, with members or without."""
        return identifier in self.members or identifier in self.group_names


def directory(accounts: Accounts) -> Directory:
    """Return accounts as a directory."""
    groups = [each for each in accounts.principals if each.kind is PrincipalKind.GROUP]
    users = tuple(each for each in accounts.principals if each.kind is not PrincipalKind.GROUP)
    places = {user.identifier: place for place, user in enumerate(users)}
    names = {group.identifier: group.name for group in groups}
    direct, nested = _named_members(accounts, names, places)
    everyone = _those(users, lambda user: user.identifier != _SUPERUSER)
    guests = _those(users, lambda user: is_guest(user.identifier))
    direct |= {
        EVERYONE: everyone,
        NETWORK: everyone,
        AUTHENTICATED: UserSet(everyone & ~guests),
    }
    if USERS not in names and USERS not in direct and USERS not in nested:
        nested[USERS] = (AUTHENTICATED,)  # as Windows has it unless it was changed
    services = _those(users, lambda user: user.kind is PrincipalKind.SERVICE)
    disabled = _those(users, lambda user: user.enabled is False)
    return Directory(
        authority=accounts.authority,
        users=users,
        places=places,
        direct=direct,
        nested=nested,
        members=_closed(direct, nested),
        group_names=names,
        everyone=UserSet(everyone & ~disabled),
        services=UserSet(services & everyone & ~disabled),
        disabled=UserSet(disabled & everyone),
        administrator_groups=accounts.administrator_groups,
        partly_known=_partly_known(accounts, nested),
        privileges=accounts.privileges,
        recorded=accounts.recorded,
    )


def in_set(users: UserSet, known: Directory) -> Iterator[Principal]:
    """Yield the users of a set, in the directory's order."""
    if users.bit_count() * _FEW > len(known.users):
        for user, bit in zip(known.users, reversed(f"{users:b}"), strict=False):
            if bit == "1":
                yield user
        return
    remaining: int = users
    while remaining:
        lowest = remaining & -remaining
        yield known.users[lowest.bit_length() - 1]
        remaining ^= lowest


def union(sets: Iterable[int]) -> UserSet:
    """Return all users of all sets."""
    total = 0
    for users in sets:
        total |= users
    return UserSet(total)


def chains(group: str, known: Directory) -> Iterator[tuple[UserSet, tuple[str, ...]]]:
    """Yield the members of a group by the groups between, each once, by a shortest chain.

    A chain starts with ``group`` and ends with the group that names those users itself.
    """
    reached = 0
    seen = {group}
    queue: list[tuple[str, ...]] = [(group,)]
    for chain in queue:  # grows while it is walked: nearest groups first
        here = known.direct.get(chain[-1], NOBODY) & ~reached
        if here:
            reached |= here
            yield UserSet(here), chain
        inner = [each for each in known.nested.get(chain[-1], ()) if each not in seen]
        seen.update(inner)
        queue.extend((*chain, each) for each in inner)


def _those(users: tuple[Principal, ...], are: Callable[[Principal], bool]) -> UserSet:
    """Return the users of whom something is true."""
    return UserSet(int("0" + "".join("1" if are(user) else "0" for user in reversed(users)), 2))


def _named_members(
    accounts: Accounts, names: Mapping[str, str], places: Mapping[str, int]
) -> tuple[dict[str, UserSet], dict[str, tuple[str, ...]]]:
    """Return the users and the groups that each group names; accounts not known are left out."""
    named: dict[str, bytearray] = {}
    nested: dict[str, list[str]] = {}
    size = max(places.values(), default=0) // 8 + 1
    for group, member in accounts.memberships:
        place = places.get(member)
        if place is None:
            if (member in names or member in OF_ALL) and member != group:
                nested.setdefault(group, []).append(member)
            continue
        # A byte array takes a million members in one pass; integers would be copied each time.
        held = named.setdefault(group, bytearray(size))
        held[place // 8] |= 1 << place % 8
    direct = {group: UserSet(int.from_bytes(held, "little")) for group, held in named.items()}
    return direct, {group: tuple(dict.fromkeys(inner)) for group, inner in nested.items()}


def _closed(
    direct: Mapping[str, UserSet], nested: Mapping[str, tuple[str, ...]]
) -> dict[str, UserSet]:
    """Return all members of each group, those of groups within groups too. Loops are no trouble."""
    members = dict(direct)
    order = _inner_first(nested)
    changed = True
    while changed:  # once, and once more to see that nothing changes, unless groups form a loop
        changed = False
        for group in order:
            before = members.get(group, NOBODY)
            total = union((before, *(members.get(each, 0) for each in nested[group])))
            if total != before:
                members[group] = total
                changed = True
    return members


def _partly_known(accounts: Accounts, nested: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the groups that have, within others too, members whom the source does not tell."""
    partly = {*accounts.untold, *(() if accounts.complete and not accounts.others else OF_ALL)}
    if not partly:
        return frozenset()
    around: dict[str, list[str]] = {}
    for group, inner in nested.items():
        for each in inner:
            around.setdefault(each, []).append(group)
    waiting = list(partly)
    while waiting:
        found = [each for each in around.get(waiting.pop(), ()) if each not in partly]
        partly.update(found)
        waiting += found
    return frozenset(partly)


def _inner_first(nested: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the groups that name groups, each after those it names, loops apart."""
    order: list[str] = []
    seen: set[str] = set()
    for start in nested:
        stack = [(start, False)]
        while stack:
            group, inner_done = stack.pop()
            if inner_done:
                order.append(group)
            elif group not in seen and group in nested:
                seen.add(group)
                stack.append((group, True))
                stack.extend((each, False) for each in nested[group])
    return order
