from __future__ import annotations

from dataclasses import replace

from reports.person import lines
from scanner.catalogue.queries.holding import Counted
from scanner.catalogue.queries.person import GrantPath, OpenPlace, Opens, PersonReach
from scanner.catalogue.queries.principals import Account

_PLACE = OpenPlace(
    share="/srv/share",
    folder="a\x1b[31m",
    opens=Opens.READ,
    files=1_200,
    size_bytes=5_000_000,
    unread=3,
    grants=tuple(GrantPath("read", (f"way {n}",), 200) for n in range(6)),
    entities=(Counted("UK_NHS", 7), Counted("NEW", 1)),
    categories=(Counted("health", 7),),
    people=(0, 40),
    statement=(Counted("Not all is known.", 4),),
    of_files=1_200,
    apart=False,
    paths=(),
)
_FOUND = PersonReach(Account(1, "box", "uid:1", "staff", "ann"), (_PLACE,), (0, 40), 2)


def _said(found: PersonReach) -> str:
    return "\n".join(lines(found))


def test_every_number_and_what_is_not_known_is_said() -> None:
    said = _said(_FOUND)
    assert "ann (uid:1), staff: can read 1,200 files, 5.0 MB, in 1 share, and change 0." in said
    assert "data about up to 40 people" in said
    assert "a[U+001B][31m: can read 1,200 files, 5.0 MB; up to 40 people" in said
    assert "NHS number 7, NEW 1 (health); 3 of them not read" in said
    assert "    read: way 4 (200 files)\n    and by 1 other way: see --format jsonl" in said
    assert "Not known of 4 files: Not all is known." in said
    assert "Not known: 2 folders could not be listed" in said


def test_files_that_open_otherwise_than_their_folder_are_named_among_all_there() -> None:
    some = replace(_PLACE, apart=True, files=3, paths=("b/1.txt", "b/2.txt", "b/3.txt"))
    one = replace(_PLACE, opens=Opens.NONE, apart=True, files=1, paths=("b/4.txt",), of_files=1)
    rest = replace(_PLACE, opens=Opens.NONE, files=1_196, statement=_PLACE.statement * 2)
    said = _said(replace(_FOUND, places=(rest, some, one)))
    assert "a[U+001B][31m: cannot open 1,196 of its 1,200 files, 5.0 MB\n" in said
    assert "[31m: can read 3 of its 1,200 files (b/1.txt and 2 more), 5.0 MB;" in said
    assert "[31m: cannot open 1 file (b/4.txt), 5.0 MB\n" in said
    assert said.count("Not all is known.") == 1
    assert "Not known of 16 files: Not all is known." in said


def test_what_is_not_known_is_never_said_to_be_none() -> None:
    unknown = replace(_PLACE, opens=Opens.NOT_KNOWN, grants=())
    said = _said(replace(_FOUND, places=(unknown,), people=(0, 0)))
    assert "not known whether 1,200 files, 5.0 MB can be opened" in said
    assert "no file of any scan can be opened, as far as is known" in said
    assert "disabled" in said
