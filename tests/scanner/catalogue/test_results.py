"""What is stored of the work, and that totals stay the sum of the findings through all of it."""

from __future__ import annotations

from random import Random

import pytest

from connectors.base import Ref
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import KEY, OTHER, TODAY, Catalogue
from tests.scanner.totals import assert_totals

NHS = b"UK_NHS 9990000018\n"
MORE = b"UK_NHS 9990000018\nUK_NHS 9990000026\nUK_NINO QQ123456\n"
_FINDINGS = "SELECT entity, occurrences, since, until FROM finding ORDER BY id"


def _whole(catalogue: Catalogue) -> list[tuple[object, ...]]:
    assert_totals(catalogue.database)
    return catalogue.rows(
        "SELECT entity, entries, occurrences FROM total WHERE folder_id = 0 AND entries > 0"
        " ORDER BY entity"
    )


def test_totals_follow_what_is_added_changed_copied_moved_and_removed(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.make_folder(("a", "b"))
    share.write(Ref(("a", "b"), "deep.txt"), NHS)
    catalogue.night(share)
    assert _whole(catalogue) == [("UK_NHS", 1, 1)]
    share.write(Ref((), "copy.txt"), NHS)
    share.write(Ref(("a",), "more.txt"), MORE)
    catalogue.night(share)
    assert _whole(catalogue) == [("UK_NHS", 3, 4), ("UK_NINO", 1, 1)]
    share.write(Ref(("a",), "more.txt"), NHS)
    catalogue.night(share)
    assert _whole(catalogue) == [("UK_NHS", 3, 3)]
    share.remove(Ref((), "copy.txt"))
    share.remove(Ref((), "a"))
    catalogue.night(share)
    assert _whole(catalogue) == []


def test_totals_hold_after_any_run_of_changes(catalogue: Catalogue, share: MemoryShare) -> None:
    seeded = Random(20261125)
    folders = [(), ("a",), ("a", "b"), ("c",)]
    names = ["x.txt", "y.txt", "9990000034.txt"]
    contents = [NHS, MORE, b"", b"gap corrupt\nUK_NINO QQ123456 in.txt\n", b"gap timed-out\n"]
    for path in folders:
        share.make_folder(path)
    for _ in range(12):
        for _ in range(seeded.randint(0, 5)):
            ref = Ref(seeded.choice(folders), seeded.choice(names))
            if ref.name in share.folder(ref.folder).files and seeded.random() < 0.4:
                share.remove(ref)
            else:
                share.write(ref, seeded.choice(contents))
        found = catalogue.night(share, sets=seeded.choice([TODAY, OTHER]))
        there = sum(len(share.folder(path).files) for path in folders)
        assert found.enumerated == there == found.examined + found.unchanged + found.gaps
        assert_totals(catalogue.database)


def test_a_finding_is_valid_from_the_night_it_was_seen_until_it_was_not(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "9990000042.txt"), NHS)
    catalogue.night(share)
    share.remove(Ref((), "9990000042.txt"))
    share.write(Ref((), "other.txt"), MORE)
    catalogue.night(share)
    # The name's finding ends; the content's stays with the content, which may come back.
    assert ("UK_NHS", 1, 1, 2) in catalogue.rows(_FINDINGS)
    assert ("UK_NHS", 2, 2, None) in catalogue.rows(_FINDINGS)
    past = catalogue.rows(
        "SELECT since, until, entries, occurrences FROM total_past WHERE folder_id = 0"
    )
    assert past == [(1, 2, 2, 2)]  # as of the first night: the name and the content


def test_other_detectors_replace_what_was_found_and_keep_its_past(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    share.write(Ref((), "b.txt"), NHS)
    catalogue.night(share, sets=OTHER)
    assert catalogue.night(share).examined == 2
    assert catalogue.rows(_FINDINGS) == [("UK_NHS", 1, 1, 2), ("UK_NHS", 1, 2, None)]
    assert _whole(catalogue) == [("UK_NHS", 2, 2)]


def test_a_token_is_stored_as_16_bytes_beside_its_mask_and_never_in_clear(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), b"UK_NHS 9990000018\nUK_NHS 9990000018\nUK_NHS 9990000026 m\n")
    catalogue.night(share)
    stored = catalogue.rows(
        'SELECT member, token, "count", confidence, masked FROM occurrence ORDER BY member'
    )
    assert stored == [
        ("", KEY.token("UK_NHS", "9990000018"), 2, 0.9, "********18"),
        ("m", KEY.token("UK_NHS", "9990000026"), 1, 0.9, "********26"),
    ]
    assert b"99900000" not in catalogue.database.read_bytes()


def test_what_was_found_before_stays_while_a_file_cannot_be_read(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.txt"), NHS)
    catalogue.night(share)
    share.deny(Ref((), "a.txt"))
    assert catalogue.night(share).gaps == 1
    assert catalogue.rows("SELECT state, cause, content_id FROM entry") == [("gap", "denied", 1)]
    assert _whole(catalogue) == [("UK_NHS", 1, 1)]


@pytest.mark.parametrize(("cause", "examined_again"), [("corrupt", False), ("timed-out", True)])
def test_what_lasts_is_carried_over_as_a_gap_and_what_passes_is_tried_again(
    catalogue: Catalogue, share: MemoryShare, cause: str, examined_again: bool
) -> None:
    share.write(Ref((), "a.txt"), f"gap {cause}\n".encode() + NHS)
    share.write(Ref((), "whole.txt"), NHS)
    first = catalogue.night(share)
    assert (first.examined, first.gaps) == (1, 1)
    second = catalogue.night(share)
    assert (second.examined, second.unchanged, second.gaps) == (0, 1, 1)
    (seen,) = catalogue.rows("SELECT seen_share_run_id FROM entry WHERE name = 'a.txt'")
    assert seen == (2 if examined_again else 1,)
    assert _whole(catalogue) == [("UK_NHS", 2, 2)]


def test_members_that_could_not_be_read_are_kept_with_their_cause(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "a.zip"), b"gap encrypted in/one.txt\ngap corrupt two.txt\n" + NHS)
    catalogue.night(share)
    assert catalogue.rows("SELECT state, cause FROM entry") == [("gap", "partial")]
    assert catalogue.rows("SELECT member, cause FROM member_gap ORDER BY member") == [
        ("in/one.txt", "encrypted"),
        ("two.txt", "corrupt"),
    ]
    assert catalogue.rows("SELECT cause, member_gaps FROM content") == [("partial", 2)]
