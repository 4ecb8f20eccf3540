from __future__ import annotations

import pytest

from connectors.base import Ref
from scanner.catalogue.queries.spelling import EVER, NOW, spellings
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue


def test_each_step_is_found_by_an_index_never_over_all_folders_or_files(
    catalogue: Catalogue,
) -> None:
    with catalogue.writing() as writer:
        for sql in NOW:
            plan = writer.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", (1,)).all()
            assert all("USING" in row[3] and "SCAN" not in row[3] for row in plan), plan


def test_what_is_gone_is_found_in_the_past_alone(catalogue: Catalogue, share: MemoryShare) -> None:
    share.make_folder(("Rents",))
    share.write(Ref(("Rents",), "Letter.txt"), b"")
    share.write(Ref((), "kept.txt"), b"")
    share.write(Ref((), "also.txt"), b"")
    catalogue.night(share)
    share.remove(Ref(("Rents",), "Letter.txt"))
    catalogue.night(share)
    with catalogue.reading() as connection:
        parts = ("RENTS", "LETTER.TXT")
        assert spellings(connection, 1, parts, NOW) == []
        assert spellings(connection, 1, parts, EVER) == [("Rents", "Letter.txt")]


@pytest.mark.parametrize("parts", [("none",), ("none", "below"), ("also.txt", "below")])
def test_what_is_not_there_is_nothing(
    parts: tuple[str, ...], catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "also.txt"), b"")
    catalogue.night(share)
    with catalogue.reading() as connection:
        assert spellings(connection, 1, parts, EVER) == []
