"""What one person can open, where something is not known or the accounts are a service's."""

from __future__ import annotations

import stat

import pytest

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.queries.person import OpenPlace, Opens, reach_of
from scanner.catalogue.queries.person_past import as_of
from scanner.catalogue.queries.principals import account_named
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night

_PEOPLE = (
    Principal("box", "uid:1000", PrincipalKind.SERVICE, "scans"),  # owns all of a share in memory
    Principal("box", "uid:1100", PrincipalKind.STAFF, "ann"),
)


@pytest.fixture
def answered(catalogue: Catalogue, share: MemoryShare) -> Catalogue:
    """Return a catalogue of one file for everybody, and one for nobody but its owner."""
    share.accounts = Accounts("box", _PEOPLE, ())
    share.write(Ref((), "open.txt"), b"UK_NINO JG101000A\n")
    share.make_folder(("private",))
    share.write(Ref(("private",), "closed.txt"), b"UK_NINO JG101001A\n")
    share.folder(("private",)).mode = stat.S_IFDIR | 0o700
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        for table in ("share", "share_access", "access_key"):  # as of a disk of this machine
            writer.connection.exec_driver_sql(
                f"UPDATE {table} SET source = 'local'"  # noqa: S608 - a constant
            )
        writer.commit()
    return catalogue


def _places(catalogue: Catalogue, who: str) -> tuple[OpenPlace, ...]:
    with catalogue.reading() as connection:
        return reach_of(connection, account_named(connection, who)).places


def _told(catalogue: Catalogue, who: str) -> list[tuple[str, Opens, int]]:
    return [(each.folder, each.opens, each.files) for each in _places(catalogue, who)]


def test_it_ends_at_a_folder_that_lets_others_in(answered: Catalogue) -> None:
    assert _told(answered, "ann") == [("", Opens.READ, 1), ("private", Opens.NONE, 1)]


def test_a_system_account_has_what_it_can_open_with_its_steps(answered: Catalogue) -> None:
    (place,) = _places(answered, "scans")
    assert (place.folder, place.opens, place.files) == ("", Opens.BOTH, 2)
    assert {way.right for way in place.grants} == {"read", "write"}
    assert all(way.steps for way in place.grants)
    with answered.reading() as connection:
        past = as_of(connection, account_named(connection, "scans"), "2999-01-01")
    assert past
    (then,) = past.places
    assert (then.opens, {way.right for way in then.grants}) == (Opens.BOTH, {"read", "write"})


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE access_key SET known = 0, statement = '[\"Damaged.\"]'"
        " WHERE id NOT IN (SELECT access_key_id FROM reach)",
        "UPDATE entry SET descriptor_id = NULL WHERE name = 'closed.txt'",
    ],
)
def test_what_is_not_known_is_a_place_of_its_own_with_the_reason(
    change: str, answered: Catalogue
) -> None:
    with answered.writing() as writer:
        writer.connection.exec_driver_sql(change)
        writer.commit()
    (unknown,) = (each for each in _places(answered, "ann") if each.opens is Opens.NOT_KNOWN)
    assert (unknown.folder, unknown.files, unknown.people) == ("private", 1, (1, 1))
    assert unknown.statement
