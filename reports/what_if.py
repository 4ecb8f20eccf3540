"""What a change would do, in lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from reports.visible import plain
from reports.words import counted, people
from scanner.what_if import Consequence, Effect, Prediction

_RIGHTS = {"read": "read", "write": "change", "administer": "get past the permissions of"}


def lines(found: Prediction) -> Iterator[str]:
    """Yield the lines of an answer, safe to print."""
    for line in _lines(found):
        yield plain(line)


def _lines(found: Prediction) -> Iterator[str]:
    if not found.consequences:
        yield "Nobody would lose or gain anything in the files of the last scan."
    for each in found.consequences:
        yield _line(each)
        if each.before:
            yield f"    now: {' → '.join(each.before)}"
        if each.after:
            yield f"    then: {' → '.join(each.after)}"
    for sentence in found.statement:
        yield f"Not known: {sentence}"


def _line(each: Consequence) -> str:
    who = f"{each.principal.name or each.principal.identifier} ({each.principal.kind})"
    right = _RIGHTS[each.right]
    verb = {
        Effect.LOSES: f"could no longer {right}",
        Effect.GAINS: f"could then {right}",
        Effect.KEEPS: f"could still {right}",
    }[each.effect]
    about = f" about {people(*each.people)}" if each.people[1] else ""
    where = f"{each.share}/{each.folder}" if each.folder else each.share
    return f"{who} {verb} {counted(each.files, 'file')}{about} in {where}"
