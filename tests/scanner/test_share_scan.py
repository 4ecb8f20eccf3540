"""A share that could not be opened; whole scans of shares are held by test_run and test_places."""

from __future__ import annotations

from pathlib import Path

import pytest

from connectors.base import Ref
from scanner.catalogue import runs
from scanner.catalogue.access import open_access_keys
from scanner.catalogue.queries.answer import share_answers
from scanner.catalogue.runs import Coverage, Ended
from scanner.share_scan import unopened
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import TODAY, Catalogue


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "catalogue.sqlite")


def test_a_share_that_could_not_be_opened_keeps_all_that_was_known_as_gaps(
    catalogue: Catalogue,
) -> None:
    share = MemoryShare()
    for name in ("a", "b"):
        share.write(Ref((), name), b"UK_NINO JG103759A\n")
    catalogue.night(share)
    with catalogue.writing() as writer:
        open_access_keys(writer, 1, 1)
        writer.commit()
    before = catalogue.rows("SELECT entity, occurrences FROM total ORDER BY id")
    with catalogue.writing() as writer:
        run = runs.begin(writer, "memory", "/invented", "invented", "memory", TODAY.digest, "0")
        outcome = unopened(writer, "/invented", run, "it is away")
    assert (outcome.ended, outcome.coverage) == (Ended.INCOMPLETE, Coverage(2, 0, 0, 0, 2))
    assert catalogue.rows("SELECT entity, occurrences FROM total ORDER BY id") == before
    with catalogue.reading() as connection:
        (answer,) = share_answers(connection)
    assert (answer.reason, answer.outcome, answer.filtered) == ("it is away", "incomplete", False)
    statements = catalogue.rows("SELECT DISTINCT statement FROM access_key")
    assert statements == [
        ('["The share could not be opened: who can reach this is not known yet."]',)
    ]
    assert catalogue.night(share) == Coverage(2, 2, 0, 0, 0)


def test_a_share_that_was_never_opened_is_in_the_answer(catalogue: Catalogue) -> None:
    with catalogue.writing() as writer:
        run = runs.begin(writer, "smb", "smb://a/b", "b", "smb://a", TODAY.digest, "0")
        unopened(writer, "smb://a/b", run, "no access")
    with catalogue.reading() as connection:
        (answer,) = share_answers(connection)
    assert (answer.root, answer.outcome) == ("smb://a/b", "incomplete")
    assert answer.coverage == Coverage(0, 0, 0, 0, 0)
