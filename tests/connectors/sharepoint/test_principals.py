"""Each way in which an export may name somebody, brought to one principal."""

from __future__ import annotations

import pytest

from connectors.base import PrincipalKind
from connectors.sharepoint.principals import link_of, principal_of
from connectors.sharepoint.rows import LinkScope, Who

_PLACE = ("sites", "Housing", "Rents")
_GUEST = "gus_supplier.example#ext#@council.example"
_ALL_STAFF = "c:0-.f|rolemanager|spo-grid-all-users/5c0f"


@pytest.mark.parametrize(
    ("who", "identifier", "kind"),
    [
        (Who("i:0#.f|membership|Ann@Council.Example", "Ann"), "ann@council.example", "unknown"),
        (Who("ann@council.example"), "ann@council.example", "unknown"),
        (
            Who("", "Ann", "ANN@council.example", "Member internal"),
            "ann@council.example",
            "unknown",
        ),
        (Who("", "ann@council.example"), "ann@council.example", "unknown"),
        (Who("", "Ann Example"), "name:ann example", "unknown"),
        (Who("i:0#.w|COUNCIL\\ann", "Ann"), "council\\ann", "unknown"),
        (Who(f"i:0#.f|membership|{_GUEST}", "Gus"), _GUEST, "guest"),
        (Who("", "Gus", "gus@supplier.example", "Guest"), "gus@supplier.example", "guest"),
        (Who("i:0i.t|00000003|app@sharepoint", "SharePoint App"), "app@sharepoint", "service"),
        (Who("SHAREPOINT\\system", "System Account"), "sharepoint\\system", "service"),
        (Who("", "Sync", "", "application"), "name:sync", "service"),
        (Who("c:0(.s|true", "Everyone"), "everyone", "group"),
        (Who("", "Everyone"), "everyone", "group"),
        (Who(_ALL_STAFF, "Tout le monde"), "everyone-but-guests", "group"),
        (Who("", "Everyone except external users"), "everyone-but-guests", "group"),
        (Who("c:0t.c|tenant|5C0F", "Payroll"), "entra:5c0f", "group"),
        (Who("c:0o.c|federateddirectoryclaimprovider|5c0f_o"), "entra:5c0f_o", "group"),
        (
            Who("", "Payroll", "pay@council.example", "Security group"),
            "entra:pay@council.example",
            "group",
        ),
        (
            Who("", "Housing Members", "", "SharePoint group"),
            "group:/sites/housing:housing members",
            "group",
        ),
    ],
)
def test_somebody_is_known_by_what_names_nobody_else(who: Who, identifier: str, kind: str) -> None:
    found = principal_of(who, _PLACE)
    assert (found.identifier, found.kind) == (identifier, PrincipalKind(kind))


@pytest.mark.parametrize("who", [Who(), Who(" ", "\0", kind="Guest")])
def test_nobody_is_no_principal(who: Who) -> None:
    with pytest.raises(ValueError, match="nobody"):
        principal_of(who, _PLACE)


def test_groups_of_one_name_in_two_sites_are_two() -> None:
    who = Who("", "Members", "", "SharePoint group")
    one, two = (principal_of(who, ("sites", site)) for site in ("A", "B"))
    assert one.identifier != two.identifier


@pytest.mark.parametrize(
    ("kind", "scope", "level"),
    [
        ("OrganizationView", LinkScope.ORGANISATION, "Read"),
        ("OrganizationEdit", LinkScope.ORGANISATION, "Edit"),
        ("AnonymousEdit", LinkScope.ANYONE, "Edit"),
        ("Flexible", LinkScope.UNTOLD, "Sharing link"),
    ],
)
def test_the_hidden_group_of_a_link_tells_its_kind(kind: str, scope: LinkScope, level: str) -> None:
    assert link_of(f"SharingLinks.c8.{kind}.2f") == ("2f", scope, level)
