"""Sentences from a grammar: ``data/sealed_grammar.csv`` has a symbol and a text in each row.

In a text ``<next>`` is another symbol; ``{c:UK_NINO:label}`` a value of the client (or ``o``, an
other person, or ``f``, an officer) in its context; ``{c:name:bare:title last}`` a name in a form;
``{c:address:bare}`` an address; ``{#6}`` six digits and ``{@2}`` two letters that are nothing;
``{mod11}`` ten digits of nobody that pass the check of an NHS number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from benchmarks.accuracy import identifiers
from benchmarks.accuracy.data import rows
from benchmarks.accuracy.draft import Draft
from benchmarks.accuracy.people import Resident

_SLOT = re.compile(r"<(\w+)>|\{([^}]+)\}")
Cast = Mapping[str, Resident]


@cache
def _productions() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for symbol, text in rows("sealed_grammar"):
        found[symbol] += (text,)
    return found


def cast(draft: Draft) -> Cast:
    """Return the people of one document: a client, an other person, an officer."""
    return {"c": draft.person(), "o": draft.person(18), "f": draft.person(21)}


def say(draft: Draft, symbol: str, people: Cast) -> str:
    """Return one sentence or more of a symbol."""
    text = draft.rng.choice(_productions()[symbol])

    def fill(slot: re.Match[str]) -> str:
        return say(draft, slot[1], people) if slot[1] else _value(draft, slot[2], people)

    return _SLOT.sub(fill, text).strip()


def _value(draft: Draft, slot: str, people: Cast) -> str:
    if slot == "mod11":
        return identifiers.nhs(draft.rng)
    if slot[0] == "#":
        return identifiers.digits(draft.rng, int(slot[1:]))
    if slot[0] == "@":
        return identifiers.letters(draft.rng, int(slot[1:]))
    role, what, context, *form = slot.split(":")
    who = people[role]
    if what == "name":
        return draft.name(who, context, form[0] if form else "first last")
    if what == "address":
        return draft.address(who, context)
    return draft.put(who, what, context)
