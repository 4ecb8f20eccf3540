"""Runs: resumed under their own id, counted, closed; a share that dropped loses nothing."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError

from connectors.base import Ref, RootIdentity
from scanner.catalogue import runs
from scanner.catalogue.runs import Coverage, Ended
from scanner.errors import SettingsError
from scanner.keys import TokenKey
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.catalogue.nights import KEY, OTHER, TODAY, Catalogue, Night

NHS = b"UK_NHS 9990000018\n"


@pytest.fixture
def filled(share: MemoryShare) -> MemoryShare:
    share.make_folder(("a",))
    for number in range(4):
        share.write(Ref(("a",), f"file {number}"), NHS)
    return share


def test_a_catalogue_is_bound_to_its_first_key(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        runs.check_key(writer, KEY)
        runs.check_key(writer, KEY)
        with pytest.raises(SettingsError, match=KEY.key_id):
            runs.check_key(writer, TokenKey(bytes(32)))
    assert catalogue.rows("SELECT id FROM token_key") == [(KEY.key_id,)]
    assert KEY.secret not in catalogue.database.read_bytes()


def test_what_was_cut_off_goes_on_under_its_own_id(
    catalogue: Catalogue, filled: MemoryShare
) -> None:
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(filled), "/invented", TODAY)
        work = night.crawl()
        for each in work[:2]:
            night.read(each)
        night.commit()
        night.read(work[2])  # not committed: the process is killed
    with catalogue.writing() as writer:
        again = Night(writer, MemoryConnector(filled), "/invented", TODAY)
        assert (again.run.id, again.run.run_id) == (night.run.id, night.run.run_id)
        assert not again.run.after_complete
        found = again.whole()
    assert found == Coverage(4, 4, 0, 0, 0)
    assert catalogue.rows("SELECT outcome FROM share_run") == [("complete",)]
    assert catalogue.rows("SELECT count(*) FROM run WHERE finished IS NOT NULL") == [(1,)]


def test_what_was_cut_off_under_other_detectors_is_closed_as_incomplete(
    catalogue: Catalogue, filled: MemoryShare
) -> None:
    with catalogue.writing() as writer:
        Night(writer, MemoryConnector(filled), "/invented", OTHER).crawl()
        writer.commit()
    assert catalogue.night(filled) == Coverage(4, 4, 0, 0, 0)
    first, second = catalogue.rows("SELECT outcome, reason FROM share_run ORDER BY id")
    assert first[0] == "incomplete"
    assert "detectors or extractors changed" in str(first[1])
    assert second == ("complete", None)


def test_a_run_tells_what_was_known_before(catalogue: Catalogue, filled: MemoryShare) -> None:
    catalogue.night(filled)
    with catalogue.writing() as writer:
        after = runs.begin(writer, "memory", "/invented", "invented", "memory", TODAY.digest, "0")
        other = runs.begin(writer, "memory", "/elsewhere", "elsewhere", "memory", TODAY.digest, "0")
    assert (after.entries_before, after.after_complete) == (4, True)
    assert after.file_system_before == "memory"
    assert (other.entries_before, other.after_complete, other.file_system_before) == (
        0,
        False,
        None,
    )
    assert other.share_id != after.share_id


def test_a_share_that_another_source_answers_for_now_is_not_taken_for_unchanged(
    catalogue: Catalogue, filled: MemoryShare
) -> None:
    catalogue.night(filled)
    with catalogue.writing() as writer:
        after = runs.begin(
            writer, "memory", "/invented", "invented", "elsewhere", TODAY.digest, "0"
        )
    assert (after.entries_before, after.after_complete) == (4, False)
    assert catalogue.rows("SELECT source FROM share") == [("elsewhere",)]


def test_a_dropped_share_closes_no_row_and_all_that_was_missed_is_a_gap(
    catalogue: Catalogue, filled: MemoryShare
) -> None:
    catalogue.night(filled)
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(MemoryShare()), "/invented", TODAY)
        night.crawl()
        night.commit()
        assert runs.vanished(writer, night.run) == 4
        missed, folders = runs.keep_unreachable(writer, night.run, night.listings.seen)
        found = runs.coverage(writer, night.run, 4, folders)
        runs.store_coverage(writer, night.run, found, Ended.INCOMPLETE, "dropped")
    assert (missed, len(folders)) == (4, 2)
    assert found == Coverage(4, 0, 0, 0, 4)
    assert catalogue.rows("SELECT DISTINCT state, cause, vanishing FROM entry") == [
        ("gap", "unreachable", None)
    ]
    assert catalogue.rows("SELECT DISTINCT state, since, until FROM entry_past") == [
        ("examined", 1, 2)
    ]
    assert catalogue.rows("SELECT count(*) FROM folder WHERE until IS NOT NULL") == [(0,)]
    assert catalogue.night(filled) == Coverage(4, 4, 0, 0, 0)  # back, and looked at again


def test_a_sum_that_is_wrong_is_refused_by_the_database(
    catalogue: Catalogue, filled: MemoryShare
) -> None:
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(filled), "/invented", TODAY)
        for each in night.crawl():
            night.read(each)
        night.commit()
        found = runs.coverage(writer, night.run, night.listings.enumerated, night.listings.seen)
        for wrong in (replace(found, enumerated=5), replace(found, gaps=1)):
            with pytest.raises(IntegrityError, match="coverage"):
                runs.store_coverage(writer, night.run, wrong, Ended.COMPLETE)
        lies = RootIdentity("disk", filtered=True)
        runs.store_coverage(writer, night.run, found, Ended.COMPLETE, None, lies)
    assert catalogue.rows("SELECT file_system FROM share") == [("disk",)]
    assert catalogue.rows("SELECT filtered FROM share_run") == [(1,)]


def test_coverage_counts_only_the_folders_the_run_came_to(
    catalogue: Catalogue, filled: MemoryShare
) -> None:
    filled.write(Ref((), "top"), b"gap corrupt\n")
    assert catalogue.night(filled) == Coverage(5, 4, 0, 0, 1)
    with catalogue.writing() as writer:
        run = runs.begin(writer, "memory", "/invented", "invented", "memory", TODAY.digest, "0")
        assert runs.coverage(writer, run, 0, array("q")) == Coverage(0, 0, 0, 0, 0)
        (root,) = catalogue.rows("SELECT id FROM folder WHERE path = ''")
        assert runs.coverage(writer, run, 1, array("q", root)) == Coverage(1, 0, 0, 0, 1)


def test_a_run_of_two_shares_ends_with_the_second(
    catalogue: Catalogue, filled: MemoryShare
) -> None:
    open_runs = "SELECT count(*) FROM run WHERE finished IS NULL"
    with catalogue.writing() as writer:
        first = Night(writer, MemoryConnector(filled), "/first", TODAY)
        first.whole()
        assert catalogue.rows(open_runs) == [(0,)]
        second = runs.begin(
            writer, "memory", "/second", "", "memory", TODAY.digest, "0", first.run.run_id
        )
        assert second.run_id == first.run.run_id
        assert catalogue.rows(open_runs) == [(1,)]
        nothing = Coverage(0, 0, 0, 0, 0)
        runs.store_coverage(writer, second, nothing, Ended.INCOMPLETE, "it was away")
    assert catalogue.rows(open_runs) == [(0,)]
    assert catalogue.rows("SELECT count(*) FROM run") == [(1,)]
