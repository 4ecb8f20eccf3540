from __future__ import annotations

import pytest

from scanner.catalogue.queries.spans import (
    FIRST,
    NEVER,
    By,
    Moment,
    Moments,
    Span,
    around,
    at_moment,
    end,
    following,
    joined,
    last_seen,
    overlaid,
)

_A, _C, _E = Moment("a", 1), Moment("c", 2), Moment("e", 3)
_D = Moment("d", 4, By.REFRESH)
_SCANS = Moments({1: _A, 2: _C, 3: _E}, {7: (_A, _C, _E)})
_BOTH = (_A, _C, _D, _E)


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
    assert (window.low, window.following) == (_A, (_E,))
    assert around(_SCANS.of_share[7], "0", "1").low == FIRST
    assert around(_SCANS.of_share[7], "f", "g").following == ()


def test_a_refresh_that_comes_first_tells_of_accounts_and_the_scan_of_files() -> None:
    window = around(_BOTH, "a", "c")
    assert window.following == (_D, _E)
    files = Span(_E, NEVER, ())
    assert window.holds(files)
    old, new = Span(_A, NEVER, ()), Span(_E, NEVER, ())
    assert window.holds_of(old, Span(_D, NEVER, ()))
    assert not window.holds_of(old, new), "the refresh would have seen it"
    assert window.holds_of(files, new)


def test_what_was_seen_last_is_a_scan_and_the_refresh_after_it() -> None:
    assert last_seen(_BOTH, _A) == (_A,)
    assert last_seen(_BOTH, _D) == (_C, _D)
    assert last_seen(_BOTH, NEVER) == (_E,)
    assert last_seen(_BOTH, FIRST) == last_seen((_D,), NEVER) == ()
    assert following(_BOTH, _E) == ()
    assert following((_A, _D), _A) == (_D,)


def test_what_stood_at_once_stands_as_long_as_both() -> None:
    one = [Span(_A, _D, ("x",)), Span(_D, NEVER, ("y",))]
    other = [Span(_C, _E, (1,))]
    assert overlaid(one, other) == [Span(_C, _D, ("x", 1)), Span(_D, _E, ("y", 1))]
    assert (end(NEVER), end(_E)) == (None, _E)


def test_what_follows_itself_is_one_and_what_came_back_is_two() -> None:
    first, second, third = Span(_A, _C, ("x",)), Span(_C, _D, ("x",)), Span(_E, NEVER, ("x",))
    other = Span(_A, _D, ("y",))
    assert joined([third, second, other, first]) == [Span(_A, _D, ("x",)), other, third]
