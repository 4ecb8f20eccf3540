"""Where below a folder other people can read; that it is so for real is held by the commands."""

from __future__ import annotations

import stat

import pytest

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.queries.below import PlaceBelow, below, on_server
from scanner.catalogue.sums import sum_up
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night

_STAFF = tuple(
    Principal("box", f"uid:{n}", PrincipalKind.STAFF, f"p{n}") for n in range(1000, 1004)
)
_FOLDERS = {
    ("HR",): 0o700,
    ("HR", "Cases"): 0o755,
    ("HR", "Cases", "Old"): 0o700,
    ("HR", "Empty"): 0o755,
    ("Other",): 0o755,
}
_FILES = {
    ("HR", "own.txt"): 0o600,
    ("HR", "moved in.txt"): 0o644,
    ("HR", "Cases", "1.txt"): 0o644,
    ("HR", "Cases", "Old", "2.txt"): 0o600,
    ("Other", "3.txt"): 0o600,
}


@pytest.fixture(params=[False, True])
def answered(request: pytest.FixtureRequest, catalogue: Catalogue, share: MemoryShare) -> Catalogue:
    """Return a share whose owner alone can read HR itself: no folder's x holds anybody back."""
    share.accounts = Accounts("box", _STAFF, ())
    for path, mode in _FOLDERS.items():
        share.make_folder(path)
        share.folder(path).mode = stat.S_IFDIR | mode | 0o011
    for path, mode in _FILES.items():
        share.write(Ref(path[:-1], path[-1]), b"")
        share.folder(path[:-1]).files[path[-1]].mode = stat.S_IFREG | mode
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "smb://files01/docs", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        if request.param:
            sum_up(writer)
        writer.commit()
    return catalogue


def _told(places: tuple[PlaceBelow, ...]) -> list[tuple[object, ...]]:
    return [(each.folder, each.apart, each.files, each.paths, each.readers) for each in places]


def test_only_what_others_can_read_than_the_folder_is_named_widest_first(
    answered: Catalogue,
) -> None:
    with answered.reading() as connection:
        found = below(connection, 1, "HR")
        deeper = below(connection, 1, "HR/Cases/Old")
    assert _told(found.places) == [
        ("HR", True, 1, ("HR/moved in.txt",), 4),
        ("HR/Cases", False, 1, (), 4),
        ("HR/Empty", False, 0, (), 4),
    ]
    assert all(each.known for each in found.places)
    assert (deeper.places, deeper.unlisted) == ((), 0)


def test_a_share_and_a_server_name_the_places_of_all_its_folders(answered: Catalogue) -> None:
    with answered.reading() as connection:
        whole = below(connection, 1, "")
        server = on_server(connection, (1,))
    assert _told(whole.places) == [
        ("", True, 1, ("Other/3.txt",), 1),
        ("HR", False, 1, (), 1),
        ("HR/Cases/Old", False, 1, (), 1),
    ]
    assert (server.shares, server.people) == (1, 4)
    assert ("", False, 0, (), 4) in _told(server.below.places)
    assert {*_told(whole.places)} < {*_told(server.below.places)}
    assert [place.readers for place in server.below.places] == sorted(
        (place.readers for place in server.below.places), reverse=True
    )


def test_what_is_not_known_is_a_place_and_what_was_not_listed_is_counted(
    answered: Catalogue,
) -> None:
    with answered.writing() as writer:
        for statement in (
            "UPDATE entry SET descriptor_id = NULL WHERE name = '1.txt'",
            "UPDATE folder SET cause = 'denied' WHERE path IN ('HR/Empty', 'Other')",
            "UPDATE share SET summed = 0",
        ):
            writer.connection.exec_driver_sql(statement)
        writer.commit()
    with answered.reading() as connection:
        found = below(connection, 1, "HR")
    (unknown,) = (each for each in found.places if not each.known)
    assert (unknown.folder, unknown.paths) == ("HR/Cases", ("HR/Cases/1.txt",))
    assert unknown.statement
    assert found.unlisted == 1
