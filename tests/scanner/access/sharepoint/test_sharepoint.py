"""Who SharePoint's permissions let in, how it is said, and what is said not to be known."""

from __future__ import annotations

import pytest

from connectors.base import Accounts, Principal, PrincipalKind
from connectors.sharepoint.descriptor import Ace, Told, encode
from connectors.sharepoint.rows import Level, LinkScope
from scanner.access.answers import ANYONE, EVERYONE, NotKnown, Reach, Right
from scanner.access.directory import Directory, directory
from scanner.access.sharepoint.reach import sharepoint_reach

_SITE, _FILE = ("site", "/sites/Housing"), ("file", "/sites/Housing/Docs/a.docx")
_HALF = 0.5
_PEOPLE = ("ann@x.example", "bob@x.example", "gus#ext#@x.example", "name:cat")
_GROUPS = ("everyone", "everyone-but-guests", "group:m", "group:untold", "link:1", "link:2")


def _known(
    *members: tuple[str, str], untold: tuple[str, ...] = (), more: tuple[str, ...] = ()
) -> Directory:
    people = [
        Principal("m365", each, PrincipalKind.UNKNOWN, each.partition("@")[0])
        for each in (*_PEOPLE, *more)
    ]
    app = Principal("m365", "app@sharepoint", PrincipalKind.SERVICE, "app")
    groups = [Principal("m365", each, PrincipalKind.GROUP, each) for each in _GROUPS]
    return directory(Accounts("m365", (*people, app, *groups), members, untold=untold))


def _ace(
    who: str,
    level: str | Level = "Read",
    at: tuple[str, str] = _SITE,
    link: LinkScope | None = None,
) -> Ace:
    return Ace(who, (level if isinstance(level, Level) else Level(level),), link, at)


def _reach(known: Directory, *aces: Ace, told: Told = Told.ALL, lost: int = 0) -> Reach:
    found = sharepoint_reach(encode(told, aces, (), lost).raw, known, _HALF)
    assert isinstance(found, Reach)
    return found


def _names(found: Reach, right: Right = Right.READ) -> dict[str, str]:
    """Return the last step of each grant of a right, by person."""
    grants = found.readers if right is Right.READ else found.writers
    return {grant.principal.identifier: grant.path[-1] for grant in grants}


def _says(found: Reach, *words: str) -> bool:
    return any(all(word in sentence for word in words) for sentence in found.statement)


def test_a_person_is_let_in_by_name_before_a_group_and_each_once() -> None:
    known = _known(("group:m", "ann@x.example"), ("group:m", "bob@x.example"))
    found = _reach(known, _ace("group:m", "Edit"), _ace("ann@x.example"))
    assert _names(found) == {
        "ann@x.example": "person named there, who may read (Read)",
        "bob@x.example": "member of group group:m, which may read (Edit)",
    }
    assert _names(found, Right.WRITE).keys() == {"ann@x.example", "bob@x.example"}


def test_the_path_goes_from_where_it_was_set_by_groups_in_groups_to_the_person() -> None:
    known = _known(("group:m", "group:untold"), ("group:untold", "ann@x.example"))
    (grant,) = _reach(known, _ace("group:m", at=_FILE)).readers
    assert grant.path == (
        "permissions of the file /sites/Housing/Docs/a.docx",
        "member of group group:untold, which is in group group:m, which may read (Read)",
    )


def test_a_level_that_is_not_known_is_said_and_counts_nobody() -> None:
    known = _known(("group:m", "bob@x.example"))
    found = _reach(known, _ace("ann@x.example", "Rents team"), _ace("group:m", "Rents team"))
    assert (found.readers, found.writers) == ((), ())
    assert _says(found, "ann has the level Rents team", "not decided")
    assert _says(found, "group group:m has the level Rents team")


@pytest.mark.parametrize(
    ("group", "name"),
    [("everyone", EVERYONE), ("everyone-but-guests", "everyone in the organisation")],
)
def test_everyone_is_broad_also_within_a_group(group: str, name: str) -> None:
    known = _known((group, "ann@x.example"), ("group:m", group), untold=(group,))
    for who in (group, "group:m"):
        found = _reach(known, _ace(who))
        assert {each.name for each in found.broad} == {name}
        assert _names(found).keys() == {"ann@x.example"}
        assert _says(found, "How many people are in", "is not known")


