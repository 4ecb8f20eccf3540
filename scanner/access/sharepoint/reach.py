"""Reach by SharePoint's permissions: levels given to people, to groups in groups, and by links.

Nothing is denied in SharePoint, and no folder on the way need be passed: who is let in by any grant
is in. Of several ways to one right a person's own name is told before groups, and these before
links.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.access.answers import (
    ANYONE,
    EVERYONE,
    FEWEST_BROAD,
    Broad,
    Grant,
    NotKnown,
    Reach,
    Right,
    Way,
    grants,
)
from scanner.access.directory import Directory, UserSet, chains
from scanner.access.sharepoint.descriptor import Ace, Link, SharePoint, Told, decode
from scanner.access.sharepoint.levels import Undecided, is_administrator, rights_of
from scanner.access.sharepoint.statement import NO_ROW, counted, may_be_more, statement
from scanner.access.sharepoint.wording import called, had_by, set_at

_ALL_BUT_GUESTS = "everyone in the organisation"
BROAD_GROUPS = {"everyone": EVERYONE, "everyone-but-guests": _ALL_BUT_GUESTS}
_BROAD_LINKS = {
    Link.ANYONE: ANYONE,
    Link.ORGANISATION: "anyone in the organisation with the link",
}


def sharepoint_reach(raw: bytes, known: Directory, broad_share: float) -> Reach | NotKnown:
    """Return who can reach what a raw SharePoint descriptor guards."""
    try:
        own = decode(raw)
    except ValueError as error:
        reason = f"The permissions are damaged ({error}): who can reach this is not known."
        return NotKnown((), (reason,))
    administrators = tuple(_administrators(own, known))
    if own.told is Told.NOTHING:
        return NotKnown(administrators, (NO_ROW, *counted(own)))
    ways = {right: tuple(_ways(own, right, known)) for right in Right}
    return Reach(
        readers=tuple(grants(ways[Right.READ], Right.READ, known.people, known)),
        writers=tuple(grants(ways[Right.WRITE], Right.WRITE, known.people, known)),
        services=_of_both(ways, known.services, known),
        administrators=administrators,
        broad=tuple(dict.fromkeys(_broad(own, known, broad_share))),
        statement=tuple(statement(own, known)),
        disabled=_of_both(ways, known.disabled, known),
        more=may_be_more(own, known) or bool(own.lost and not ways[Right.READ]),
    )


def _ways(own: SharePoint, right: Right, known: Directory) -> Iterator[Way]:
    undecided: int = known.everyone | known.disabled
    for ace in own.aces:
        if not _gives(ace, right):
            continue
        for members, chain in _holders(ace, known):
            users = UserSet(members & undecided)
            if users:
                undecided &= ~users
                yield Way(users, (set_at(ace), had_by(ace, chain, right, known)))


def _holders(ace: Ace, known: Directory) -> Iterator[tuple[UserSet, tuple[str, ...]]]:
    """Yield whom an ACE lets in by the groups between; a person named has none."""
    person = known.user(ace.who)
    if person:
        yield person, ()
    else:
        yield from chains(ace.who, known)


def _gives(ace: Ace, right: Right) -> bool:
    for level in ace.levels:
        given = rights_of(level)
        if not isinstance(given, Undecided) and right in given:
            return True
    return False


def _administrators(own: SharePoint, known: Directory) -> Iterator[Grant]:
    """Yield the administrators of the site collection, whom nothing set in it holds back."""
    seen: int = 0
    for ace in own.aces:
        if not any(map(is_administrator, ace.levels)):
            continue
        step = f"administrator of the site collection {ace.at[1]}"
        for members, _ in _holders(ace, known):
            new = UserSet(members & known.everyone & ~seen)
            seen |= new
            yield from grants((Way(new, (step,)),), Right.WRITE, known.everyone, known)


def _broad(own: SharePoint, known: Directory, broad_share: float) -> Iterator[Broad]:
    """Yield the groups and links that let in as good as everyone, or many of all people."""
    fewest = max(FEWEST_BROAD, broad_share * known.people.bit_count())
    for right in Right:
        for ace in own.aces:
            if _gives(ace, right):
                people = (known.holders(ace.who) & known.people).bit_count()
                names = tuple(_of_everyone(ace, known))
                if not names and ace.link is None and people >= fewest:
                    names = (called(ace.who, known),)  # one person is fewer than a group of many
                for name in names:
                    yield Broad(name, right, people)


def _of_everyone(ace: Ace, known: Directory) -> Iterator[str]:
    """Yield what an ACE is called that lets in everyone, the organisation or whoever has a link."""
    if ace.link is not None:
        if ace.link in _BROAD_LINKS:
            yield _BROAD_LINKS[ace.link]
        return
    for each in _within(ace.who, known):
        if each in BROAD_GROUPS:
            yield BROAD_GROUPS[each]


def _within(group: str, known: Directory) -> Iterator[str]:
    """Yield a group and all groups within it, each once."""
    seen = {group}
    waiting = [group]
    while waiting:
        each = waiting.pop()
        yield each
        inner = [other for other in known.nested.get(each, ()) if other not in seen]
        seen.update(inner)
        waiting += inner


def _of_both(
    ways: dict[Right, tuple[Way, ...]], among: UserSet, known: Directory
) -> tuple[Grant, ...]:
    return tuple(
        grant for right, each in ways.items() for grant in grants(each, right, among, known)
    )
