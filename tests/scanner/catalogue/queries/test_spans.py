from __future__ import annotations

import pytest

from scanner.catalogue.queries.spans import NEVER, Scans, Span, around, at_moment, end, overlaid

_SCANS = Scans({1: ("a", 1), 2: ("c", 2), 3: ("e", 3)}, {7: (("a", 1), ("c", 2), ("e", 3))})


@pytest.mark.parametrize(
    ("since", "until", "held"),
    [(1, None, True), (1, 2, True), (2, 3, False), (1, 9, True), (9, None, False)],
)
def test_a_row_stands_from_the_end_of_one_scan_until_the_end_of_another(
    since: int, until: int | None, held: bool
) -> None:
    """Share run 9 has not ended: it tells of no beginning and no end."""
    window = at_moment("b")
    assert window.holds(_SCANS.span(since, until, ())) is held
    values = _SCANS.stood_in(window)
    begun, over = (set(eval(values[name])) for name in ("begun", "over"))  # noqa: S307 - ours
    assert (since in begun and until not in over) is held


def test_the_scan_before_and_the_one_after_tell_of_the_days_between() -> None:
    window = around(_SCANS.of_share[7], "b", "d")
    assert (window.low, window.high) == (("a", 1), ("e", 3))
    assert around(_SCANS.of_share[7], "0", "1").low == ("", 0)
    assert around(_SCANS.of_share[7], "f", "g").high > ("g", 3)


def test_what_stood_at_once_stands_as_long_as_both() -> None:
    one = [Span(("a", 1), ("d", 0), ("x",)), Span(("d", 0), NEVER, ("y",))]
    other = [Span(("c", 2), ("e", 3), (1,))]
    assert overlaid(one, other) == [
        Span(("c", 2), ("d", 0), ("x", 1)),
        Span(("d", 0), ("e", 3), ("y", 1)),
    ]
    assert (end(NEVER), end(("e", 3))) == (None, "e")
