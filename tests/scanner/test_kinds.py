"""Whose accounts they are, by the groups and organisational units that the settings name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from connectors.base import Detail, Principal, PrincipalKind
from scanner.kinds import Unmet, with_kinds
from scanner.settings.shape import NamedPeople
from tests.scanner.access.nt.small_office import SIDS, office_accounts

_CAT, _PC = "S-1-5-21-10-20-30-1200", "S-1-5-21-10-20-30-1201"
_ACCOUNTS = replace(
    office_accounts(
        Principal("OFFICE", _CAT, PrincipalKind.UNKNOWN, r"OFFICE\cat"),
        Principal("OFFICE", _PC, PrincipalKind.SERVICE, r"OFFICE\PC1$"),
    ),
    details=(
        (_CAT, Detail(unit=("Council", "Housing", "Contractors"))),
        (_PC, Detail(unit=("Council", "Housing"))),
        (SIDS["bob"], Detail(unit=("Council",))),
    ),
)


def _kinds(*people: NamedPeople) -> dict[str, str]:
    told = with_kinds(_ACCOUNTS, people, Unmet(people))
    names = {SIDS["ann"]: "ann", SIDS["bob"]: "bob", _CAT: "cat", _PC: "pc"}
    return {
        names[each.identifier]: each.kind.value
        for each in told.principals
        if each.identifier in names
    }


_SUPPLIER = PrincipalKind.SUPPLIER


@pytest.mark.parametrize(
    ("people", "are"),
    [
        ({"groups": ("finance",)}, {"ann"}),  # through payroll, which is in it
        ({"groups": ("OFFICE\\Payroll",)}, set()),  # named with a domain that it has not here
        ({"groups": ("PAYROLL",)}, {"ann"}),
        ({"groups": (SIDS["payroll"].lower(),)}, {"ann"}),
        ({"units": ("contractors",)}, {"cat"}),
        ({"units": ("Housing/Contractors",)}, {"cat"}),
        ({"units": ("Council/Contractors",)}, set()),  # not one right in the other
        ({"units": ("Council",)}, {"cat", "bob"}),  # and never the machine
        ({"groups": ("nobody",), "units": ("Nowhere",)}, set()),
    ],
)
def test_groups_and_units_name_their_people(
    people: dict[str, tuple[str, ...]], are: set[str]
) -> None:
    before = _kinds()
    after = _kinds(NamedPeople(kind=_SUPPLIER, **people))
    assert after == before | dict.fromkeys(are, "supplier")


def test_names_that_nobody_knows_are_told_once_accounts_were() -> None:
    people = (NamedPeople(kind=_SUPPLIER, groups=("Counsillors", "finance"), units=("Housing",)),)
    unmet = Unmet(people)
    assert not list(unmet.names)
    with_kinds(_ACCOUNTS, people, unmet)
    assert list(unmet.names) == ["Counsillors"]


def test_the_first_that_names_somebody_counts() -> None:
    member = NamedPeople(kind=PrincipalKind.MEMBER, units=("Contractors",))
    supplier = NamedPeople(kind=_SUPPLIER, units=("Council",))
    assert _kinds(member, supplier)["cat"] == "member"
    assert _kinds(supplier, member)["cat"] == "supplier"


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"kind": "member"}, "no groups and no units"),
        ({"kind": "group", "groups": ["x"]}, "says nothing"),
        ({"kind": "unknown", "groups": ["x"]}, "says nothing"),
        ({"kind": "councillor", "groups": ["x"]}, "kind"),
    ],
)
def test_what_says_nothing_is_refused(keys: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        NamedPeople.model_validate(keys)


def test_the_account_that_scans_is_a_service_unless_it_is_named() -> None:
    asked = replace(_ACCOUNTS, asker=_CAT)
    people = (NamedPeople(kind=PrincipalKind.STAFF, units=("Contractors",)),)
    for named, kind in (((), PrincipalKind.SERVICE), (people, PrincipalKind.STAFF)):
        told = with_kinds(asked, named, Unmet(named))
        others = {each for each in told.principals if each.identifier != _CAT}
        assert {each.kind for each in told.principals if each.identifier == _CAT} == {kind}
        assert others == {each for each in _ACCOUNTS.principals if each.identifier != _CAT}
