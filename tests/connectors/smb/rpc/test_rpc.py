"""A real server asked about itself, and answers that were damaged on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.smb.address import SmbAddress
from connectors.smb.lane import Lane
from connectors.smb.link import Credentials, Link
from connectors.smb.rpc import lsarpc, samr, srvsvc
from connectors.smb.rpc.errors import NotTold
from connectors.smb.rpc.ndr import Packer
from connectors.smb.rpc.pipe import Interface, Pipe, opened
from connectors.smb.rpc.samr import Listed
from tests.servers.descriptors import from_sddl
from tests.servers.lent import lent_samba
from tests.servers.samba import ADMIN, PASSWORD, Samba, World

_T = TypeVar("_T")
_MANY = {f"group{number:03}": () for number in range(150)}
_ADMINISTRATORS = "S-1-5-32-544"
_WORLD = World(
    users=("ann", "bob"),
    groups={"payroll": ("ann", "bob"), **_MANY},
    aliases={"finance": ("payroll", "bob")},
    shares={"docs": None, "few": "D:(A;;0x1ff;;;{finance})"},
    disabled=("bob",),
    builtin={"heads": (_ADMINISTRATORS, ("finance",))},
)
_READERS: tuple[Callable[[bytes], object], ...] = (
    srvsvc.descriptor_in,
    srvsvc.shares_in,
    lsarpc.domain_in,
    lsarpc.asker_in,
    lsarpc.sid_in,
    lambda results: lsarpc.names_in(results, ("S-1-5-11",)),
    samr.users_in,
    samr.groups_in,
    samr.numbers_in,
    samr.sids_in,
)


@pytest.fixture(scope="module")
def samba() -> Iterator[Samba]:
    with lent_samba(_WORLD) as server:
        yield server


def _asked(samba: Samba, interface: Interface, work: Callable[[Pipe], _T], user: str = "ann") -> _T:
    def on_pipe(lane: Lane) -> _T:
        with opened(lane, interface) as pipe:
            return work(pipe)

    link = Link(SmbAddress("127.0.0.1", samba.port, "IPC$"), Credentials(user, PASSWORD), 5)
    try:
        return link.ask(on_pipe)
    finally:
        link.drop()


def test_the_permissions_of_a_share_are_told_to_whom_may_ask(samba: Samba) -> None:
    def few(pipe: Pipe) -> bytes:
        return srvsvc.share_descriptor(pipe, "127.0.0.1", "few")

    with pytest.raises(
        NotTold, match="permissions of the share"
    ):  # Samba: until an administrator asks
        _asked(samba, srvsvc.SRVSVC, few)
    raw = _asked(samba, srvsvc.SRVSVC, few, ADMIN)
    expected = from_sddl(f"D:(A;;0x1ff;;;{samba.sids['finance']})")
    assert expected[20:] in raw
    with pytest.raises(NotTold, match="error"):
        _asked(
            samba,
            srvsvc.SRVSVC,
            lambda pipe: srvsvc.share_descriptor(pipe, "127.0.0.1", "no such share"),
            ADMIN,
        )


def test_each_sid_has_its_name_and_what_is_none_has_none(samba: Samba) -> None:
    orphan = "S-1-5-21-1-2-3-1104"
    known = {samba.sids[name]: name for name in ("ann", "payroll", "finance", *_MANY)}
    asked = (orphan, *known, "S-1-5-11")

    def told(pipe: Pipe) -> list[lsarpc.Named]:
        return list(lsarpc.names(pipe, lsarpc.policy(pipe), asked))

    found = {each.sid: each for each in _asked(samba, lsarpc.LSARPC, told)}
    assert tuple(found) == asked
    assert found[orphan].use is lsarpc.Use.UNKNOWN
    assert {sid: found[sid].name for sid in known} == known
    ann, finance = found[samba.sids["ann"]], found[samba.sids["finance"]]
    assert (ann.use, ann.domain) == (lsarpc.Use.USER, "LABSRV")
    assert finance.use is lsarpc.Use.ALIAS


def test_sids_of_which_none_has_a_name_are_no_error(samba: Samba) -> None:
    def told(pipe: Pipe) -> list[lsarpc.Named]:
        return list(lsarpc.names(pipe, lsarpc.policy(pipe), ("S-1-5-21-1-2-3-4",)))

    assert [each.use for each in _asked(samba, lsarpc.LSARPC, told)] == [lsarpc.Use.UNKNOWN]


@pytest.mark.parametrize("user", ["ann", "ANN", r"LABSRV\ann"])
def test_a_server_tells_who_asks_however_the_account_is_written(samba: Samba, user: str) -> None:
    told = _asked(samba, lsarpc.LSARPC, lambda pipe: lsarpc.asker(pipe, lsarpc.policy(pipe)), user)
    assert told == samba.sids["ann"]


def test_a_server_tells_its_own_domain_and_that_it_has_joined_none(samba: Samba) -> None:
    def told(pipe: Pipe) -> list[lsarpc.Domain]:
        handle = lsarpc.policy(pipe)
        return [lsarpc.domain(pipe, handle, which) for which in lsarpc.Policy]

    joined, own = _asked(samba, lsarpc.LSARPC, told)
    assert joined.sid == ""
    assert own == ("LABSRV", samba.domain)


def test_users_groups_and_members_are_those_of_the_server(samba: Samba) -> None:
    rids = {name: int(sid.rpartition("-")[2]) for name, sid in samba.sids.items()}

    def told(pipe: Pipe) -> None:
        with samr.domain_of(pipe, "127.0.0.1", samba.domain) as domain:
            users = {each.name: each for each in samr.users(pipe, domain)}
            assert {name: each.enabled for name, each in users.items()} == {
                ADMIN: True,
                "ann": True,
                "bob": False,
            }
            assert users["ann"].rid == rids["ann"]
            groups = {each.name: each.rid for each in samr.groups(pipe, domain, Listed.GROUPS)}
            assert groups == {name: rids[name] for name in ("payroll", *_MANY)}
            members = samr.group_members(pipe, domain, groups["payroll"])
            assert sorted(members) == [rids["ann"], rids["bob"]]
            assert samr.group_members(pipe, domain, groups["group000"]) == ()
            aliases = {each.name: each.rid for each in samr.groups(pipe, domain, Listed.ALIASES)}
            assert aliases == {"finance": rids["finance"]}
            inside = samr.alias_members(pipe, domain, aliases["finance"])
            assert set(inside) == {samba.sids["payroll"], samba.sids["bob"]}

    _asked(samba, samr.SAMR, told)


def test_builtin_groups_are_told_with_their_members(samba: Samba) -> None:
    def told(pipe: Pipe) -> dict[int, tuple[str, ...]]:
        with samr.domain_of(pipe, "127.0.0.1", "S-1-5-32") as domain:
            found = list(samr.groups(pipe, domain, Listed.ALIASES))
            return {each.rid: samr.alias_members(pipe, domain, each.rid) for each in found}

    assert _asked(samba, samr.SAMR, told) == {544: (samba.sids["finance"],)}


def test_what_a_server_does_not_have_is_not_told(samba: Samba) -> None:
    def told(pipe: Pipe) -> None:
        with samr.domain_of(pipe, "127.0.0.1", "S-1-5-21-9-9-9"):
            raise AssertionError("there is no such domain")

    with pytest.raises(NotTold, match="0xc00000df"):
        _asked(samba, samr.SAMR, told)
    nothing = Interface("lsarpc", samr.SAMR.identity, 9)
    with pytest.raises(NotTold):
        _asked(samba, nothing, lambda _pipe: None)


@given(st.binary(max_size=200), st.lists(st.integers(0, 3), max_size=40), st.binary(max_size=60))
def test_whatever_a_server_answers_is_read_or_not_told(
    noise: bytes, numbers: list[int], rest: bytes
) -> None:
    packed = Packer()
    for number in numbers:
        packed.number(number)
    for results in (noise, packed.packed + rest, packed.packed):
        for read in _READERS:
            try:
                read(results)
            except NotTold:
                continue
