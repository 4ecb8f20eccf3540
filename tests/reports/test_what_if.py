from __future__ import annotations

from connectors.base import Principal, PrincipalKind
from reports.what_if import lines
from scanner.what_if import Consequence, Effect, Prediction

_ANN = Principal("box", "uid:1100", PrincipalKind.STAFF, "ann\x1b[31m")
_NOW, _THEN = ("member of payroll", "which may read"), ("anyone may read",)


def _one(effect: Effect, before: tuple[str, ...], after: tuple[str, ...]) -> Consequence:
    return Consequence(effect, _ANN, "write", "/srv", "Payroll", 2, (1, 3), before, after)


def test_each_consequence_says_what_of_whom_and_by_which_grants() -> None:
    found = Prediction(
        (
            _one(Effect.LOSES, _NOW, ()),
            _one(Effect.GAINS, (), _THEN),
            _one(Effect.KEEPS, _NOW, _THEN),
        ),
        ("Some group is not told.",),
    )
    who = "ann[U+001B][31m (staff)"
    about = "change 2 files about 1 to 3 people in /srv/Payroll"
    assert list(lines(found)) == [
        f"{who} could no longer {about}",
        "    now: member of payroll → which may read",
        f"{who} could then {about}",
        "    then: anyone may read",
        f"{who} could still {about}",
        "    now: member of payroll → which may read",
        "    then: anyone may read",
        "Not known: Some group is not told.",
    ]


def test_where_nothing_follows_it_is_said() -> None:
    assert "Nobody would lose or gain" in next(lines(Prediction((), ())))
