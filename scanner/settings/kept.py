"""What is kept of what is found: all but values that a council knows and what is too unsure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import translate

import numpy as np
from numpy.typing import NDArray

from detectors.engine import Found
from scanner.keys import TokenKey
from scanner.settings.shape import WILDCARD, Settings, canonical_of

Keep = Callable[[Sequence[Found]], Sequence[Found]]
"""Gives what is kept of the findings of one passage."""


def everything(found: Sequence[Found]) -> Sequence[Found]:
    """Return all that was found."""
    return found


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is not kept of one entity: values as they are or as patterns, and what is too unsure."""

    values: set[str] = field(default_factory=set, repr=False)
    patterns: list[re.Pattern[str]] = field(default_factory=list, repr=False)
    at_least: float = 0.0

    @property
    def said(self) -> str:
        """All of the rule, as text."""
        patterns = sorted(each.pattern for each in self.patterns)
        return repr((sorted(self.values), patterns, self.at_least))

    def keeps(self, value: str) -> bool:
        """Return whether a canonical value is no allowed one."""
        plain = value.casefold()
        return plain not in self.values and not any(each.match(plain) for each in self.patterns)


def kept(settings: Settings) -> Keep:
    """Return what ``settings`` keep of findings; everything, where they say nothing of it."""
    rules = _rules(settings)
    return (lambda found: _without(found, rules)) if rules else everything


def kept_parts(settings: Settings, key: TokenKey) -> tuple[tuple[str, str], ...]:
    """Return each entity of which ``settings`` do not keep all, with a token of what they say.

    A token, since allowed values are in clear in the settings alone.
    """
    return tuple(
        (entity, key.token(entity, rule.said).hex())
        for entity, rule in sorted(_rules(settings).items())
    )


def _rules(settings: Settings) -> dict[str, _Rule]:
    rules: dict[str, _Rule] = defaultdict(_Rule)
    for entity, least in settings.threshold.items():
        rules[entity] = _Rule(at_least=least)
    for each in settings.allow:
        rule = rules[each.entity]
        for value in each.values:
            if WILDCARD in value:
                rule.patterns.append(re.compile(translate(value.strip().casefold())))
            elif (canonical := canonical_of(each.entity, value, settings.detector)) is not None:
                rule.values.add(canonical.casefold())
    return dict(rules)


def _without(found: Sequence[Found], rules: Mapping[str, _Rule]) -> list[Found]:
    left = []
    for each in found:
        if each.entity not in rules:
            left.append(each)
            continue
        rows = np.flatnonzero(_kept_rows(each, rules[each.entity]))
        if len(rows) == len(each.values):
            left.append(each)
        elif len(rows):
            left.append(each.rows(rows))
    return left


def _kept_rows(found: Found, rule: _Rule) -> NDArray[np.bool_]:
    sure = np.array([confidence for confidence, _ in found.sayings])[found.said]
    known = np.fromiter(map(rule.keeps, found.values), np.bool_, len(found.values))
    return known & (sure >= rule.at_least)
