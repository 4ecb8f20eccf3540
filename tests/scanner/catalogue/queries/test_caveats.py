"""What is said of permissions beside who can: of which day they are, and from where."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator

import pytest
from sqlalchemy import Connection

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.queries import history, person_past
from scanner.catalogue.queries.access import shares, who_can_reach
from scanner.catalogue.queries.audit import access
from scanner.catalogue.queries.caveats import caveats
from scanner.catalogue.queries.exposure import exposed_places
from scanner.catalogue.queries.holding import Counted
from scanner.catalogue.queries.person import reach_of
from scanner.catalogue.queries.principals import account_named
from tests.connectors.memory import MemoryShare
from tests.scanner.access.nt.small_office import raw
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night

_FOLDER, _FILE = ("Rents",), "a.txt"


@pytest.fixture
def scanned(catalogue: Catalogue, share: MemoryShare) -> Catalogue:
    """Return the catalogue of a file in a folder, each guarded by a descriptor of its own."""
    share.times_tell = False
    share.make_folder(_FOLDER)
    share.write(Ref(_FOLDER, _FILE), b"")
    share.folder(_FOLDER).mode = stat.S_IFDIR | 0o750
    catalogue.night(share)
    return catalogue


def _said(catalogue: Catalogue, folder: str, name: str | None) -> list[str]:
    with catalogue.reading() as connection:
        ((share_id, _root),) = shares(connection)
        return list(caveats(connection, share_id, folder, name))


def _guard(catalogue: Catalogue, **sddl: str) -> None:
    """Guard the root, the folder and the file by NT permissions."""
    of = {
        "root": "SELECT descriptor_id FROM folder_access JOIN folder ON id = folder_id"
        " WHERE path = ''",
        "folder": "SELECT descriptor_id FROM folder_access JOIN folder ON id = folder_id"
        " WHERE path = 'Rents'",
        "file": "SELECT descriptor_id FROM entry",
    }
    with catalogue.writing() as writer:
        for place, text in sddl.items():
            writer.connection.exec_driver_sql(
                f"UPDATE descriptor SET kind = 'nt', raw = ? WHERE id = ({of[place]})",  # noqa: S608 - constants
                (raw(text),),
            )
        writer.commit()


_ANN = "D:(A;OICI;FR;;;{ann})"


@pytest.mark.parametrize(
    ("file", "begins"),
    [
        ("D:(A;ID;FR;;;{ann})", None),
        ("D:(A;;FR;;;{bob})", None),  # its own
        ("D:(A;ID;FR;;;{bob})", "1 of its permissions was inherited elsewhere"),
        ("D:(A;ID;FR;;;{bob})(A;ID;FW;;;{bob})", "2 of its permissions were inherited elsewhere"),
    ],
)
def test_permissions_from_another_folder_are_said_of_a_file(
    scanned: Catalogue, file: str, begins: str | None
) -> None:
    _guard(scanned, folder=_ANN, file=file)
    said = _said(scanned, "Rents", _FILE)
    assert [each.startswith(begins or "-") for each in said] == [True] * bool(begins)


def test_they_are_said_of_a_folder_too_and_of_the_root_nothing(scanned: Catalogue) -> None:
    _guard(scanned, root=_ANN, folder="D:(A;OICIID;FR;;;{bob})")
    assert len(_said(scanned, "Rents", None)) == 1
    assert _said(scanned, "", None) == []


def test_damaged_permissions_say_nothing_here(scanned: Catalogue) -> None:
    _guard(scanned, folder=_ANN, file="D:(A;ID;FR;;;{bob})")
    with scanned.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE descriptor SET raw = x'01' WHERE kind = 'nt'")
        writer.commit()
    assert _said(scanned, "Rents", _FILE) == []


def test_a_file_whose_permissions_are_older_than_the_last_scan_says_of_which_day(
    scanned: Catalogue, share: MemoryShare
) -> None:
    assert _said(scanned, "Rents", _FILE) == []
    scanned.night(share)
    with scanned.writing() as writer:
        writer.connection.exec_driver_sql(
            "UPDATE share_run SET started = '2026-03-01' WHERE id = 1"
        )
        writer.commit()
    (said,) = _said(scanned, "Rents", _FILE)
    assert said.startswith("Its permissions were last read on 2026-03-01:")
    assert _said(scanned, "Rents", None) == [], "a folder's are read each night"


def _night(catalogue: Catalogue, share: MemoryShare, day: str) -> None:
    """Scan on a day."""
    with catalogue.writing() as writer, share.connected() as connector:
        execute = writer.connection.exec_driver_sql
        night = Night(writer, connector, "/invented", TODAY)
        execute(
            "UPDATE share_run SET started = ? WHERE id = ?", (f"{day}T01:00:00+00:00", night.run.id)
        )
        writer.commit()
        night = Night(writer, connector, "/invented", TODAY)  # goes on with it, on that day
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        execute(
            "UPDATE share_run SET finished = ? WHERE id = ?",
            (f"{day}T02:00:00+00:00", night.run.id),
        )
        writer.commit()


@pytest.fixture
def changed(catalogue: Catalogue, share: MemoryShare) -> Iterator[Connection]:
    """Give a catalogue of a file that was closed on 2 March, which was seen on the 8th."""
    share.times_tell = False
    share.accounts = Accounts(
        "box", (Principal("box", "uid:1100", PrincipalKind.STAFF, "ann"),), ()
    )
    share.make_folder(_FOLDER)
    for name in ("a.txt", "b.txt"):
        share.write(Ref(_FOLDER, name), b"UK_NINO JG101000A\n")
    _night(catalogue, share, "2026-03-01")
    share.folder(_FOLDER).files[_FILE].mode = stat.S_IFREG | 0o600
    for day in ("2026-03-02", "2026-03-03", "2026-03-08", "2026-03-09"):
        _night(catalogue, share, day)
    with catalogue.reading() as connection:
        yield connection


def _names(counted: Iterable[Counted]) -> tuple[str, ...]:
    return tuple(each.name for each in counted)


def _of_days(statement: Iterable[str]) -> list[str]:
    """Return what is said of the days that permissions are of, without what follows."""
    return [each.partition(":")[0] for each in statement if "read anew within 7 days" in each]


def _on(connection: Connection, day: str, name: str = _FILE) -> tuple[set[str], list[str]]:
    """Return who could read a file on a day, and the days that are said."""
    past = history.as_of(connection, 1, "Rents", name, f"{day}T23")
    assert past
    return {each.person for each in past.reach.grants}, _of_days(past.reach.statement)


def test_an_answer_about_a_past_day_says_of_which_day_permissions_are(changed: Connection) -> None:
    assert _on(changed, "2026-03-01") == ({"ann"}, [])
    unseen = "Its permissions were last read between 2026-03-01 and 2026-03-03"
    assert _on(changed, "2026-03-03") == ({"ann"}, [unseen]), "closed, but not seen to be"
    assert _on(changed, "2026-03-03", "b.txt") == ({"ann"}, []), "it was the same when read again"
    assert _on(changed, "2026-03-08") == (set(), [])
    last = "Its permissions were last read on 2026-03-08"
    assert _on(changed, "2026-03-09") == (set(), [last])


def test_every_other_answer_says_how_old_permissions_may_be(changed: Connection) -> None:
    since = "Permissions of files may have changed since 2026-03-08, when some were last read"
    late = "Permissions of files may have changed up to 7 days before a scan saw it"
    read = "Its permissions were last read on 2026-03-08"
    ann = account_named(changed, "ann")
    days = ("2026-03-02T00", "2026-03-04T23")
    ever = history.between(changed, 1, "Rents", _FILE, *days)
    past = person_past.as_of(changed, ann, "2026-03-03T23")
    then = person_past.between(changed, ann, *days)
    assert ever
    assert past
    assert then
    now = who_can_reach(changed, 1, "Rents", _FILE)
    assert now
    for said, statements in (
        (read, [now.statement]),
        (since, [_names(each.statement) for each in reach_of(changed, ann).places]),
        (since, [each.statement for each in exposed_places(changed)]),
        (late, [ever.statement]),
        (late, [_names(each.statement) for each in (*past.places, *then.places)]),
    ):
        assert statements
        assert [_of_days(each) for each in statements] == [[said]] * len(statements)
    of_place = {row["path"]: row["statement"] for row in access(changed)}
    for path, said in (("", since), ("Rents/a.txt", read)):
        statement = of_place[path]
        assert isinstance(statement, list)
        assert _of_days(statement) == [said]


def test_where_the_last_scan_read_all_or_times_tell_no_day_is_said(
    changed: Connection, catalogue: Catalogue, share: MemoryShare
) -> None:
    ann = account_named(changed, "ann")
    _night(catalogue, share, "2026-03-16")
    with catalogue.reading() as connection:
        places = reach_of(connection, ann).places
        assert not any(_of_days(_names(each.statement)) for each in places)
        folder = history.between(connection, 1, "Rents", None, "2026-03-02", "2026-03-16")
    assert folder
    assert not _of_days(folder.statement), "a folder's are read each night"
    share.times_tell = True
    _night(catalogue, share, "2026-03-17")
    with catalogue.reading() as connection:
        assert not any(_of_days(each.statement) for each in exposed_places(connection))
        ever = history.between(connection, 1, "Rents", _FILE, "2026-03-02", "2026-03-16")
    assert ever
    assert not _of_days(ever.statement)
