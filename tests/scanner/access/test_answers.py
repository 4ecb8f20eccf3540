"""Ways and grants, and everyone in words."""

from __future__ import annotations

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.access.answers import Grant, Right, Way, everyone_but, grants, narrowed
from scanner.access.directory import UserSet, directory

_PEOPLE = tuple(
    Principal("host", f"uid:{1001 + place}", PrincipalKind.STAFF, name)
    for place, name in enumerate(("ann", "bob", "cat", "dan"))
)
_KNOWN = directory(Accounts("host", _PEOPLE, ()))
_ANN, _BOB = UserSet(1), UserSet(2)


def test_a_way_is_narrowed_to_those_who_pass_and_grows_by_the_step() -> None:
    before = (Way(UserSet(_ANN | _BOB), ("in",)),)
    assert list(narrowed(before, _BOB, "up")) == [Way(_BOB, ("in", "up"))]
    assert list(narrowed(before, UserSet(4), "up")) == []


def test_the_same_step_twice_is_said_once() -> None:
    assert list(narrowed((Way(_ANN, ("in",)),), _ANN, "in")) == [Way(_ANN, ("in",))]


def test_grants_are_for_those_who_are_asked_about() -> None:
    ways = (Way(UserSet(_ANN | _BOB), ("in",)),)
    assert list(grants(ways, Right.READ, _BOB, _KNOWN)) == [Grant(_PEOPLE[1], Right.READ, ("in",))]


def test_everyone_names_three_who_are_left_out_and_counts_more() -> None:
    assert everyone_but(UserSet(0), _KNOWN) == "everyone with an account"
    assert everyone_but(UserSet(3), _KNOWN) == "everyone with an account but ann, bob"
    assert everyone_but(UserSet(15), _KNOWN) == "everyone with an account but 4 people"
