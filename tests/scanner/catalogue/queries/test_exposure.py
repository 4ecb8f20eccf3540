"""That files and places have one exposure; what is most exposed is held by test_access.py too."""

from __future__ import annotations

import stat

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.queries.exposure import exposed_places, most_exposed, with_ways
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night


def _scanned(catalogue: Catalogue, share: MemoryShare) -> None:
    staff = [Principal("box", f"uid:{n}", PrincipalKind.STAFF, f"p{n}") for n in range(1000, 1004)]
    share.accounts = Accounts("box", tuple(staff), ())
    for number, mode in enumerate((0o755, 0o700, 0o750)):
        share.make_folder((f"f{number}",))
        lines = "".join(f"UK_NINO JG10{number}{n:03}A\n" for n in range(number + 1))
        share.write(Ref((f"f{number}",), "held.txt"), lines.encode())
        share.folder((f"f{number}",)).mode = stat.S_IFDIR | mode
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.commit()


def test_where_each_place_has_one_file_both_orders_are_the_same(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    _scanned(catalogue, share)
    with catalogue.writing() as writer:
        writer.connection.exec_driver_sql(
            "UPDATE access_key SET known = 0 WHERE id = (SELECT k.id FROM access_key k"
            " JOIN folder_access a ON a.gate_id = k.gate_id JOIN folder f ON f.id = a.folder_id"
            " JOIN entry e ON e.folder_id = f.id AND e.descriptor_id = k.descriptor_id"
            " WHERE f.path = 'f2')"
        )
        writer.commit()
    with catalogue.reading() as connection:
        (found,) = most_exposed(connection).values()
        held = exposed_places(connection)
    assert (
        [each.subjects for each in found.files] == [place.people[1] for place in held] == [3, 1, 2]
    )
    assert [(place.known, place.readers, place.exposure) for place in held] == [
        (False, 0, 12),  # nobody knows who: as many as can read anything
        (True, 4, 4),
        (True, 1, 2),
    ]
    assert found.files_of == 3


def test_a_file_whose_permissions_could_not_be_read_is_not_left_out(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    _scanned(catalogue, share)
    with catalogue.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE entry SET descriptor_id = NULL")
        writer.commit()
    with catalogue.reading() as connection:
        (found,) = most_exposed(connection).values()
        places = exposed_places(connection)
    assert {each.known for each in found.files} == {False}
    assert found.files_of == 3
    assert all(place.statement and place.apart for place in places)


def test_places_apart_in_one_folder_are_told_by_their_files(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    staff = tuple(
        Principal("box", f"uid:{n}", PrincipalKind.STAFF, f"p{n}") for n in range(1000, 1004)
    )
    group = Principal("box", "gid:1000", PrincipalKind.GROUP, "team")
    share.accounts = Accounts("box", (*staff, group), (("gid:1000", "uid:1001"),))
    for number, mode in enumerate((0o644, 0o600, 0o640)):
        share.write(Ref((), f"{number}.txt"), f"UK_NINO JG10100{number}A\n".encode())
        share.folder(()).files[f"{number}.txt"].mode = stat.S_IFREG | mode
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.commit()
    with catalogue.reading() as connection:
        places = with_ways(connection, exposed_places(connection), 2)
    assert [bool(each.ways) for each in places] == [True, True, False]
    assert {each.readers: each.paths for each in places} == {
        4: ("0.txt",),
        1: ("1.txt",),
        2: ("2.txt",),
    }
