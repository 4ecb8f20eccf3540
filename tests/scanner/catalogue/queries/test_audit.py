"""Which places an auditor is told; their people are held by tests/reports/cli/test_export.py."""

from __future__ import annotations

import stat

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.queries.audit import access
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue, Night


def _scanned(catalogue: Catalogue, share: MemoryShare) -> None:
    people = {1000: "owner", 1100: "ann"}
    share.accounts = Accounts(
        "box",
        tuple(
            Principal("box", f"uid:{uid}", PrincipalKind.STAFF, name)
            for uid, name in people.items()
        ),
        (),
    )
    for folder, mode in ((("a",), 0o755), (("a", "b"), 0o700), (("c",), 0o755)):
        share.make_folder(folder)
        share.folder(folder).mode = stat.S_IFDIR | mode
        share.write(Ref(folder, "x.txt"), b"")
    share.folder(("c",)).files["x.txt"].mode = stat.S_IFREG | 0o600
    with catalogue.writing() as writer, share.connected() as connector:
        night = Night(writer, connector, "/invented", TODAY)
        night.whole()
        reach.refresh(writer, connector, night.run.share_id, night.run.id, reach.Guards.CHANGED)
        writer.commit()


def _told(catalogue: Catalogue) -> list[tuple[object, ...]]:
    with catalogue.reading() as connection:
        return [
            (row["path"], row["kind"], row["person"], row["right"], row["known"])
            for row in access(connection)
        ]


def test_only_folders_and_files_that_others_can_reach_are_told(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    _scanned(catalogue, share)
    owner = [("owner", "read", True), ("owner", "write", True)]
    assert _told(catalogue) == [
        ("", "folder", "ann", "read", True),
        *(("", "folder", *grant) for grant in owner),
        ("", "folder", "everyone with an account", "read", True),
        *(("a/b", "folder", *grant) for grant in owner),
        *(("c/x.txt", "file", *grant) for grant in owner),
    ]


def test_a_place_nobody_can_reach_and_one_not_known_have_a_row_each(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    _scanned(catalogue, share)
    with catalogue.writing() as writer:
        writer.connection.exec_driver_sql("UPDATE reach SET until = 1")
        writer.connection.exec_driver_sql("UPDATE access_key SET broad = '{}'")
        writer.connection.exec_driver_sql(
            "UPDATE entry SET descriptor_id = NULL WHERE name = 'x.txt' AND folder_id ="
            " (SELECT id FROM folder WHERE path = 'a/b')"
        )
        writer.commit()
    assert _told(catalogue) == [
        ("", "folder", None, None, True),
        ("a/b/x.txt", "file", None, None, False),
    ]
