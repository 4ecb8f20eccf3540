from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from connectors.base import Detail, PrincipalKind
from connectors.directory.link import Found
from connectors.directory.objects import Object, decoded, sid_of
from tests.servers.descriptors import sid_bytes

_SID = "S-1-5-21-1-2-3-1104"
_NOW = datetime(2026, 11, 26, tzinfo=UTC)
_NEXT_DAY, _DAY_BEFORE = "134402112000000000", "134400384000000000"  # since 1601, in 100 ns


def _object(attributes: Mapping[str, str | list[str]], sid: str = _SID) -> Object:
    told = {
        name: [each.encode() for each in ([values] if isinstance(values, str) else values)]
        for name, values in attributes.items()
    }
    return decoded(Found("CN=Ann,DC=lab", {"objectSid": [sid_bytes(sid)], **told}), _NOW)


@pytest.mark.parametrize("sid", ["S-1-1-0", "S-1-5-32-544", _SID, "S-1-5-21-4294967295-0-7-500"])
def test_a_sid_is_read_back_as_it_was_written(sid: str) -> None:
    assert sid_of(sid_bytes(sid)) == sid


@pytest.mark.parametrize(
    "raw", [b"", b"\x01", sid_bytes(_SID)[:-1], sid_bytes(_SID) + b"\0", b"\x02" + bytes(7)]
)
def test_bytes_that_are_no_sid_are_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="a SID of"):
        sid_of(raw)


@pytest.mark.parametrize(
    ("attributes", "kind"),
    [
        ({"objectClass": ["top", "person", "user"]}, PrincipalKind.UNKNOWN),
        ({"objectClass": ["top", "user", "computer"]}, PrincipalKind.SERVICE),
        (
            {"objectClass": ["user", "computer", "msDS-GroupManagedServiceAccount"]},
            PrincipalKind.SERVICE,
        ),
        ({"objectClass": "user", "userAccountControl": "2080"}, PrincipalKind.SERVICE),
        ({"objectClass": "user", "servicePrincipalName": "MSSQL/db01"}, PrincipalKind.SERVICE),
        (
            {
                "objectClass": "user",
                "servicePrincipalName": "HTTP/intranet",
                "mail": "ann@council.example",
            },
            PrincipalKind.UNKNOWN,
        ),
        ({"objectClass": ["top", "group"]}, PrincipalKind.GROUP),
        ({"objectClass": ["top", "foreignSecurityPrincipal"]}, PrincipalKind.GROUP),
    ],
)
def test_what_an_object_is_follows_from_its_class_and_what_logs_on_by_it(
    attributes: dict[str, str | list[str]], kind: PrincipalKind
) -> None:
    assert _object(attributes).kind is kind


@pytest.mark.parametrize(
    ("dn", "unit"),
    [
        ("CN=Ann,OU=Rents,OU=Housing,DC=council,DC=example", ("Housing", "Rents")),
        (r"CN=Day\, Ann,OU=Rents\, old,DC=council", ("Rents, old",)),
        ("CN=Ann,CN=Users,DC=council", ()),
        ("CN=Ann", ()),
        ("CN=Ann,,=", ()),
    ],
)
def test_the_organisational_units_are_those_that_an_account_lies_in(
    dn: str, unit: tuple[str, ...]
) -> None:
    told = {"objectClass": [b"user"], "objectSid": [sid_bytes("S-1-5-21-1-2-3-1101")]}
    assert decoded(Found(dn, told), _NOW).detail == Detail(unit=unit)


def test_a_last_logon_is_a_day_and_none_where_there_was_none() -> None:
    day = _object({"objectClass": "user", "lastLogonTimestamp": "134067744000000000"})
    assert day.detail.last_logon == "2025-11-05"
    never = _object({"objectClass": "user", "lastLogonTimestamp": "0"})
    assert never.detail.last_logon == ""


@pytest.mark.parametrize(
    ("number", "kind"), [("501", PrincipalKind.GUEST), ("502", PrincipalKind.SERVICE)]
)
def test_accounts_that_every_domain_has_are_known_by_their_number(
    number: str, kind: PrincipalKind
) -> None:
    assert _object({"objectClass": "user"}, f"S-1-5-21-1-2-3-{number}").kind is kind


@pytest.mark.parametrize(
    ("attributes", "enabled"),
    [
        ({}, True),
        ({"userAccountControl": "512"}, True),
        ({"userAccountControl": "514"}, False),
        ({"accountExpires": "0"}, True),
        ({"accountExpires": "9223372036854775807"}, True),
        ({"accountExpires": _NEXT_DAY}, True),
        ({"accountExpires": _DAY_BEFORE}, False),
    ],
)
def test_an_account_that_is_disabled_or_has_expired_cannot_be_used(
    attributes: dict[str, str | list[str]], enabled: bool
) -> None:
    assert _object({"objectClass": "user", **attributes}).enabled is enabled


@pytest.mark.parametrize(("group_type", "counts"), [("-2147483646", True), ("2", False)])
def test_a_distribution_list_gives_nothing(group_type: str, counts: bool) -> None:
    assert _object({"objectClass": "group", "groupType": group_type}).counts is counts
