from __future__ import annotations

from dataclasses import replace
from datetime import date

from reports.past import Days
from reports.reach import below_lines, between_lines, lines, past_lines, server_lines
from scanner.catalogue.queries.access import GrantRow, PathReach
from scanner.catalogue.queries.below import Below, OnServer, PlaceBelow
from scanner.catalogue.queries.history import Between, Past, Period
from scanner.catalogue.queries.spans import Moment

_NIGHT = Moment("2026-03-03T02:00:00+00:00", 1)
_NEXT = Moment("2026-03-05T02:00:00+00:00", 2)
_STAFF = tuple(
    GrantRow(f"p{number:04}", f"uid:{number}", "staff", "read", ("by the group",))
    for number in range(1_204)
)
_OTHERS = (
    GrantRow("ann", "uid:2001", "staff", "write", ("as owner",)),
    GrantRow("bob", "uid:2002", "staff", "read", ("by \x1b[31m", "a link")),
    GrantRow("gus", "uid:2003", "guest", "read", ("by \x1b[31m", "a link")),
)
_FOUND = PathReach(
    known=True,
    grants=(*_OTHERS, *_STAFF),
    broad=(("read", "group Staff"),),
    administrators=tuple(
        GrantRow(f"a{number}", f"S-1-{number}", "unknown", "write", ("by the group above all",))
        for number in range(12)
    ),
    services=(
        GrantRow("copies", "S-1-31", "service", "write", ("by a link",)),
        GrantRow("scans", "S-1-30", "service", "read", ("by a link",)),
    ),
    statement=("Not all is known.",),
)


def test_how_many_come_first_and_who_holds_one_grant_stands_together_most_first() -> None:
    assert list(lines(_FOUND)) == [
        "1,206 people can read this, 1 can change it.",
        "1,204 people (staff) can read: by the group",
        "    "
        + ", ".join(f"p{number:04}" for number in range(10))
        + " and 1,194 more: see --format jsonl",
        "2 people can read: by [U+001B][31m → a link",
        "    bob (staff), gus (guest)",
        "ann (staff) can write: as owner",
        "Broad: group Staff can read this.",
        "System accounts that can change it: copies",
        "    by a link",
        "System accounts that can read it: scans",
        "    by a link",
        "Administrators, and who may give themselves access: a0, a1, a2, a3, a4, a5, a6, a7, a8, a9"
        " and 2 more: see --format jsonl",
        "    by the group above all",
        "Not all is known.",
    ]


def test_nobody_and_not_known_are_two_things() -> None:
    nobody = PathReach(
        known=True, grants=(), broad=(), administrators=(), services=(), statement=()
    )
    assert list(lines(nobody)) == ["No person's account that is known can read or change this."]
    past = PathReach(
        known=False, grants=(), broad=(), administrators=(), services=(), statement=("Why.",)
    )
    first, *rest, last = past_lines(Past(past, (_NIGHT,), (_NEXT,)))
    assert first.startswith("As the scan found it that ended 2026-03-0")
    assert rest == ["Who can reach this is not known.", "Why."]
    assert last.startswith("What changed after it was seen by the next scan, 2026-03-0")


def test_a_person_of_two_periods_is_counted_once_and_told_in_each() -> None:
    early, late = _OTHERS[1], GrantRow("bob", "uid:2002", "staff", "read", ("by the group",))
    found = Between(
        periods=(
            Period(early, _NIGHT, _NEXT, only_after=False),
            Period(late, _NEXT, None, only_after=True),
        ),
        broad=(),
        services=(),
        unknown=(),
        statement=(),
        seen=(_NIGHT, _NEXT),
    )
    said = list(between_lines(found, Days(date(2026, 3, 1), date(2026, 3, 4))))
    assert said[0] == ("1 person could read this, 0 could change it from 2026-03-01 to 2026-03-04.")
    assert said[1].startswith("bob (staff) could read from the scan of 2026-03-0")
    assert "it may have begun in them): by the group" in said[2]


_PLACE = PlaceBelow(
    share="smb://files01/docs",
    folder="HR/Cases",
    apart=False,
    files=5,
    paths=(),
    readers=14,
    broad=("group Staff", "group All", "everyone"),
    known=True,
    more=False,
    statement=(),
)


def test_places_below_are_told_with_their_files_and_readers_up_to_twenty() -> None:
    nobody = replace(_PLACE, readers=0, broad=())
    one = replace(nobody, apart=True, files=1, paths=("HR/a\x1b[31m",), readers=1, more=True)
    unknown = replace(nobody, known=False, more=True)
    places = (_PLACE, nobody, one, unknown, replace(_PLACE, readers=0, more=True))
    assert list(below_lines(Below(places + (nobody,) * 17, 2))) == [
        "Other people can read what lies below it, widest first:",
        "    14 people, nearly everyone (group Staff, group All and 1 more):"
        " smb://files01/docs/HR/Cases (5 files)",
        "    administrators only: smb://files01/docs/HR/Cases (5 files)",
        "    1 person, and perhaps more: smb://files01/docs/HR/a[U+001B][31m, of its own"
        " permissions",
        "    not known who: smb://files01/docs/HR/Cases (5 files)",
        "    group Staff, group All and 1 more, and perhaps more: smb://files01/docs/HR/Cases"
        " (5 files)",
        *["    administrators only: smb://files01/docs/HR/Cases (5 files)"] * 15,
        "    and 2 more places: see --format jsonl",
        "Not known: 2 folders there could not be listed.",
    ]
    assert list(below_lines(Below((), 0))) == [
        "All that lies below it can be read by the same people."
    ]


def test_a_server_is_told_by_its_people_and_places() -> None:
    first, second = server_lines("smb://files01", OnServer(2, 14, Below((_PLACE,), 0)))
    assert first == (
        "14 people can read something in the 2 shares of smb://files01 known here, widest first:"
    )
    assert second.endswith("smb://files01/docs/HR/Cases (5 files)")
