"""What a domain tells of its accounts: a real one, and what Samba does not make, as it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime

import pytest

from connectors.base import Accounts, Detail, Principal, PrincipalKind
from connectors.directory.accounts import Domain as Told
from connectors.directory.accounts import accounts_of, read_accounts
from connectors.directory.address import DirectoryAddress
from connectors.directory.link import Credentials, Found, Link
from tests.servers.descriptors import sid_bytes
from tests.servers.domain import BASE, Domain, Scope
from tests.servers.samba import PASSWORD

_NOW = datetime(2026, 11, 26, tzinfo=UTC)
_DOMAIN = "S-1-5-21-1-2-3"
_OTHER = "S-1-5-21-7-8-9"


@pytest.fixture(scope="module")
def filled(domain: Domain) -> Domain:
    domain.add_user("ann")
    domain.add_user("Dé Bo, cat")
    domain.add_user("gone")
    domain.add_user("moved")
    domain.disable("gone")
    domain.add_user("late", accountExpires=116444736000000000 + 10**16)  # in 2001
    domain.add_group("payroll", ("ann", "gone"))
    domain.add_group("finance", ("payroll",), Scope.UNIVERSAL)
    domain.add_group("readers", ("finance", "Dé Bo, cat"), Scope.DOMAIN_LOCAL)
    domain.add_group("loop", ("readers",), Scope.DOMAIN_LOCAL)
    domain.add_member("readers", "loop")
    domain.add_group("letters", ("ann",), kind=0)
    domain.add_group("through", ("letters",))
    domain.add_group("own", ("moved",))
    domain.change("moved", "MODIFY_REPLACE", "primaryGroupID", domain.sids["own"].split("-")[-1])
    domain.add_user("svc", servicePrincipalName="HTTP/intranet")
    manager = f"CN=ann,CN=Users,{BASE}"
    domain.add_user("led", department="Rents", manager=manager)
    domain.add("PC1$", "computer", {"sAMAccountName": "PC1$", "userAccountControl": 0x1020})
    return domain


@pytest.fixture(scope="module")
def accounts(filled: Domain) -> Accounts:
    """Read with small pages and ranges, so that each list takes several."""
    return _read(filled, page=7, values=1)


def _read(domain: Domain, page: int, values: int) -> Accounts:
    address = DirectoryAddress(domain.host, 636, start_tls=False)
    who = Credentials("ann", PASSWORD)
    with closing(Link(address, who, domain.certificate, page, values)) as link:
        return read_accounts(link, datetime.now(UTC))


def _members(group: str, accounts: Accounts, domain: Domain) -> set[str]:
    names = {each.identifier: each.name for each in accounts.principals}
    sid = domain.sids.get(group) or f"{domain.sid}-{group}"
    return {names[member] for each, member in accounts.memberships if each == sid}


def test_pages_and_ranges_make_no_difference(filled: Domain, accounts: Accounts) -> None:
    assert _read(filled, page=500, values=1500) == accounts


def test_accounts_have_the_domain_s_name_before_their_own(
    filled: Domain, accounts: Accounts
) -> None:
    assert accounts.authority == filled.sid
    by_sid = {each.identifier: each for each in accounts.principals}
    assert by_sid[filled.sids["ann"]] == Principal(
        filled.sid, filled.sids["ann"], PrincipalKind.UNKNOWN, "LAB\\ann", enabled=True
    )
    assert by_sid[filled.sids["Dé Bo, cat"]].name == "LAB\\Dé Bo cat"
    assert by_sid[filled.sids["PC1$"]].kind is PrincipalKind.SERVICE
    assert by_sid[filled.sids["svc"]].kind is PrincipalKind.SERVICE
    assert not by_sid[filled.sids["gone"]].enabled
    assert not by_sid[filled.sids["late"]].enabled
    assert accounts.complete
    assert (accounts.untold, accounts.others) == ((), ())


def test_what_the_directory_tells_beside_comes_by_identifier(
    filled: Domain, accounts: Accounts
) -> None:
    details = dict(accounts.details)
    assert details[filled.sids["led"]] == Detail("Rents", filled.sids["ann"])
    today = datetime.now(UTC).date().isoformat()
    assert details[filled.sids["ann"]].last_logon == today, "who asks has logged on"
    assert not {each for each, _ in accounts.details if each == filled.sids["payroll"]}


def test_groups_are_told_with_who_is_in_them_loops_too(filled: Domain, accounts: Accounts) -> None:
    assert _members("payroll", accounts, filled) == {"LAB\\ann", "LAB\\gone"}
    assert _members("finance", accounts, filled) == {"LAB\\payroll"}
    assert _members("readers", accounts, filled) == {
        "LAB\\finance",
        "LAB\\Dé Bo cat",
        "LAB\\loop",
    }
    assert _members("loop", accounts, filled) == {"LAB\\readers"}


def test_a_primary_group_is_a_membership(filled: Domain, accounts: Accounts) -> None:
    assert _members("own", accounts, filled) == {"LAB\\moved"}
    assert {"LAB\\ann", "LAB\\late"} < _members("513", accounts, filled)


def test_a_distribution_list_gives_its_members_nothing(filled: Domain, accounts: Accounts) -> None:
    assert _members("letters", accounts, filled) == set()
    assert _members("through", accounts, filled) == {"LAB\\letters"}


def test_groups_that_each_server_has_of_its_own_are_left_out(accounts: Accounts) -> None:
    assert not [each for each in accounts.principals if each.identifier.startswith("S-1-5-32-")]
    assert not [pair for pair in accounts.memberships if pair[0].startswith("S-1-5-32-")]


def _found(dn: str, sid: str, kind: str, **attributes: Sequence[str | bytes]) -> Found:
    told = {
        name: [each.encode() if isinstance(each, str) else each for each in values]
        for name, values in attributes.items()
    }
    own = {"objectSid": [sid_bytes(sid)]} if sid else {}
    is_group = {"groupType": [b"-2147483646"]} if kind == "group" else {}
    named = {"objectClass": [kind.encode()], "sAMAccountName": [dn[3:].partition(",")[0].encode()]}
    return Found(dn, {**own, **is_group, **named, **told})


def _told(*found: Found, trusted: tuple[str, ...] = ()) -> Accounts:
    return accounts_of(Told(_DOMAIN, "LAB", trusted), found, _NOW)


def test_who_came_from_another_domain_still_holds_what_it_was_there() -> None:
    told = _told(
        _found("CN=ann", f"{_DOMAIN}-1104", "user", sIDHistory=[sid_bytes(f"{_OTHER}-1600")])
    )
    former = Principal(
        _OTHER, f"{_OTHER}-1600", PrincipalKind.GROUP, "LAB\\ann, by what it was in another domain"
    )
    assert former in told.principals
    assert (f"{_OTHER}-1600", f"{_DOMAIN}-1104") in told.memberships


def test_a_member_of_another_domain_makes_a_group_partly_untold() -> None:
    told = _told(
        _found("CN=team", f"{_DOMAIN}-1200", "group", member=["CN=F,DC=lab"]),
        _found("CN=F,DC=lab", f"{_OTHER}-1105", "foreignSecurityPrincipal"),
        _found("CN=wide", f"{_DOMAIN}-1201", "group", member=["CN=bob,DC=child,DC=lab"]),
        _found("CN=all", f"{_DOMAIN}-1202", "group", member=["CN=AU,DC=lab"]),
        _found("CN=AU,DC=lab", "S-1-5-11", "foreignSecurityPrincipal"),
    )
    assert told.untold == (f"{_DOMAIN}-1201", f"{_OTHER}-1105")
    assert (f"{_DOMAIN}-1200", f"{_OTHER}-1105") in told.memberships
    assert (f"{_DOMAIN}-1202", "S-1-5-11") in told.memberships


def test_a_contact_who_only_gets_letters_is_no_member() -> None:
    told = _told(
        _found("CN=team", f"{_DOMAIN}-1200", "group", member=["CN=eve"]),
        _found("CN=eve", "", "contact", memberOf=["CN=team"]),
    )
    assert (told.memberships, told.untold) == ((), ())


def test_a_membership_that_only_the_member_shows_counts_too() -> None:
    told = _told(
        _found("CN=ann", f"{_DOMAIN}-1104", "user", memberOf=["cn=TEAM"]),
        _found("CN=team", f"{_DOMAIN}-1200", "group"),
    )
    assert told.memberships == ((f"{_DOMAIN}-1200", f"{_DOMAIN}-1104"),)


def test_a_domain_that_trusts_another_says_that_its_people_may_log_on_too() -> None:
    assert _told().others == ()
    assert _told(trusted=(_OTHER,)).others == (_OTHER,)


@pytest.mark.parametrize(
    "damaged",
    [
        Found("CN=ann", {"objectSid": [b"\x01\x05"], "objectClass": [b"user"]}),
        _found("CN=ann", f"{_DOMAIN}-1104", "user", userAccountControl=["many"]),
        _found("CN=team", f"{_DOMAIN}-1200", "group", member=[b"\xff\xfe"]),
    ],
)
def test_an_object_that_is_damaged_is_not_taken_for_another(damaged: Found) -> None:
    with pytest.raises(ValueError, match=r"SID|invalid|decode"):
        _told(damaged)


def test_the_names_in_the_directory_are_below_its_base(filled: Domain) -> None:
    address = DirectoryAddress(filled.host, 389, start_tls=True)
    with closing(Link(address, Credentials("ann", PASSWORD), filled.certificate)) as link:
        assert link.base == BASE
