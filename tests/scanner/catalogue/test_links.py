from __future__ import annotations

from connectors.base import Ref
from scanner.catalogue import links
from scanner.catalogue.queries.exports import gaps
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue


def test_only_the_links_of_the_last_scan_of_a_share_are_kept(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "letter"), b"")
    catalogue.night(share, "/one")
    catalogue.night(share, "/two")
    with catalogue.writing() as writer:
        links.store(writer, 1, [(("a", "b"), r"\\files02\b"), (("c",), "")])
        links.store(writer, 2, [(("d",), r"\\files02\d")])
        links.store(writer, 1, [(("c",), r"\\files03\c")])
        links.store(writer, 2, [])
        writer.commit()
    assert catalogue.rows("SELECT * FROM link") == [(1, "c", r"\\files03\c")]


def test_a_gap_that_is_a_link_is_exported_with_what_it_leads_to(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.make_folder(("a",))
    share.write(Ref(("a",), "a1"), b"")
    catalogue.night(share)
    with catalogue.writing() as writer:
        writer.connection.exec_driver_sql(
            "UPDATE entry SET state = 'gap', cause = 'unreachable' WHERE name = 'a1'"
        )
        links.store(writer, 1, [(("a", "a1"), r"\\files02\b")])
        writer.commit()
    with catalogue.reading() as connection:
        assert [(row["path"], row["target"]) for row in gaps(connection)] == [
            ("a/a1", r"\\files02\b")
        ]
