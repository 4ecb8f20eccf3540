"""Who can read what each access key guards, and how much that weighs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection

from scanner.catalogue.queries.access import ALL_KNOWN, UNREAD


class Rank(NamedTuple):
    """The order of exposure, most exposed first: the one definition, of files and places alike."""

    exposure: int  # negative
    narrow: bool  # where no account is a person's, what broad groups can read stands first
    people: int  # negative


class Readers(NamedTuple):
    """Who can read what a key guards: ``who`` is the same for the same people."""

    who: bytes
    people: int
    broad: tuple[str, ...]
    known: bool
    more: bool


_NOT_KNOWN = Readers(b"", 0, (), known=False, more=True)


class Keys:
    """Who can read what each access key guards, and how much that weighs."""

    def __init__(self, connection: Connection) -> None:
        self._readers: dict[int | None, Readers] = {None: _NOT_KNOWN}
        self._statements: dict[int | None, tuple[str, ...]] = {None: (UNREAD,)}
        self._most = 1
        for key, known, who, people, broad, statement in connection.exec_driver_sql(
            "SELECT id, known, readers_digest, readers, json_extract(broad, '$.read'), statement"
            " FROM access_key"
        ):
            self._statements[key] = _listed(statement)
            self._most = max(self._most, people)
            names = _listed(broad)
            told = known == ALL_KNOWN or (known and (people or names))
            self._readers[key] = (
                Readers(who, people, names, known=True, more=known != ALL_KNOWN)
                if told
                else _NOT_KNOWN
            )
        alike: dict[Readers, int] = {}
        self._alike = {
            key: alike.setdefault(readers, len(alike)) for key, readers in self._readers.items()
        }

    def readers(self, key: int | None) -> Readers:
        """Return who can read what a key guards."""
        return self._readers[key]

    def alike(self, key: int | None) -> int:
        """Return a number that is the same for all keys with the same readers."""
        return self._alike[key]

    def rank(self, key: int | None, people: int) -> Rank:
        """Return the rank of what a key guards with so many people in it."""
        return Rank(-people * self.counted_as(key), not self._readers[key].broad, -people)

    def counted_as(self, key: int | None) -> int:
        """Return how many readers count of what a key guards.

        Where not all who can read it are known they may be many: they count as the most that can
        read anything, and as one person at least.
        """
        readers = self._readers[key]
        return self._most if readers.more else readers.people

    def statement(self, keys: Iterable[int | None]) -> tuple[str, ...]:
        """Return what is not known about keys, each sentence once."""
        return tuple(sorted({each for key in keys for each in self._statements[key]}))


@lru_cache(maxsize=4096)
def _listed(stored: str) -> tuple[str, ...]:
    """Return the words of a list as it is stored: few lists are those of many keys."""
    return tuple(sorted(json.loads(stored)))
