from __future__ import annotations

from dataclasses import replace

from reports.exposure import lines
from scanner.access.answers import EVERYONE
from scanner.catalogue.queries.exposure import ExposedPlace
from scanner.catalogue.queries.holding import Counted

_PLACE = ExposedPlace(
    share="/srv/share",
    folder="a\x1b[31m",
    apart=False,
    files=9,
    people=(20, 60),
    readers=400,
    broad=(),
    known=True,
    more=False,
    counted_as=400,
    exposure=24_000,
    categories=(Counted("identity", 9), Counted("health", 2)),
    entities=(),
    statement=("Not all is known.",),
)


def test_a_place_is_explained_in_one_line_and_what_is_not_known_is_said_once() -> None:
    assert list(lines((_PLACE, _PLACE))) == [
        "24,000 = 20 to 60 people in it × 400 who can read it: /srv/share/a[U+001B][31m"
        " (health in 2 files, identity in 9 files)"
    ] * 2 + ["Not known in 2 places: Not all is known."]


def test_readers_who_are_many_not_known_or_administrators_are_said_so() -> None:
    first, second, third = (
        next(lines((place,)))
        for place in (
            replace(_PLACE, broad=(EVERYONE,)),
            replace(_PLACE, known=False, more=True, readers=0),
            replace(_PLACE, readers=0, counted_as=0, exposure=0),
        )
    )
    assert "400 who can read it, everyone: " in first
    assert second.startswith(
        "24,000 = 20 to 60 people in it × 400 counted as the most who can read anything, for it is"
        " not known who can read it: "
    )
    assert third.startswith("0 = 20 to 60 people in it × 0 who can read it but administrators: ")
    named = replace(_PLACE, folder="a", apart=True, paths=("a/1.txt", "a/b/2.txt"))
    assert (
        "read it: /srv/share/a/1.txt and 8 more files of their own permissions in /srv/share/a ("
    ) in next(lines((named,)))
    one = replace(named, files=1, readers=2)
    assert (" × 2 who can read it: /srv/share/a/1.txt, of its own permissions (") in next(
        lines((one,))
    )
    assert " read it: /srv/share/a/1.txt (" in next(lines((replace(named, apart=False),)))
    some = replace(_PLACE, more=True, readers=2, broad=("group Staff",))
    assert (
        " × 400 counted as the most who can read anything, for of who can read it 2 are known,"
        " nearly everyone, and there may be more: "
    ) in next(lines((some,)))
    assert next(lines(())).startswith("No file in which personal data was found is known")
