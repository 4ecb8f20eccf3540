"""How one account could open what each access key guards, and when that was so."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from scanner.access.answers import Right
from scanner.catalogue.queries.access import UNREAD
from scanner.catalogue.queries.person import OF_RIGHTS, Opens, beside_people
from scanner.catalogue.queries.principals import Account
from scanner.catalogue.queries.spans import FIRST, NEVER, Moment, Moments, Span, in_order

EVER = (FIRST, NEVER)


class How(NamedTuple):
    """One way in which something could be opened, or that it could not, or that is not known."""

    right: Right | Opens
    steps: tuple[str, ...]
    statement: str = "[]"  # JSON: what is not known


Ways = Mapping[How, tuple[Moment, Moment]]
"""Ways, with the moments from which and until which each stood at most."""

_NOT_READ = How(Opens.NOT_KNOWN, (), json.dumps([UNREAD]))


class Answers:
    """What each access key meant for one account, and when."""

    def __init__(self, connection: Connection, account: Account, known: Moments) -> None:
        self._keys: dict[tuple[object, ...], int] = {}
        self._spans: dict[int | None, list[Span]] = defaultdict(list)
        self._spans[None] = [Span(*EVER, (_NOT_READ,))]
        for key, *guards in connection.exec_driver_sql(
            "SELECT id, source, share_descriptor_id, gate_id, descriptor_id FROM access_key"
        ):
            self._keys[tuple(guards)] = key
        for key, since, until, meant, statement, *others in connection.exec_driver_sql(
            "SELECT id, since, NULL, known, statement, administrators, services FROM access_key"
            " UNION ALL SELECT access_key_id, since, until, known, statement, administrators,"
            " services FROM access_key_past"
        ):
            held, past = beside_people(account, *others)
            ways = [How(right, steps) for right, steps in held.items()]
            if past is not None:
                ways.append(How(Opens.ADMINISTRATOR, past))
            ways.append(How(Opens.NONE if meant else Opens.NOT_KNOWN, (), statement))
            self._spans[key] += (known.span(since, until, (way,)) for way in ways)
        for key, right, steps, since, until in connection.exec_driver_sql(
            'SELECT access_key_id, "right", steps, since, until FROM reach WHERE principal_id = ?',
            (account.id,),
        ):
            how = How(Right(right), tuple(json.loads(steps)))
            self._spans[key].append(known.span(since, until, (how,)))

    def of(self, guards: Iterable[Span]) -> tuple[Span, ...]:
        """Return how the account could open what these guards stood before, and when."""
        found = [
            Span(max(guard.begins, each.begins), min(guard.ends, each.ends), each.what)
            for guard in guards
            for each in self._spans.get(self._keys.get(guard.what), self._spans[None])
        ]
        return tuple(in_order(found)) or tuple(self._spans[None])


def opens_by(ways: Iterable[How]) -> Opens:
    """Return how a file could be opened: by all that was granted, or else the most there was."""
    rights = {each.right for each in ways}
    granted = frozenset(each for each in rights if isinstance(each, Right))
    if Opens.ADMINISTRATOR in rights and Right.WRITE not in granted:
        return Opens.ADMINISTRATOR
    if granted:
        return OF_RIGHTS[granted]
    return Opens.NONE if rights == {Opens.NONE} else Opens.NOT_KNOWN
