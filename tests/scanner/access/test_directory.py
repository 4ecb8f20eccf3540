"""The directory snapshot as sets of users."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.directory import Directory, UserSet, chains, directory, in_set, union

_USERS = (
    Principal("host", "uid:0", PrincipalKind.SERVICE, "root"),
    Principal("host", "uid:33", PrincipalKind.SERVICE, "www-data"),
    Principal("host", "uid:1001", PrincipalKind.STAFF, "ann"),
    Principal("host", "uid:1002", PrincipalKind.UNKNOWN, "bob"),
    Principal("host", "uid:1003", PrincipalKind.STAFF, "gone", enabled=False),
)
_GROUP = Principal("host", "gid:2001", PrincipalKind.GROUP, "finance")
_KNOWN = directory(
    Accounts("host", (*_USERS, _GROUP), (("gid:2001", "uid:1002"), ("gid:2001", "uid:9999")))
)
_DOMAIN = "S-1-5-21-10-20-30"


def _names(users: int, known: Directory = _KNOWN) -> list[str]:
    return [user.name for user in in_set(UserSet(users), known)]


def _domain(*memberships: tuple[str, str], users: str = "ab", groups: str = "FGHI") -> Directory:
    """Return users a, b… and groups F, G… of a domain, known by their names."""
    return directory(
        Accounts(
            "domain",
            (
                *(Principal("domain", user, PrincipalKind.STAFF, user) for user in users),
                *(Principal("domain", group, PrincipalKind.GROUP, group) for group in groups),
            ),
            memberships,
        )
    )


def test_people_are_all_who_are_enabled_and_no_service() -> None:
    assert _names(_KNOWN.people) == ["ann", "bob"]


def test_the_superuser_is_in_no_set_that_permissions_are_asked_for() -> None:
    assert _names(_KNOWN.everyone) == ["www-data", "ann", "bob"]
    assert _names(_KNOWN.services) == ["www-data"]


def test_disabled_accounts_are_kept_apart_and_stay_members() -> None:
    gone = directory(Accounts("host", (*_USERS, _GROUP), (("gid:2001", "uid:1003"),)))
    assert _names(gone.disabled, gone) == ["gone"]
    assert _names(gone.members["gid:2001"], gone) == ["gone"]


def test_members_without_an_account_are_left_out() -> None:
    assert _names(_KNOWN.members["gid:2001"]) == ["bob"]


def test_union_of_sets_holds_all_their_users() -> None:
    assert _names(union((_KNOWN.services, _KNOWN.members["gid:2001"]))) == ["www-data", "bob"]


def test_members_of_groups_in_groups_are_members() -> None:
    known = _domain(("F", "G"), ("G", "H"), ("H", "a"), ("G", "b"))
    assert _names(known.members["F"], known) == ["a", "b"]
    assert _names(known.members["H"], known) == ["a"]
    assert known.direct.get("F") is None


def test_groups_in_a_loop_have_the_same_members() -> None:
    known = _domain(("F", "G"), ("G", "H"), ("H", "F"), ("F", "F"), ("H", "a"), ("G", "b"))
    assert [_names(known.members[group], known) for group in "FGH"] == [["a", "b"]] * 3


def test_chains_are_shortest_and_each_member_stands_in_one() -> None:
    known = _domain(
        ("F", "G"), ("G", "H"), ("F", "H"), ("H", "F"), ("H", "a"), ("G", "b"), ("F", "b")
    )
    assert [(_names(users, known), chain) for users, chain in chains("F", known)] == [
        (["b"], ("F",)),
        (["a"], ("F", "H")),
    ]


@given(st.lists(st.tuples(st.sampled_from("FGHI"), st.sampled_from("abFGHI")), max_size=14))
def test_members_and_chains_are_what_following_each_membership_finds(
    memberships: list[tuple[str, str]],
) -> None:
    known = _domain(*memberships)
    for group in "FGHI":
        found, seen = set(), {group}
        for each in (queue := [group]):
            inner = {member for outer, member in memberships if outer == each} - seen
            found |= inner & {"a", "b"}
            seen |= inner
            queue.extend(inner - {"a", "b"})
        assert set(_names(known.members.get(group, 0), known)) == found
        by_chain = [name for users, _ in chains(group, known) for name in _names(users, known)]
        assert sorted(by_chain) == sorted(found)


def test_a_long_chain_of_groups_is_followed_to_its_end() -> None:
    groups = [f"G{number}" for number in range(3000)]
    principals = (
        Principal("domain", "ann", PrincipalKind.STAFF, "ann"),
        *(Principal("domain", group, PrincipalKind.GROUP, group) for group in groups),
    )
    memberships = (*pairwise(groups), (groups[-1], "ann"), (groups[-1], "G0"))
    known = directory(Accounts("domain", principals, memberships))
    assert _names(known.members["G0"], known) == ["ann"]


def test_a_group_of_a_hundred_thousand_is_one_set() -> None:
    number = 100_000
    people = tuple(
        Principal("domain", f"{_DOMAIN}-{n}", PrincipalKind.STAFF, "") for n in range(number)
    )
    group = Principal("domain", f"{_DOMAIN}-all", PrincipalKind.GROUP, "All")
    memberships = tuple((group.identifier, each.identifier) for each in people)
    known = directory(Accounts("domain", (*people, group), memberships))
    assert known.members[group.identifier].bit_count() == number


def test_sets_of_few_and_of_many_are_listed_in_the_directorys_order() -> None:
    names = "".join(chr(place) for place in range(0x4E00, 0x4E00 + 100))
    known = _domain(*(("F", name) for name in names[3::40]), users=names)
    assert _names(known.members["F"], known) == list(names[3::40])
    assert _names(known.everyone, known) == list(names)


def test_an_account_that_is_listed_twice_is_one_member() -> None:
    known = _domain(("F", "a"), ("F", "b"), users="aba")
    assert set(_names(known.members["F"], known)) == {"a", "b"}


def test_everyone_who_comes_over_the_network_is_in_the_groups_windows_gives_them() -> None:
    guest = Principal("domain", f"{_DOMAIN}-501", PrincipalKind.GUEST, "Guest")
    ann = Principal("domain", f"{_DOMAIN}-1101", PrincipalKind.STAFF, "ann")
    known = directory(Accounts("domain", (guest, ann), ()))
    held = {sid: _names(known.holders(sid), known) for sid in ("S-1-1-0", "S-1-5-2")}
    assert held == {"S-1-1-0": ["Guest", "ann"], "S-1-5-2": ["Guest", "ann"]}
    assert _names(known.holders("S-1-5-11"), known) == ["ann"]
    assert _names(known.holders("S-1-5-32-545"), known) == ["ann"]  # until it is known who is in it
    assert _names(known.holders("S-1-5-4"), known) == []


def test_the_servers_users_are_those_it_names_where_it_names_them() -> None:
    users = Principal("domain", "S-1-5-32-545", PrincipalKind.GROUP, "Users")
    ann = Principal("domain", f"{_DOMAIN}-1101", PrincipalKind.STAFF, "ann")
    known = directory(Accounts("domain", (users, ann), ()))
    assert _names(known.holders("S-1-5-32-545"), known) == []


def test_the_servers_users_may_name_everyone_who_logs_on() -> None:
    users = Principal("domain", "S-1-5-32-545", PrincipalKind.GROUP, "Users")
    ann = Principal("domain", f"{_DOMAIN}-1101", PrincipalKind.STAFF, "ann")
    named = ((users.identifier, "S-1-5-11"), (users.identifier, "S-1-5-4"))
    known = directory(Accounts("domain", (users, ann), named))
    assert _names(known.holders(users.identifier), known) == ["ann"]


def test_a_group_that_holds_one_whose_members_are_not_told_is_partly_known() -> None:
    groups = ("outer", "inner", "loop", "beside")
    principals = tuple(Principal("server", each, PrincipalKind.GROUP, each) for each in groups)
    memberships = (("outer", "loop"), ("loop", "outer"), ("loop", "inner"), ("beside", "S-1-1-0"))
    accounts = Accounts("server", principals, memberships, untold=("inner",))
    assert directory(accounts).partly_known == {"outer", "inner", "loop"}
    assert directory(Accounts("server", principals, memberships)).partly_known == frozenset()


def test_where_not_all_accounts_are_told_nor_are_the_groups_of_all() -> None:
    group = Principal("server", "beside", PrincipalKind.GROUP, "beside")
    accounts = Accounts("server", (group,), (("beside", "S-1-1-0"),))
    for lacking in (
        replace(accounts, complete=False),
        replace(accounts, others=("S-1-5-21-1-2-3",)),
    ):
        known = directory(lacking).partly_known
        assert {"beside", "S-1-1-0", "S-1-5-11", "S-1-5-2", "S-1-5-32-545"} <= known
    assert not directory(accounts).partly_known
