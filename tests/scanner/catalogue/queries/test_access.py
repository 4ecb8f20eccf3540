"""What is most exposed, of a share whose accounts are invented."""

from __future__ import annotations

import stat

import pytest

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.access.answers import EVERYONE
from scanner.catalogue.queries.access import broad_readers, shares, who_can_reach
from scanner.catalogue.queries.exposure import Exposed, most_exposed
from tests.connectors.memory import MemoryShare
from tests.scanner.access.nt.small_office import SIDS, office_accounts, raw
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night

_OWNER, _TEAM = 1000, 1000  # of everything in a share in memory


def _council() -> Accounts:
    """A system account owns all; two people are in the group of it all, eight are not."""
    people = {f"clerk{n}": 1200 + n for n in range(8)} | {"ann": 1100, "bob": 1101}
    return Accounts(
        "fileserver",
        (
            Principal("fileserver", "uid:0", PrincipalKind.SERVICE, "root"),
            Principal("fileserver", f"uid:{_OWNER}", PrincipalKind.SERVICE, "scans"),
            *(
                Principal("fileserver", f"uid:{uid}", PrincipalKind.STAFF, name)
                for name, uid in people.items()
            ),
            Principal("fileserver", f"gid:{_TEAM}", PrincipalKind.GROUP, "team"),
        ),
        ((f"gid:{_TEAM}", "uid:1100"), (f"gid:{_TEAM}", "uid:1101")),
    )


@pytest.fixture
def answered(catalogue: Catalogue, share: MemoryShare) -> Catalogue:
    """Return the catalogue of files named after their mode and the number of people in them."""
    share.accounts = _council()
    for mode, people in ((0o644, 1), (0o640, 60), (0o604, 2), (0o600, 90), (0o602, 3)):
        name = f"{mode:o} {people}.txt"
        lines = "".join(f"UK_NINO JG10{n:04}A\n" for n in range(people))
        share.write(Ref((), name), lines.encode())
        share.root.files[name].mode = stat.S_IFREG | mode
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.commit()
    return catalogue


def _most_exposed(catalogue: Catalogue) -> tuple[tuple[Exposed, ...], int]:
    with catalogue.reading() as connection:
        ((share_id, _root),) = shares(connection)
        found = most_exposed(connection, share_id)[share_id]
        return found.files, found.files_of


def test_most_exposed_is_people_in_it_times_people_who_can_read_it(answered: Catalogue) -> None:
    exposed, of = _most_exposed(answered)
    assert of == 5
    assert [(each.path, each.subjects, each.readers, each.broad) for each in exposed] == [
        ("640 60.txt", 60, 2, ()),
        ("604 2.txt", 2, 8, ("everyone with an account but ann, bob",)),
        ("644 1.txt", 1, 10, (EVERYONE,)),
        ("600 90.txt", 90, 0, ()),
        ("602 3.txt", 3, 0, ()),
    ]


def test_what_is_not_known_may_be_many_and_stands_as_high(answered: Catalogue) -> None:
    with answered.writing() as writer:
        writer.connection.exec_driver_sql(
            "UPDATE access_key SET known = 0 WHERE id NOT IN"
            " (SELECT access_key_id FROM reach WHERE \"right\" = 'read' AND until IS NULL)"
        )
        writer.commit()
    exposed, _ = _most_exposed(answered)
    assert [each.path for each in exposed][:3] == ["600 90.txt", "640 60.txt", "602 3.txt"]
    assert [each.known for each in exposed][:3] == [False, True, False]


def test_the_groups_of_many_are_of_every_file_not_of_the_most_exposed_alone(
    answered: Catalogue,
) -> None:
    with answered.reading() as connection:
        ((share_id, _root),) = shares(connection)
        assert broad_readers(connection, share_id) == (EVERYONE, f"{EVERYONE} but ann, bob")


def test_the_permissions_of_the_share_count_with_those_of_the_file(
    answered: Catalogue, share: MemoryShare
) -> None:
    dot = Principal("DOMAIN", "S-1-5-21-40-50-60-1101", PrincipalKind.STAFF, "dot")
    accounts = office_accounts(dot, memberships=((SIDS["payroll"], dot.identifier),))
    share.accounts = accounts
    for_all, for_payroll = raw("D:(A;;FR;;;WD)"), raw("D:(A;;FR;;;{payroll})")
    with answered.writing() as writer, share.connected() as connector:
        for number, descriptor in enumerate((for_all, for_payroll), start=1001):
            writer.connection.exec_driver_sql(
                "INSERT INTO descriptor (id, digest, kind, raw) VALUES (?, ?, 'nt', ?)",
                (number, bytes([number - 1000]), descriptor),
            )
        writer.connection.exec_driver_sql("UPDATE entry SET descriptor_id = 1001")
        writer.connection.exec_driver_sql("UPDATE share SET descriptor_id = 1002")
        ((share_id, share_run_id),) = writer.connection.exec_driver_sql(
            "SELECT share_id, max(id) FROM share_run"
        )
        reach.refresh(writer, connector, share_id, share_run_id, reach.Guards.CHANGED)
        writer.commit()
    with answered.reading() as connection:
        found = who_can_reach(connection, share_id, "", "644 1.txt")
    assert found is not None
    assert [(each.person, each.right) for each in found.grants] == [
        ("ann", "read"),
        ("dot", "read"),
    ]
    assert found.broad == ()


def test_a_source_that_cannot_be_asked_leaves_what_was_known_and_says_what_is_not(
    answered: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "new.txt"), b"UK_NINO JG109999A\n")
    share.root.files["new.txt"].mode = stat.S_IFREG | 0o620
    with answered.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        share.drop()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.commit()
    with answered.reading() as connection:
        before = who_can_reach(connection, night.run.share_id, "", "640 60.txt")
        new = who_can_reach(connection, night.run.share_id, "", "new.txt")
    assert before is not None
    assert before.known
    assert [each.person for each in before.grants if each.right == "read"] == ["ann", "bob"]
    assert new is not None
    assert not new.known
    assert "could not be asked who has accounts" in new.statement[0]
