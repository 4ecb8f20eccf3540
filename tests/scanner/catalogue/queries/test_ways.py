from __future__ import annotations

import pytest

from scanner.access.answers import Right
from scanner.catalogue.queries.person import Opens
from scanner.catalogue.queries.ways import How, opens_by


@pytest.mark.parametrize(
    ("rights", "opens"),
    [
        ((Right.READ, Opens.NOT_KNOWN), Opens.READ),
        ((Right.READ, Right.WRITE, Opens.NONE), Opens.BOTH),
        ((Opens.NONE, Opens.ADMINISTRATOR), Opens.ADMINISTRATOR),
        ((Opens.NONE, Opens.NOT_KNOWN), Opens.NOT_KNOWN),
        ((Opens.NONE,), Opens.NONE),
        ((), Opens.NOT_KNOWN),
    ],
)
def test_what_was_granted_at_any_time_counts_before_what_is_not_known_and_that_before_none(
    rights: tuple[Right | Opens, ...], opens: Opens
) -> None:
    assert opens_by(How(right, ()) for right in rights) is opens
