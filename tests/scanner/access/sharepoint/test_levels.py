"""What each level lets somebody do; what is not known is undecided and never nothing."""

from __future__ import annotations

import pytest

from scanner.access.answers import Right
from scanner.access.sharepoint.levels import Level, Undecided, rights_of

_BOTH = frozenset(Right)
_READ = frozenset({Right.READ})


@pytest.mark.parametrize("name", ["Read", "View Only", "Restricted View", "read", "VIEW"])
def test_levels_of_reading_do_not_change(name: str) -> None:
    assert rights_of(Level(name, None)) == _READ


@pytest.mark.parametrize(
    "name", ["Contribute", "Edit", "Full Control", "Design", "write", "owner", "Review"]
)
def test_levels_of_changing_read_too(name: str) -> None:
    assert rights_of(Level(name, None)) == _BOTH


@pytest.mark.parametrize("name", ["Rents team", "Lesen", "Contribute without delete", "", "role 7"])
def test_a_level_of_the_councils_own_is_undecided(name: str) -> None:
    assert rights_of(Level(name, None)) == Undecided(name)


@pytest.mark.parametrize(
    ("mask", "rights"),
    [
        (0x7FFFFFFFFFFFFFFF, _BOTH),  # Full Control
        (0x1B03C4312EF, _BOTH),  # Edit
        (138612833, _READ),  # Read
        (134283264, frozenset()),  # Limited Access
        (0x4, frozenset()),  # who cannot see a file cannot edit it
        (0, frozenset()),
    ],
)
def test_base_permissions_decide_whatever_the_level_is_called(
    mask: int, rights: frozenset[Right]
) -> None:
    assert rights_of(Level("Rents team", mask)) == rights
