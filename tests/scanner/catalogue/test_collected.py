"""What was collected of servers, kept under each of their names."""

from __future__ import annotations

from scanner.catalogue.collected import collected_at, collected_of, store_collected
from tests.scanner.catalogue.nights import Catalogue

_FIRST, _LATER = "2026-11-20T17:05:00+00:00", "2026-11-21T17:05:00+00:00"


def test_the_newest_of_a_server_is_had_by_each_of_its_names(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        store_collected(writer, ("files01", "files01.council.example"), _FIRST, "one")
        store_collected(writer, ("files02",), _FIRST, "other")
        store_collected(writer, ("files01", "files"), _LATER, "two")
        writer.commit()
        for name in ("files01", "FILES01", "files"):
            assert collected_of(writer, name) == "two"
        assert collected_of(writer, "files02") == "other"
        assert collected_of(writer, "files01.council.example") is None, "it is replaced whole"
        assert collected_at(writer, ("files02", "files")) == _LATER
        assert collected_at(writer, ("unknown",)) == ""


def test_what_was_told_is_not_kept_in_clear(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        store_collected(writer, ("files01",), _FIRST, "Jo Ashe " * 9)
        writer.commit()
    ((told,),) = catalogue.rows("SELECT told FROM collected")
    assert b"Ashe" not in told