def test_a_group_of_many_is_broad() -> None:
    many = tuple(f"p{number}@x.example" for number in range(12))
    known = _known(*(("group:m", each) for each in many), more=many)
    assert [each.name for each in _reach(known, _ace("group:m")).broad] == ["group group:m"]
    assert _reach(known, _ace(many[0])).broad == ()


@pytest.mark.parametrize(
    ("scope", "broad", "said"),
    [
        (LinkScope.ANYONE, {ANYONE}, "How many have a link for anyone is"),
        (
            LinkScope.ORGANISATION,
            {"anyone in the organisation with the link"},
            "How many have a link for anyone in the organisation",
        ),
        (LinkScope.UNTOLD, set(), "How many have a link of a kind that is not told"),
    ],
)
def test_a_link_names_those_who_used_it_and_says_that_there_may_be_more(
    scope: LinkScope, broad: set[str], said: str
) -> None:
    known = _known(("link:1", "gus#ext#@x.example"))
    found = _reach(known, _ace("link:1", link=scope))
    assert {each.name for each in found.broad} == broad
    assert _names(found).keys() == {"gus#ext#@x.example"}
    assert _says(found, said, "is not known")


def test_a_link_for_specific_people_is_theirs_alone() -> None:
    known = _known(("link:1", "bob@x.example"))
    link = LinkScope.PEOPLE
    found = _reach(known, _ace("link:1", "write", link=link), _ace("link:2", link=link))
    assert found.broad == ()
    assert _names(found, Right.WRITE) == {
        "bob@x.example": "has a link for specific people, which lets them in: may change (write)"
    }
    assert _says(found, "Who has a link for specific people is not listed")


def test_a_group_whose_members_are_not_listed_is_an_unknown_number_of_people() -> None:
    found = _reach(_known(untold=("group:untold",)), _ace("group:untold"))
    assert found.readers == ()
    assert _says(found, "How many people are in group group:untold is not known")


def test_services_and_administrators_stand_apart() -> None:
    known = _known()
    level = "Site Collection Administrator"
    found = _reach(known, _ace("app@sharepoint", "Full Control"), _ace("bob@x.example", level))
    assert {grant.principal.name for grant in found.services} == {"app"}
    assert (found.readers, found.writers) == ((), ())
    assert [grant.principal.name for grant in found.administrators] == ["bob"]
    assert not _says(found, "has the level")


@pytest.mark.parametrize(
    ("told", "said"),
    [(Told.LINKS, "may count people too many"), (Told.LINKS_ALONE, "not in the export")],
)
def test_what_is_not_told_of_a_place_is_said(told: Told, said: str) -> None:
    assert _says(_reach(_known(), _ace("ann@x.example"), told=told), said)
    assert not _says(_reach(_known(), _ace("ann@x.example")), said)


def test_people_by_name_alone_and_lost_rows_are_said() -> None:
    found = _reach(_known(), _ace("name:cat"), lost=7)
    assert _says(found, "by display name alone")
    assert _says(found, "7 rows of the export could not be understood")
    plain = _reach(_known(), _ace("ann@x.example"))
    assert len(plain.statement) == 1
    assert _says(plain, "administers SharePoint for the whole organisation")


def test_without_a_row_it_is_not_known_and_its_administrators_are_named() -> None:
    admin = _ace("bob@x.example", "Site Collection Administrator")
    raw = encode(Told.NOTHING, [admin], [("links for anyone", 3)]).raw
    found = sharepoint_reach(raw, _known(), _HALF)
    assert isinstance(found, NotKnown)
    assert [grant.principal.name for grant in found.administrators] == ["bob"]
    assert "no row about this" in found.statement[0]
    assert "links for anyone 3" in found.statement[1]


def test_more_may_read_where_a_group_or_link_does_not_tell_whom_it_lets_in() -> None:
    known = _known(("group:m", "ann@x.example"), untold=("group:untold",))
    link = LinkScope.PEOPLE
    for more, found in (
        (False, _reach(known, _ace("group:m"))),
        (True, _reach(known, _ace("group:m"), _ace("group:untold"))),
        (True, _reach(known, _ace("group:m", "Rents team"))),
        (True, _reach(known, _ace("link:1", link=link))),
        (True, _reach(known, _ace("link:1", link=LinkScope.ANYONE))),
        (True, _reach(known, _ace("ann@x.example"), told=Told.LINKS_ALONE)),
        (False, _reach(known, _ace("ann@x.example"), lost=2)),
        (True, _reach(known, lost=2)),
    ):
        assert found.more is more
