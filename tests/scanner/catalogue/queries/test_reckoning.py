"""Which files are kept as the fullest of a key; that sums are right is held by test_sums.py."""

from __future__ import annotations

import pytest

from connectors.base import Ref
from scanner.catalogue.queries.reckoning import MOST_FULL, fullest, paths_of
from scanner.catalogue.sums import sum_up
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue


@pytest.mark.parametrize("stored", [False, True])
def test_of_a_key_those_about_most_people_are_kept_and_of_equal_ones_the_first_by_path(
    catalogue: Catalogue, share: MemoryShare, *, stored: bool
) -> None:
    for number in range(MOST_FULL + 5):
        people = 3 if number == MOST_FULL + 4 else 1
        lines = "".join(f"UK_NINO JG10{number:02}{n:02}A\n" for n in range(people))
        share.write(Ref((), f"{number:02}.txt"), lines.encode())
    catalogue.night(share)
    if stored:
        with catalogue.writing() as writer:
            sum_up(writer)
            writer.commit()
    with catalogue.reading() as connection:
        (found,) = fullest(connection).values()
        paths = paths_of(connection, (each.entry_id for each in found.files))
    assert found.files_of == MOST_FULL + 5
    assert sorted(paths.values()) == [*(f"{n:02}.txt" for n in range(MOST_FULL - 1)), "14.txt"]
