from __future__ import annotations

from connectors.base import Ref
from scanner.catalogue.queries.holding import HeldFile, Holdings, Kind, files_that_hold
from tests.connectors.memory import MemoryShare
from tests.scanner.catalogue.nights import Catalogue

_NINO, _CARD = Kind("UK_NINO", "identity"), Kind("CREDIT_CARD", "financial")
_NAME = Kind("PERSON", "identity")


def test_each_file_is_told_once_with_what_its_content_and_its_name_hold(
    catalogue: Catalogue, share: MemoryShare
) -> None:
    share.write(Ref((), "two.txt"), b"UK_NINO JG101000A\nUK_NINO JG101001A\n")
    share.write(Ref((), "copy.txt"), b"UK_NINO JG101000A\nUK_NINO JG101001A\n")
    share.write(Ref((), "code.txt"), b"UK_POSTCODE SW1A1AA\n")
    share.write(Ref((), "9990000018.txt"), b"")
    share.write(Ref((), "nothing.txt"), b"gap corrupt\n")
    catalogue.night(share)
    with catalogue.reading() as connection:
        found = list(files_that_hold(connection, 1))
    names = dict(catalogue.rows("SELECT id, name FROM entry"))
    told = {names[each.entry_id]: each for each in found}
    assert len(told) == len(found) == 4
    assert (told["two.txt"].least, told["two.txt"].most) == (2, 2)
    assert told["two.txt"].content_id == told["copy.txt"].content_id
    assert told["code.txt"].most == 1
    assert told["9990000018.txt"].content_id is None
    assert {kind.entity for kind in told["9990000018.txt"].kinds} == {"UK_NHS"}


def test_copies_are_about_the_same_people_and_people_may_be_in_several_files() -> None:
    held = Holdings()
    for entry, content, people, kinds in (
        (1, 7, (2, 5), {_NINO, _NAME}),
        (2, 7, (2, 5), {_NINO, _NAME}),
        (3, 8, (4, 6), {_NINO, _CARD}),
        (4, None, (0, 0), {_NAME}),
    ):
        held.add(HeldFile(entry, 1, 1, content, *people, frozenset(kinds)))
    assert (held.files, held.least, held.most) == (4, 4, 11)
    assert held.entities() == (("PERSON", 3), ("UK_NINO", 3), ("CREDIT_CARD", 1))
    assert held.categories() == (("identity", 4), ("financial", 1))


def test_sums_add_up_but_for_contents_that_both_hold() -> None:
    held, other = Holdings(), Holdings()
    held.add(HeldFile(1, 1, 1, 7, 2, 5, frozenset({_NINO})))
    other.add(HeldFile(2, 1, 1, 7, 2, 5, frozenset({_NINO})))
    other.add(HeldFile(3, 1, 1, None, 0, 0, frozenset({_NAME})))
    held.add_sum(other)
    assert (held.files, held.read, held.least, held.most) == (3, 2, 2, 10)
    assert held.entities() == (("UK_NINO", 2), ("PERSON", 1))
