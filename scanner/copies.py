"""Copies are examined once: who must wait for another entry that may hold the same bytes.

Bytes are fingerprinted before they are examined only where something of their size is known or
being examined; all other entries take one step.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Copies(Generic[T]):
    """What is being examined now, by fingerprint where it is known and by size where not."""

    def __init__(self) -> None:
        self._now: Counter[Hashable] = Counter()
        self._waiting: dict[Hashable, list[T]] = defaultdict(list)
        self.waiting = 0

    def may_be_copy(self, size_bytes: int) -> bool:
        """Tell whether something of this size and unknown bytes is being examined."""
        return self._now[size_bytes] > 0

    def begin(self, size_bytes: int, fingerprint: bytes | None) -> None:
        """Note that an entry is being examined."""
        self._now[size_bytes if fingerprint is None else fingerprint] += 1

    def must_wait(self, size_bytes: int, fingerprint: bytes, item: T) -> bool:
        """Let ``item`` wait while what may hold its bytes is examined; tell whether it does."""
        for key in (size_bytes, fingerprint):
            if self._now[key] > 0:
                self._waiting[key].append(item)
                self.waiting += 1
                return True
        return False

    def end(self, size_bytes: int, fingerprint: bytes | None) -> list[T]:
        """Note that one was examined, and return those that may ask again."""
        key = size_bytes if fingerprint is None else fingerprint
        self._now[key] -= 1
        if self._now[key] > 0:
            return []
        del self._now[key]
        freed = self._waiting.pop(key, [])
        self.waiting -= len(freed)
        return freed
