"""That sums are what the files say, after any night and however it ended."""

from __future__ import annotations

import random
import stat

import pytest

from connectors.base import Accounts, Principal, PrincipalKind, Ref
from scanner import reach
from scanner.catalogue.runs import Ended
from scanner.catalogue.sums import sum_up
from scanner.sets import Sets
from tests.connectors.memory import MemoryConnector, MemoryShare
from tests.scanner.catalogue.nights import OTHER, TODAY, Catalogue, Night
from tests.scanner.sums import assert_sums

_FOLDERS = ((), ("a",), ("a", "b"), ("a", "b", "c"), ("d",), ("d", "e"))
_MODES = (0o755, 0o750, 0o700)
_ROOTS = ("/one", "/two")
_LINES = ("UK_NINO JG10100{}A\n", "UK_POSTCODE SW1A{}AA\n", "UK_NHS 999000001{} part\n", "")


def _share() -> MemoryShare:
    share = MemoryShare()
    owner = Principal("memory", "uid:1000", PrincipalKind.STAFF, "ann")
    share.accounts = Accounts("memory", (owner,), ())
    for folder in _FOLDERS:
        share.make_folder(folder)
    share.write(Ref((), "first.txt"), b"UK_NINO JG101000A\n")
    return share


def _change(share: MemoryShare, chance: random.Random) -> None:
    """Do one of what happens to a share by day; texts are few, so that many files are copies."""
    folder = chance.choice(_FOLDERS)
    share.make_folder(folder)
    held = share.folder(folder)
    name = chance.choice(("x.txt", "y.txt", "9990000018.txt"))
    what = chance.randrange(6)
    if what < 3:
        line = chance.choice(_LINES).format(chance.randrange(3))
        share.write(Ref(folder, name), line.encode())
    elif what == 3 and name in held.files:
        held.files[name].mode = stat.S_IFREG | chance.choice((0o644, 0o600, 0o640, 0))
        held.files[name].changed_ns += 1
    elif what == 4:
        held.mode = stat.S_IFDIR | chance.choice(_MODES)
    elif what == 5 and name in held.files:
        share.remove(Ref(folder, name))
    if folder == ("d",) and chance.randrange(8) == 0:
        share.remove(Ref((), "d"))


def _night(catalogue: Catalogue, share: MemoryShare, root: str, sets: Sets, ends: Ended) -> None:
    """Scan to the end, or as far as kill -9 lets it: what was committed is all there is then."""
    with catalogue.writing() as writer:
        night = Night(writer, MemoryConnector(share), root, sets)
        work = night.crawl()
        if ends is not Ended.COMPLETE:
            for each in work[: len(work) // 2]:
                night.read(each)
            night.commit()
            return
        for each in work:
            night.read(each)
        night.end()
        run = night.run
        guards = reach.Guards.KNOWN
        if night.listings.guards_changed or not run.after_complete:
            guards = reach.Guards.CHANGED
        reach.refresh(writer, night.connector, run.share_id, run.id, guards)
        sum_up(writer)
        writer.commit()


@pytest.mark.parametrize("seed", range(6))
def test_sums_are_what_the_files_say_after_every_night_and_every_kill(
    catalogue: Catalogue, seed: int
) -> None:
    chance = random.Random(seed)
    shares = {root: _share() for root in _ROOTS}
    for _ in range(25):
        root = chance.choice(_ROOTS)
        for _ in range(chance.randrange(6)):
            _change(shares[root], chance)
        sets = chance.choice((TODAY, TODAY, OTHER))
        ends = chance.choice((Ended.COMPLETE, Ended.COMPLETE, Ended.STOPPED))
        _night(catalogue, shares[root], root, sets, ends)
        assert_sums(catalogue.database)
    assert catalogue.rows("SELECT count(*) FROM differing_copy")[0][0] > 0


def test_sums_hold_at_the_end_of_a_night_and_not_from_its_first_change_on(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "held.txt"), b"UK_NINO JG101000A\n")
    _night(catalogue, share, "/one", TODAY, Ended.COMPLETE)
    assert catalogue.rows("SELECT summed FROM share") == [(1,)]
    share.write(Ref((), "new.txt"), b"")
    _night(catalogue, share, "/one", TODAY, Ended.STOPPED)
    assert catalogue.rows("SELECT summed FROM share") == [(0,)]


def test_a_file_that_held_nothing_and_is_gone_is_counted_out(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    for name in ("empty.txt", "other.txt", "third.txt"):
        share.write(Ref((), name), b"")
    for _ in range(2):
        _night(catalogue, share, "/one", TODAY, Ended.COMPLETE)
        assert_sums(catalogue.database)
        share.remove(Ref((), min(share.root.files)))
    _night(catalogue, share, "/one", TODAY, Ended.COMPLETE)
    assert_sums(catalogue.database)
