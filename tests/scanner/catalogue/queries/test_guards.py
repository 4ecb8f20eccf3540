"""Which files a change is about; what follows is held by tests/scanner/test_what_if.py."""

from __future__ import annotations

import stat

import pytest

from connectors.base import (
    Accounts,
    DescriptorKind,
    Principal,
    PrincipalKind,
    Ref,
    SecurityDescriptor,
)
from scanner import reach
from scanner.access.changed import names
from scanner.catalogue.queries.guards import (
    Target,
    answered_for,
    as_they_are,
    grants_now,
    target,
    without_share_ace,
)
from tests.connectors.memory import MemoryShare
from tests.scanner.access.nt.small_office import SIDS, raw
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night


@pytest.fixture
def answered(catalogue: Catalogue, share: MemoryShare) -> Catalogue:
    """Return a catalogue of a share that names Ann, one open file and one of a private folder."""
    ann = Principal("box", "uid:1100", PrincipalKind.STAFF, "ann")
    share.accounts = Accounts("box", (ann,), ())
    share.security = SecurityDescriptor(DescriptorKind.NT, raw("D:(A;;FR;;;{ann})"))
    share.write(Ref((), "open.txt"), b"UK_NINO JG101000A\n")
    share.make_folder(("private",))
    share.write(Ref(("private",), "closed.txt"), b"")
    share.folder(("private",)).mode = stat.S_IFDIR | 0o700
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.commit()
    return catalogue


def test_all_files_of_a_source_are_told_as_they_are_guarded(answered: Catalogue) -> None:
    with answered.reading() as connection:
        units = {each.folder: each for each in as_they_are(connection, "memory")}
        assert list(as_they_are(connection, "another")) == []
        unit = units[""]
        ((digest,),) = answered.rows("SELECT digest FROM directory")
        assert answered_for(connection, digest) >= {each.key for each in units.values()}
        assert answered_for(connection, b"other accounts") == frozenset()
        assert ("uid:1100", "read") in grants_now(connection, unit.key)
        assert grants_now(connection, units["private"].key) == {}
    assert (unit.held.files, unit.held.holdings.files) == (1, 1)
    assert sum(each.held.files for each in units.values()) == 2


def test_without_the_share_s_ace_all_its_files_are_guarded_by_what_is_left(
    answered: Catalogue,
) -> None:
    with answered.reading() as connection:
        units = list(without_share_ace(connection, 1, SIDS["ann"]))
        assert list(without_share_ace(connection, 1, SIDS["bob"])) == []
    assert sum(each.held.files for each in units) == 2
    assert not any(
        each.after.share and names(each.after.share, SIDS["ann"], inherited=False) for each in units
    )


def test_a_target_is_what_is_known(answered: Catalogue) -> None:
    with answered.reading() as connection:
        assert target(connection, 1, "private", None) == Target(1, "private", None)
        assert target(connection, 1, "private", "closed.txt") == Target(1, "private", "closed.txt")
        assert target(connection, 1, "private", "open.txt") is None
        assert target(connection, 1, "nowhere", None) is None
