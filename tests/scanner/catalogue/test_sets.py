"""After a change, what it cannot concern is brought up to date without being examined again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.base import Ref
from detectors.engine.touched import TEXT
from detectors.registry import Part
from scanner.catalogue.sets import Earlier
from scanner.crawl import Why
from scanner.sets import Sets
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.catalogue.nights import Catalogue, Night
from tests.scanner.totals import assert_totals

ONE = Part("ONE", "1", "", "1", ())
TWO = Part("TWO", "1", "", "1", ())
BEFORE = Sets("rules", "engine", (ONE, TWO), (("text/plain", "1"),))
TWO_GONE = replace(BEFORE, detectors=(ONE,))
ONE_GONE = replace(BEFORE, detectors=(TWO,))
OTHER_ENGINE = replace(BEFORE, engine="other")
NHS = b"UK_NHS 9990000018\n"


@pytest.mark.parametrize(
    ("touched", "today", "stands"),
    [
        ({TEXT, "TWO"}, ONE_GONE, {TEXT, "TWO"}),
        ({TEXT, "TWO", "text/plain"}, ONE_GONE, {TEXT, "TWO", "text/plain"}),
        ({TEXT, "ONE"}, ONE_GONE, None),
        ({TEXT}, OTHER_ENGINE, None),
        (set(), OTHER_ENGINE, set()),  # an empty file, a picture
        (set(), replace(BEFORE, alike="other"), None),
    ],
)
def test_what_stands_is_packed_as_today_packs_it(
    catalogue: Catalogue, touched: set[str], today: Sets, stands: set[str] | None
) -> None:
    with catalogue.writing() as writer:
        Earlier(writer, BEFORE)
        answer = Earlier(writer, today).today(BEFORE.digest, BEFORE.packed(touched))
    assert (None if answer is None else today.unpacked(answer)) == stands


def test_what_is_not_known_is_examined_again(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        earlier = Earlier(writer, BEFORE)
        assert earlier.today(BEFORE.digest, None) is None  # noted by no version before this one
        assert earlier.today(b"a set that was never kept", b"") is None
        for parts in ("{", "[]", '["rules", "engine"]', '["rules", "engine", 1, 2, 3]'):
            writer.connection.exec_driver_sql("INSERT INTO sets VALUES (?, ?)", (b"odd", parts))
            assert Earlier(writer, BEFORE).today(b"odd", b"") is None
            writer.connection.exec_driver_sql("DELETE FROM sets WHERE digest = ?", (b"odd",))


def test_a_content_that_stands_is_of_todays_sets_and_the_next_night_is_quick(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    for name in ("a.txt", "b.txt", "9990000026.txt"):
        share.write(Ref((), name), NHS)
    share.make_folder(("below",))
    share.write(Ref(("below",), "a.txt"), NHS)
    share.write(Ref((), "corrupt.txt"), b"gap corrupt\n")
    catalogue.night(share, sets=BEFORE)
    findings = catalogue.rows("SELECT * FROM finding WHERE content_id IS NOT NULL")
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), "/invented", TWO_GONE)
        work = night.crawl()
        assert [each.why for each in work] == [Why.OTHER_SETS] * 5
        for each in work:
            content = night.results.content_of(each)
            assert content is not None
            assert night.results.is_current(content)
            night.results.known(each, content, ())
        night.end()
    assert catalogue.rows("SELECT * FROM finding WHERE content_id IS NOT NULL") == findings
    assert catalogue.rows("SELECT DISTINCT sets FROM content") == [(TWO_GONE.digest,)]
    assert catalogue.night(share, sets=TWO_GONE).unchanged == 4
    assert_totals(catalogue.database)


def test_a_gap_that_may_pass_never_stands(catalogue: Catalogue, share: MemoryShare) -> None:
    share.write(Ref((), "a.txt"), b"gap timed-out\n")
    catalogue.night(share, sets=BEFORE)
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), "/invented", TWO_GONE)
        (work,) = night.crawl()
        content = night.results.content_of(work)
        assert content is not None
        assert not night.results.is_current(content)


def test_names_of_copies_are_looked_at_though_their_content_is_up_to_date(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    share.make_folder(("below",))
    share.write(Ref(("below",), "copy.txt"), NHS)
    catalogue.night(share, sets=BEFORE)
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), "/invented", OTHER_ENGINE)
        first, second = night.connector.walk()
        for each in night.take(first):
            night.read(each)
        night.commit()
        assert [each.why for each in night.take(second)] == [Why.OTHER_SETS]
