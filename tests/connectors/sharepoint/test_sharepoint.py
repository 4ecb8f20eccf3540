"""The words of descriptors are the same on both sides, which know nothing of each other."""

from __future__ import annotations

from connectors.sharepoint import descriptor, principals, rows
from scanner.access.sharepoint import descriptor as decoded
from scanner.access.sharepoint import levels, reach


def test_what_is_encoded_is_decoded() -> None:
    ace = descriptor.Ace(
        "ann@council.example",
        (rows.Level("Edit"), rows.Level("Own", 5)),
        rows.LinkScope.PEOPLE,
        ("folder", "/sites/Housing/Rents"),
    )
    raw = descriptor.encode(descriptor.Told.LINKS, [ace], [("links", 3)], 2).raw
    found = decoded.decode(raw)
    assert (found.told, found.counts, found.lost) == (decoded.Told.LINKS, (("links", 3),), 2)
    assert found.aces == (
        decoded.Ace(
            ace.who,
            (levels.Level("Edit", None), levels.Level("Own", 5)),
            decoded.Link.PEOPLE,
            ace.at,
        ),
    )


def test_equal_permissions_are_equal_bytes_in_any_order() -> None:
    at = ("site", "/")
    aces = [
        descriptor.Ace(who, (rows.Level("Read"),), None, at)
        for who in ("zoe@council.example", "group:/:a", "ann@council.example")
    ]
    one, two = (descriptor.encode(descriptor.Told.ALL, each) for each in (aces, aces[::-1]))
    assert one == two


def test_both_sides_have_the_same_words() -> None:
    assert {each.value for each in descriptor.Told} == {each.value for each in decoded.Told}
    assert {each.value for each in rows.LinkScope} == {each.value for each in decoded.Link}
    assert rows.ADMINISTRATOR.casefold() == levels.ADMINISTRATOR
    assert {principals.EVERYONE, principals.EVERYONE_BUT_GUESTS} == reach.BROAD_GROUPS.keys()
