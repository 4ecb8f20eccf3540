"""The steps of a grant in SharePoint in plain English: where it was set, then how it is had."""

from __future__ import annotations

from scanner.access.answers import Right
from scanner.access.directory import Directory
from scanner.access.sharepoint.descriptor import Ace, Link

_VERBS = {Right.READ: "may read", Right.WRITE: "may change"}
LINK_WORDS = {
    Link.ANYONE: "a link for anyone",
    Link.ORGANISATION: "a link for anyone in the organisation",
    Link.PEOPLE: "a link for specific people",
    Link.UNTOLD: "a link of a kind that is not told",
}


def set_at(ace: Ace) -> str:
    """Return where a grant was set.

    >>> set_at(Ace("ann@council.example", (), None, ("library", "/sites/Housing/Rents")))
    'permissions of the library /sites/Housing/Rents'
    """
    kind, place = ace.at
    return f"permissions of the {kind} {place}"


def had_by(ace: Ace, chain: tuple[str, ...], right: Right, known: Directory) -> str:
    """Return how somebody has a right: by name, by groups in groups, or by a link."""
    levels = ", ".join(level.name for level in ace.levels)
    verb = f"{_VERBS[right]} ({levels})"
    if ace.link is not None:
        between = f", as a member of {called(chain[-1], known)}" if len(chain) > 1 else ""
        return f"has {LINK_WORDS[ace.link]}{between}, which lets them in: {verb}"
    if not chain:
        return f"person named there, who {verb}"
    *outer, inner = chain
    around = "".join(f", which is in {called(each, known)}" for each in reversed(outer))
    return f"member of {called(inner, known)}{around}, which {verb}"


def called(identifier: str, known: Directory) -> str:
    """Return a group by name, or by its identifier where it has none."""
    return f"group {known.group_names.get(identifier) or identifier}"
