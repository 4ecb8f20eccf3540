"""What the collector wrote: read, refused where it is none of it, and joined to what is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.base import Accounts, Principal, PrincipalKind, Privilege
from connectors.smb.collected import CollectedUnread, read_collected
from tests.connectors.smb.collecting import (
    ADMINISTRATORS,
    BACKUP_OPERATORS,
    DOMAIN,
    MACHINE,
    collected,
    member,
    written,
)
from tests.servers.descriptors import from_sddl

_EVERYONE = "D:(A;;0x1200a9;;;WD)"
_GROUPS = [
    {
        "sid": ADMINISTRATORS,
        "name": "Administrators",
        "members": [
            member(f"{MACHINE}-500", r"FILES01\Administrator"),
            member(f"{DOMAIN}-512", r"COUNCIL\Domain Admins", group=True),
        ],
    },
    {
        "sid": f"{MACHINE}-1010",
        "name": "Rents",
        "members": [member(f"{DOMAIN}-1101", r"COUNCIL\ann"), member(f"{MACHINE}-1001", "old")],
    },
]
_USERS = [
    {"sid": f"{MACHINE}-500", "name": "Administrator", "enabled": True},
    {"sid": f"{MACHINE}-1001", "name": "old", "enabled": False},
]
_TOLD_NOTHING = Accounts("smb://files01", (), (), complete=False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_names_shares_and_time_are_read_in_each_encoding(encoding: str) -> None:
    told = read_collected(written(collected({"Rents$": _EVERYONE}), encoding))
    assert told.names == ("files01", "files01.council.example")
    assert told.taken.isoformat() == "2026-11-20T17:05:00+00:00"
    assert told.shares == ("Rents$",)
    security = told.share_security("RENTS$")
    assert security is not None
    assert security.raw == from_sddl(_EVERYONE)
    assert told.share_security("other") is None


def test_what_is_read_can_be_read_again() -> None:
    told = read_collected(written(collected({"Rents": _EVERYONE}, groups=_GROUPS), "utf-16"))
    assert read_collected(told.text.encode()) == told


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "no JSON"),
        (written(collected({}))[:-9], "cut short"),
        (b"\xff\xfe{", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"format": "other"}', "collector did not write it"),
        (b'["format"]', "collector did not write it"),
        (written(collected({}, version=2)), "another version"),
        (written(collected({}, names=[])), "names"),
        (written(collected({}, collected="yesterday")), "collected"),
        (written(collected({}, collected="2026-11-20T17:05:00")), "collected"),
        (written(collected({}, shares=[{"name": "a", "descriptor": "AQ=="}])), "security desc"),
        (written(collected({}, shares=[{"name": "a", "descriptor": "!"}])), "base64"),
        (written(collected({}, privileges={"SeBackupPrivilege": ["Administrators"]})), "SID"),
        (written(collected({}, groups=[{"sid": "S-1-5-32-544", "name": "x"}])), "groups.0.members"),
        (written(collected({}, users=None)), "users"),
    ],
)
def test_what_the_collector_did_not_write_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(CollectedUnread, match=why):
        read_collected(raw)


def test_a_refusal_repeats_nothing_of_the_file() -> None:
    with pytest.raises(CollectedUnread) as refused:
        read_collected(written(collected({}, users=[{"sid": "Jo Ashe", "name": "x"}])))
    assert "Ashe" not in str(refused.value)


def test_a_server_that_tells_nothing_has_what_was_collected() -> None:
    told = read_collected(
        written(
            collected(
                {},
                groups=_GROUPS,
                users=_USERS,
                domain_sid=DOMAIN,
                privileges={
                    "SeBackupPrivilege": [ADMINISTRATORS, BACKUP_OPERATORS],
                    "SeShutdownPrivilege": [f"{MACHINE}-1001"],
                },
            )
        )
    ).added_to(_TOLD_NOTHING)
    assert {(each.identifier, each.kind, each.enabled) for each in told.principals} == {
        (ADMINISTRATORS, PrincipalKind.GROUP, None),
        (f"{MACHINE}-1010", PrincipalKind.GROUP, None),
        (f"{MACHINE}-500", PrincipalKind.UNKNOWN, True),
        (f"{MACHINE}-1001", PrincipalKind.UNKNOWN, False),
        (f"{DOMAIN}-512", PrincipalKind.GROUP, None),
        (f"{DOMAIN}-1101", PrincipalKind.UNKNOWN, None),
    }
    assert (f"{MACHINE}-1010", f"{DOMAIN}-1101") in told.memberships
    assert told.untold == (f"{DOMAIN}-512",), "the domain's groups are the directory's to tell"
    assert told.complete
    assert told.others == (DOMAIN,)
    assert told.privileges == (
        (Privilege.BACKUP, ADMINISTRATORS),
        (Privilege.BACKUP, BACKUP_OPERATORS),
    )
    assert told.recorded == "2026-11-20"
    authorities = {each.identifier: each.authority for each in told.principals}
    assert authorities[ADMINISTRATORS] == "smb://files01"
    assert authorities[f"{MACHINE}-1010"] == MACHINE


def test_what_the_server_tells_itself_comes_first() -> None:
    rents = Principal(MACHINE, f"{MACHINE}-1010", PrincipalKind.GROUP, "Rents today")
    bob = Principal(DOMAIN, f"{DOMAIN}-1102", PrincipalKind.UNKNOWN, r"COUNCIL\bob")
    live = replace(
        _TOLD_NOTHING,
        principals=(rents, bob),
        memberships=((rents.identifier, bob.identifier),),
        complete=True,
    )
    file = read_collected(written(collected({}, groups=_GROUPS, users=_USERS)))
    told = file.added_to(live)
    assert [each for each in told.memberships if each[0] == rents.identifier] == [
        (rents.identifier, bob.identifier)
    ]
    assert rents in told.principals
    untold = file.added_to(replace(live, untold=(rents.identifier,), memberships=()))
    assert (rents.identifier, f"{DOMAIN}-1101") in untold.memberships
    assert rents.identifier not in untold.untold
