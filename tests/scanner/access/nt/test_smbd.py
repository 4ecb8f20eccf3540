"""Decisions, reach and each recorded vector against a real smbd: needs root, which CI has."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.smb_trials import RIGHTS, SmbTrials, hold_smb_trials
from benchmarks.smb_truth import MUTANTS, compare, compare_reach
from scanner.access.directory import directory, in_set
from scanner.access.nt.descriptor import decode
from scanner.access.nt.evaluate import FileRight, Guards, effective
from scanner.access.nt.posix_backed import looks_posix_backed
from tests.scanner.access.nt.small_office import (
    ALIASES,
    GROUPS,
    USERS,
    office_accounts,
    raw,
    vectors,
)
from tests.servers.lent import lent_samba, unavailable
from tests.servers.samba import ADMIN, PASSWORD, Samba, SambaUnavailable, World
from tests.servers.smb_client import Client

_RECORDED = tuple(each for each in vectors() if each.mark.startswith("recorded"))
_UNIX_SHARE = "unix"
_SHARES = {
    sddl: f"share{number}"
    for number, sddl in enumerate(dict.fromkeys(each.share for each in _RECORDED))
}


@pytest.fixture(scope="module")
def trials() -> SmbTrials:
    with tempfile.TemporaryDirectory() as base:
        try:
            return hold_smb_trials(Path(base), seed=20261125, files=220)
        except SambaUnavailable as reason:
            unavailable(reason)


@pytest.fixture(scope="module")
def samba() -> Iterator[Samba]:
    shares = {name: sddl or None for sddl, name in _SHARES.items()}
    with lent_samba(World(USERS, GROUPS, ALIASES, shares, (_UNIX_SHARE,))) as server:
        yield server


def test_every_single_decision_equals_smbds(trials: SmbTrials) -> None:
    compared = compare(trials)
    assert compared.decisions >= 6_000
    assert compared.differences == ()


def test_the_readers_and_writers_of_reach_are_those_smbd_lets(trials: SmbTrials) -> None:
    compared = compare_reach(trials)
    assert compared.decisions >= 3_000
    assert compared.differences == ()


@pytest.mark.parametrize("name", MUTANTS)
def test_the_trials_notice_a_broken_rule(name: str, trials: SmbTrials) -> None:
    assert len(compare(trials, MUTANTS[name]).differences) >= 5


@pytest.mark.parametrize("right", RIGHTS)
def test_the_trials_hold_both_answers_often_enough(right: FileRight, trials: SmbTrials) -> None:
    yes = sum(right in answer for answer in trials.answers.values())
    assert 0.1 < yes / len(trials.answers) < 0.6


def test_smbd_answers_each_recorded_vector_as_it_stands(samba: Samba) -> None:
    everywhere = _SHARES[""]
    with Client(samba.port, ADMIN, PASSWORD) as admin:
        for number, vector in enumerate(_RECORDED):
            folder = samba.folder / f"d{number}"
            folder.mkdir()
            folder.chmod(0o777)
            (folder / "f").write_bytes(b"")
            (folder / "f").chmod(0o666)
            for path, sddl in ((rf"d{number}\f", vector.own), (f"d{number}", vector.folder)):
                if sddl:
                    admin.set_descriptor(everywhere, path, raw(sddl, samba.sids))
    wrong = []
    for user in USERS:
        with Client(samba.port, user, PASSWORD) as client:
            for number, vector in enumerate(_RECORDED):
                if vector.user == user:
                    may = client.may(
                        _SHARES[vector.share], rf"d{number}\f", FileRight[vector.right]
                    )
                    if may is not (vector.granted == "yes"):
                        wrong.append(f"smbd says {may}: {vector}")
    assert wrong == []


def test_what_smbd_makes_up_from_unix_permissions_is_an_estimate_that_misses_nobody(
    samba: Samba,
) -> None:
    dice = random.Random(20261125)
    paths = [f"u{number}" for number in range(60)]
    for path in paths:
        made = samba.folder / path
        made.write_bytes(b"")
        owner, group = dice.choice(USERS), dice.choice((*GROUPS, *ALIASES))
        os.chown(made, samba.numbers[owner], samba.numbers[group])
        made.chmod(dice.randrange(0o1000))
    with Client(samba.port, ADMIN, PASSWORD) as admin:
        raws = {path: admin.descriptor(_UNIX_SHARE, path) for path in paths}
    known = directory(office_accounts(sids=samba.sids))
    too_many = 0
    for user in USERS:
        with Client(samba.port, user, PASSWORD) as client:
            for path in paths:
                assert looks_posix_backed(decode(raws[path]))
                for right in (FileRight.READ_DATA, FileRight.WRITE_DATA):
                    users = effective(Guards(decode(raws[path])), right, known)
                    ours = user in {each.name for each in in_set(users, known)}
                    server = client.may(_UNIX_SHARE, path, right)
                    assert ours or not server, f"{user} {right.name} {decode(raws[path])}"
                    too_many += ours and not server
    assert too_many


def test_permissions_that_were_stored_as_nt_ones_are_not_called_an_estimate(samba: Samba) -> None:
    (samba.folder / "stored").write_bytes(b"")
    with Client(samba.port, ADMIN, PASSWORD) as admin:
        stored = raw("O:{ann}G:{bob}D:(A;;FA;;;{ann})(A;;FR;;;AU)", samba.sids)
        admin.set_descriptor(_SHARES[""], "stored", stored)
        assert not looks_posix_backed(decode(admin.descriptor(_SHARES[""], "stored")))
