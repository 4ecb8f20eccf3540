"""What is not known about who can reach something in SharePoint, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.access.answers import Right
from scanner.access.directory import Directory, in_set, union
from scanner.access.sharepoint.descriptor import Ace, Link, SharePoint, Told
from scanner.access.sharepoint.levels import Undecided, is_administrator, rights_of
from scanner.access.sharepoint.wording import LINK_WORDS, called

NO_ROW = (
    "The permission export has no row about this or what it lies in, so who can reach it is not"
    " known: export the permissions of its library and site too, and scan again."
)
_ADMINISTRATORS = (
    "Who administers SharePoint for the whole organisation is not in an export: they can reach"
    " this too."
)
_ABOVE = (
    "Only links of this place itself are listed: what is set above it is taken to hold here too,"
    " which may count people too many."
)
_ALONE = (
    "Only links are listed of this and what it lies in: others may be let in by the library's or"
    " site's permissions, which are not in the export."
)
_BY_NAME = (
    "Some people are listed by display name alone: two of one name are counted as one, one listed"
    " by address too is counted twice, and guests cannot be told from others."
)
_NAME = "name:"


def statement(own: SharePoint, known: Directory) -> Iterator[str]:
    """Yield a sentence for each thing that is not known; there is always one."""
    yield from counted(own)
    if own.told is Told.LINKS:
        yield _ABOVE
    if own.told is Told.LINKS_ALONE:
        yield _ALONE
    if own.lost:
        yield (
            f"{own.lost:,} rows of the export could not be understood: they may let more people in."
        )
    yield from dict.fromkeys(sentence for ace in own.aces for sentence in _of_ace(ace, known))
    let_in = union(known.holders(ace.who) for ace in own.aces)
    if any(each.identifier.startswith(_NAME) for each in in_set(let_in, known)):
        yield _BY_NAME
    yield _ADMINISTRATORS


def may_be_more(own: SharePoint, known: Directory) -> bool:
    """Return whether people may read who are not counted, since an ACE does not tell of them.

    Rows that were not understood are not counted here: they are of the whole export.
    """
    return own.told is Told.LINKS_ALONE or any(_may_be_more(ace, known) for ace in own.aces)


def _may_be_more(ace: Ace, known: Directory) -> bool:
    rights = [rights_of(level) for level in ace.levels if not is_administrator(level)]
    if not any(isinstance(each, Undecided) or Right.READ in each for each in rights):
        return False
    return (
        any(isinstance(each, Undecided) for each in rights)
        or ace.link in (Link.ANYONE, Link.ORGANISATION, Link.UNTOLD)
        or (ace.link is not None and not known.holders(ace.who))
        or ace.who in known.partly_known
    )


def counted(own: SharePoint) -> Iterator[str]:
    """Yield what a report counts that names nobody."""
    told = ", ".join(f"{what} {number:,}" for what, number in own.counts if number)
    if told:
        yield f"The report of sites counts for the whole site, and names nobody: {told}."


def _of_ace(ace: Ace, known: Directory) -> Iterator[str]:
    who = _who(ace, known)
    for level in ace.levels:
        if not is_administrator(level) and isinstance(rights_of(level), Undecided):
            yield (
                f"{who} has the level {level.name}, which is not known: whether it lets them read"
                " or change is not decided, and nobody is counted by it."
            )
    if ace.link in (Link.ANYONE, Link.ORGANISATION, Link.UNTOLD):
        yield (
            f"How many have {LINK_WORDS[ace.link]} is not known: only those who are listed as"
            " having used it are counted."
        )
    elif ace.link is not None and not known.holders(ace.who):
        yield f"Who has {LINK_WORDS[ace.link]} is not listed: nobody is counted by it."
    elif ace.who in known.partly_known:
        yield (
            f"How many people are in {who} is not known: not all of its members are in the export,"
            " and people may be let in by it who are not counted."
        )


def _who(ace: Ace, known: Directory) -> str:
    if ace.link is not None:
        return f"who has {LINK_WORDS[ace.link]}"
    place = known.places.get(ace.who)
    return called(ace.who, known) if place is None else known.users[place].name or ace.who
