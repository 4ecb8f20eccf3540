from __future__ import annotations

from connectors.base import Accounts, Principal, PrincipalKind
from scanner.catalogue.directories import directories, keep_directory
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue

_ACCOUNTS = Accounts(
    "box",
    (
        Principal("box", "uid:1100", PrincipalKind.STAFF, "ann", enabled=False),
        Principal("box", "gid:7", PrincipalKind.GROUP, "team"),
    ),
    (("gid:7", "uid:1100"), ("gid:7", "S-1-1-0")),
    administrator_groups=("gid:27",),
    untold=("gid:8",),
    complete=False,
    others=("S-1-5-21-1",),
)


def test_accounts_come_back_as_they_were_and_only_the_last_are_kept(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    catalogue.night(share)
    for digest, accounts in ((b"old", Accounts("box", (), ())), (b"new", _ACCOUNTS)):
        with catalogue.writing() as writer:
            keep_directory(writer, 1, digest, accounts)
            writer.commit()
    with catalogue.reading() as connection:
        (kept,) = directories(connection)
    assert kept == ("memory", b"new", _ACCOUNTS)
