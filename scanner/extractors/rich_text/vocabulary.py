"""What control words do, and the same for whole runs of them, as programs write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scanner.extractors.rich_text import tokens

if TYPE_CHECKING:  # a reader has a vocabulary, whose words act on the reader
    from scanner.extractors.rich_text.reader import Reader

_KEPT_RUNS = 4_096

Action = Callable[["Reader", int | None], None]
"""What a control word does; its number is None where it has none."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of control words does, and the bytes that follow if it ends in ``bin``."""

    actions: tuple[tuple[Action, int | None], ...]
    names_known_group: bool
    end: int
    binary: int


class Vocabulary:
    """The words a reader knows, and those that name a group which may be passed over."""

    def __init__(self, actions: Mapping[str, Action], starred: frozenset[str]) -> None:
        self.actions, self._starred = actions, starred
        self.run = lru_cache(_KEPT_RUNS)(self._run)  # programs write the same again and again

    def _run(self, run: str) -> Run:
        actions: list[tuple[Action, int | None]] = []
        first, end, binary = "", 0, 0
        for word, number, stop in tokens.words(run):
            first = first or word
            if word == "bin":
                if number and number > 0:
                    end, binary = stop, number
                    break
                continue
            action = self.actions.get(word)
            if action is not None:
                actions.append((action, number))
        return Run(tuple(actions), first in self._starred, end, binary)
