"""What a permission level lets somebody do, by its name or by the base permissions in it.

To read is to see and open a file, in the browser alone too; to change is to edit it. A level of a
council's own is decided where its base permissions are told, and else said to be undecided.

Source  Microsoft documentation, "Understanding permission levels in SharePoint" and
        SPBasePermissions; read 2026-11-27.
"""

from __future__ import annotations

from typing import NamedTuple

from scanner.access.answers import Right

_VIEW_ITEMS, _EDIT_ITEMS = 0x1, 0x4  # SPBasePermissions: ViewListItems, EditListItems
_READ = frozenset({Right.READ})
_WRITE = frozenset(Right)
_BY_NAME = {
    **dict.fromkeys(
        ("read", "view only", "view", "restricted read", "restricted view", "reader", "visitor"),
        _READ,
    ),
    **dict.fromkeys(
        (
            *("contribute", "edit", "write", "design", "full control", "owner", "approve"),
            *("manage hierarchy", "review", "member", "site owner"),
        ),
        _WRITE,
    ),
}
ADMINISTRATOR = "site collection administrator"


class Level(NamedTuple):
    """A level by name; ``mask`` are its base permissions, where they are told."""

    name: str
    mask: int | None


class Undecided(NamedTuple):
    """A level of which it is not known what it lets somebody do."""

    name: str


def rights_of(level: Level) -> frozenset[Right] | Undecided:
    """Return what a level grants.

    >>> sorted(rights_of(Level("Contribute", None)))
    [<Right.READ: 'read'>, <Right.WRITE: 'write'>]
    >>> rights_of(Level("Rents team", None)), rights_of(Level("Rents team", 0x1))
    (Undecided(name='Rents team'), frozenset({<Right.READ: 'read'>}))
    """
    if level.mask is not None:
        return _of_mask(level.mask)
    return _BY_NAME.get(level.name.casefold(), Undecided(level.name))


def is_administrator(level: Level) -> bool:
    """Return whether somebody may do all in the site collection, whatever is set in it."""
    return level.name.casefold() == ADMINISTRATOR


def _of_mask(mask: int) -> frozenset[Right]:
    if not mask & _VIEW_ITEMS:
        return frozenset()
    return _WRITE if mask & _EDIT_ITEMS else _READ
